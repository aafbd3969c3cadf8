import { type ZipEntry, unzipRaw } from 'unzipit';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { isZip } from '../import/encoding.ts';
import type { ByteSource } from '../import/import-file.ts';

const CHUNK_BYTES = 4 << 20;
/** At most so much of a file is read at once. */
const PART_BYTES = 1 << 20;
/** Where one record is wanted, so much is read at a time. */
const PIECE_BYTES = 1 << 16;
const LOCAL_HEADER_BYTES = 30;
/** Larger files are never in memory as a whole. */
const LARGEST_WHOLE = 64 << 20;

/** One thing to import: a file, or one file in an archive. */
export interface SourceEntry {
  /** The file's name; for one in an archive `archive/inner name`. */
  readonly name: string;
  /** Place in the archive's directory, from 0; null for a plain file. */
  readonly entry: number | null;
  /** Size uncompressed. */
  readonly bytes: number;
}

/** Thrown while reading when the file can no longer be read as it was chosen. */
export class SourceLost extends Error {}

/**
 * What there is to import in a chosen file: itself, or the .csv and .txt files of an archive.
 * Refused when the archive is encrypted, broken, a workbook, or holds no such file.
 */
export async function listEntries(file: Blob, name: string): Promise<Outcome<readonly SourceEntry[]>> {
  const head = await firstBytes(file);
  if (head === null) return failed(failure('file_changed'));
  if (!isZip(head)) return done([{ name, entry: null, bytes: file.size }]);
  if (isFirstEntryEncrypted(head)) return failed(failure('encrypted_zip'));
  const entries = await directoryOf(file);
  if (entries === null) return failed(failure('broken_zip'));
  if (entries.some((entry) => entry.name === '[Content_Types].xml')) return failed(failure('looks_xlsx'));
  const texts = entries.flatMap((entry, place) => (/\.(csv|txt)$/iu.test(entry.name) ? [{ entry, place }] : []));
  if (texts.some(({ entry }) => entry.encrypted)) return failed(failure('encrypted_zip'));
  if (texts.length === 0) return failed(failure(entries.some((entry) => entry.encrypted) ? 'encrypted_zip' : 'empty_zip'));
  return done(
    texts.map(({ entry, place }) => ({ name: `${name}/${innerName(entry)}`, entry: place, bytes: entry.size })),
  );
}

/** The bytes of an entry. Iterating throws {@link SourceLost} when they cannot be had any more. */
export function openEntry(file: Blob, entry: SourceEntry): ByteSource {
  const { name, entry: place } = entry;
  if (place !== null) return { name, chunks: guarded(inflated(file, place)) };
  return { name, chunks: guarded(file.size <= PART_BYTES ? slices(file) : streamed(file)) };
}

/** The bytes of an entry from an offset on, in pieces. Iterating throws {@link SourceLost} when they cannot be had any more. */
export function bytesFrom(file: Blob, entry: SourceEntry, offset: number): AsyncGenerator<Uint8Array> {
  return guarded(entry.entry === null ? slices(file, offset, PIECE_BYTES) : behind(inflated(file, entry.entry), offset));
}

/** All bytes of an entry; null where they are too many to be held, or in an archive. @throws SourceLost when they cannot be had any more */
export async function wholeBytes(file: Blob, entry: SourceEntry): Promise<ArrayBuffer | null> {
  if (entry.entry !== null || file.size > LARGEST_WHOLE) return null;
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new SourceLost('the file can no longer be read', { cause: error });
  }
}

async function* guarded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new SourceLost('the file can no longer be read', { cause: error });
  }
}

async function* slices(file: Blob, from = 0, length = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  for (let at = from; at < file.size; at += length) {
    yield new Uint8Array(await file.slice(at, at + length).arrayBuffer());
  }
}

/** Memory that a file was read into, for the next one. */
let spare: ArrayBuffer | null = null;

/**
 * A file part by part, all in the same memory: a machine may take longer to provide memory than to read a file into it. A part
 * holds until the next one is asked for. In slices where the browser cannot do so.
 */
async function* streamed(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = intoMemory(file);
  if (reader === null) {
    yield* slices(file);
    return;
  }
  let memory = spare ?? new ArrayBuffer(PART_BYTES);
  spare = null;
  try {
    for (;;) {
      const part = await reader.read(new Uint8Array(memory));
      memory = part.value?.buffer ?? new ArrayBuffer(PART_BYTES);
      if (part.done) break;
      yield part.value;
    }
    spare = memory;
  } finally {
    await reader.cancel();
  }
}

/** Null in browsers whose files cannot be read into memory that is at hand. */
function intoMemory(file: Blob): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function* behind(chunks: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const chunk of chunks) {
    const rest = chunk.subarray(Math.max(0, offset - passed));
    passed += chunk.length;
    if (rest.length > 0) yield rest;
  }
}

async function* inflated(file: Blob, place: number): AsyncGenerator<Uint8Array> {
  const { entries } = await unzipRaw(file);
  const stream = await (entries[place] as ZipEntry).stream({ chunkSize: CHUNK_BYTES });
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** Bit 0 of an entry's flags; told before the directory is read, which may then be unreadable. */
function isFirstEntryEncrypted(head: Uint8Array): boolean {
  return head[2] === 3 && ((head[6] ?? 0) & 1) === 1;
}

async function firstBytes(file: Blob): Promise<Uint8Array | null> {
  try {
    // A slice of a file without bytes is never read, and would not tell that the file is gone.
    return new Uint8Array(await (file.size === 0 ? file : file.slice(0, LOCAL_HEADER_BYTES)).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function directoryOf(file: Blob): Promise<readonly ZipEntry[] | null> {
  try {
    return (await unzipRaw(file)).entries;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Names that are no UTF-8 were written by Windows in CP932. */
function innerName(entry: ZipEntry): string {
  const isUtf8 = !new TextDecoder().decode(entry.nameBytes).includes('\ufffd');
  return new TextDecoder(isUtf8 ? 'utf-8' : 'shift_jis').decode(entry.nameBytes);
}
