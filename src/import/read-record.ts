import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { FIELD_COUNT } from '../layout/fields.ts';
import { INHERITED, KEPT_FIELDS } from '../layout/kept.ts';
import { type Layout, layoutByPosition, matchHeader } from '../layout/match-header.ts';
import { READABLE_FIELDS } from '../layout/readable.ts';
import { ValueDecoder } from './decode.ts';
import { type Encoding, markLength } from './encoding.ts';
import { RecordScanner } from './scan-records.ts';
import { Transcoder, isUtf16, scannedAs } from './transcoder.ts';

/** Where a record stands in a file that was read before, and what was found then. */
export interface RecordPlace {
  /** Byte range as scanned: in the file, for UTF-16 in its UTF-8 form behind the byte order mark. The end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly encoding: Encoding;
  /** Size of the file or entry when it was read, uncompressed. */
  readonly bytes: number;
  /** Columns beyond the 210. */
  readonly extraFields: number;
  /** Whether the header tells where the fields stand. */
  readonly reordered: boolean;
  /** The kept values by field number, those taken over from the claim included; blank ones are missing. */
  readonly known: Readonly<Record<number, string>>;
}

/** One record as written: trimmed values by field number; blank fields and those that are left out are missing. */
export interface FullRecord {
  readonly values: Readonly<Record<number, string>>;
}

/** A file's bytes from an offset on, in pieces of any length. */
export type BytesFrom = (offset: number) => AsyncIterable<Uint8Array>;

/** Whatever no longer stands where it stood. */
const CHANGED = failed(failure('file_changed', { since: 'import' }));

/**
 * Reads one record again, in full. Fields are cut as bytes and only readable ones are decoded.
 * Refused with `file_changed` where another record stands there now.
 */
export async function readRecord(bytesFrom: BytesFrom, place: RecordPlace): Promise<Outcome<FullRecord>> {
  const layout = place.reordered ? await layoutOfHeader(bytesFrom, place.encoding) : layoutByPosition(FIELD_COUNT + place.extraFields);
  if (layout === null) return CHANGED;
  const bytes = await cut(scannedFrom(bytesFrom, place.encoding, place.start), place.end - place.start);
  if (bytes === null) return CHANGED;
  const scanner = new RecordScanner();
  scanner.push(bytes);
  scanner.push(LINE_FEED);
  const isWhole = scanner.next() === 'record' && scanner.end === bytes.length && scanner.fieldCount === layout.columns;
  if (!isWhole) return CHANGED;
  const values = readableValues(scanner, layout, place.encoding);
  return isSame(values, place.known) ? done({ values }) : CHANGED;
}

const LINE_FEED = Uint8Array.of(0x0a);

function readableValues({ bytes, ends }: RecordScanner, { places }: Layout, encoding: Encoding): Readonly<Record<number, string>> {
  const decoder = new ValueDecoder(scannedAs(encoding));
  const values: Record<number, string> = {};
  for (const { number } of READABLE_FIELDS) {
    const at = places[number - 1] as number;
    const start = at === 0 ? 0 : (ends[at - 1] as number) + 1;
    const text = decoder.show(bytes.subarray(start, ends[at]));
    if (text !== '') values[number] = text;
  }
  return values;
}

/** Whether the kept values are those read at import; a continuation leaves blank what it took over. */
function isSame(values: FullRecord['values'], known: RecordPlace['known']): boolean {
  return KEPT_FIELDS.every(({ number }) => {
    const value = values[number];
    return value === known[number] || (value === undefined && INHERITED.includes(number));
  });
}

/** Null when the file no longer begins with a header of the annex's names. */
async function layoutOfHeader(bytesFrom: BytesFrom, encoding: Encoding): Promise<Layout | null> {
  const scanner = new RecordScanner();
  for await (const chunk of scannedFrom(bytesFrom, encoding, null)) {
    scanner.push(chunk);
    let step = scanner.next();
    while (step === 'blank' || step === 'broken') step = scanner.next();
    if (step === 'record') {
      const layout = matchHeader(cellsOf(scanner, encoding));
      return layout.ok ? layout.value : null;
    }
  }
  return null;
}

function cellsOf({ bytes, ends, fieldCount }: RecordScanner, encoding: Encoding): string[] {
  const decoder = new ValueDecoder(scannedAs(encoding));
  return Array.from({ length: Math.min(fieldCount, ends.length) }, (_, index) =>
    decoder.show(bytes.subarray(index === 0 ? 0 : (ends[index - 1] as number) + 1, ends[index])),
  );
}

/** The bytes the scanner saw from an offset on; null: from behind the byte order mark. */
async function* scannedFrom(bytesFrom: BytesFrom, encoding: Encoding, offset: number | null): AsyncGenerator<Uint8Array> {
  if (offset !== null && !isUtf16(encoding)) {
    yield* bytesFrom(offset);
    return;
  }
  const mark = markLength((await cut(bytesFrom(0), LONGEST_MARK)) ?? new Uint8Array(0), encoding);
  const transcoder = new Transcoder(encoding);
  let at = mark;
  for await (const chunk of bytesFrom(mark)) {
    const scanned = transcoder.push(chunk);
    const rest = scanned.subarray(Math.max(0, (offset ?? 0) - at));
    at += scanned.length;
    if (rest.length > 0) yield rest;
  }
}

const LONGEST_MARK = 3;

/** The first `length` bytes; null when there are fewer. */
async function cut(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, length - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === length) return bytes;
  }
  return null;
}
