import { BlobReader, type Entry, type FileEntry, ZipReader, configure } from '@zip.js/zip.js/lib/zip-core-native.js';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { isZip } from '../import/encoding.ts';
import type { ByteSource } from '../import/import-file.ts';

configure({ useWebWorkers: false });

const CHUNK_BYTES = 4 << 20;

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
  const entries = await directoryOf(file);
  if (entries === null) return failed(failure('broken_zip'));
  if (entries.some((entry) => entry.filename === '[Content_Types].xml')) return failed(failure('looks_xlsx'));
  const texts = entries.flatMap((entry, place) => (/\.(csv|txt)$/iu.test(entry.filename) ? [{ entry, place }] : []));
  if (texts.some(({ entry }) => entry.encrypted)) return failed(failure('encrypted_zip'));
  if (texts.length === 0) return failed(failure(entries.some((entry) => entry.encrypted) ? 'encrypted_zip' : 'empty_zip'));
  return done(
    texts.map(({ entry, place }) => ({ name: `${name}/${innerName(entry)}`, entry: place, bytes: entry.uncompressedSize })),
  );
}

/** The bytes of an entry. Iterating throws {@link SourceLost} when they cannot be had any more. */
export function openEntry(file: Blob, entry: SourceEntry): ByteSource {
  const chunks = entry.entry === null ? slices(file) : inflated(file, entry.entry);
  return { name: entry.name, chunks: guarded(chunks) };
}

async function* guarded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new SourceLost('the file can no longer be read', { cause: error });
  }
}

async function* slices(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    yield new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
  }
}

async function* inflated(file: Blob, place: number): AsyncGenerator<Uint8Array> {
  const reader = new ZipReader(new BlobReader(file));
  const entry = (await reader.getEntries())[place] as FileEntry;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = entry.getData(writable, { checkSignature: true });
  const chunks = readable.getReader();
  for (;;) {
    const { done: isDone, value } = await Promise.race([chunks.read(), written.then(() => chunks.read())]);
    if (isDone) break;
    yield value;
  }
  await written;
  await reader.close();
}

async function firstBytes(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, 4).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function directoryOf(file: Blob): Promise<readonly Entry[] | null> {
  try {
    return await new ZipReader(new BlobReader(file)).getEntries();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Names without the UTF-8 flag were written by Windows in CP932. */
function innerName(entry: Entry): string {
  if (entry.filenameUTF8) return entry.filename;
  return new TextDecoder('shift_jis').decode(entry.rawFilename);
}
