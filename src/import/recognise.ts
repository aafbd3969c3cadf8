import { type Outcome, done, failed } from '../core/outcome.ts';
import { failure } from '../core/failure.ts';
import { parseMonth } from '../core/months.ts';
import { FIELD_COUNT } from '../layout/fields.ts';
import { FIELD } from '../layout/kept.ts';
import { READABLE_FIELDS } from '../layout/readable.ts';
import { type Layout, isHeader, layoutByPosition, matchHeader } from '../layout/match-header.ts';
import { ValueDecoder } from './decode.ts';
import { RecordScanner } from './scan-records.ts';

/** Records looked at to tell the layout of a file: behind a header that tells it, and without one. */
const BEHIND_HEADER = 1;
const WITHOUT_HEADER = 50;

const EXPONENT = /^[0-9](?:\.[0-9]+)?E\+?[0-9]+$/iu;

/** Whether a claim key has become a number in exponent form, as Excel writes it (`1.42E+19`). */
export function isExponent(text: string): boolean {
  return EXPONENT.test(text);
}

/**
 * Tells the layout from the first records of a file.
 * @param head the file's first bytes behind a byte order mark, in CP932 or UTF-8
 * @returns null inside when not even one record is complete and more bytes follow.
 * Refused when it is not the 210-field layout, or the file went through Excel.
 */
export function recognise(head: Uint8Array, encoding: 'cp932' | 'utf-8', isWhole: boolean): Outcome<Layout | null> {
  const records = firstRecords(head, encoding, isWhole);
  const first = next(records);
  if (first === null && !isWhole) return done(null);
  if (first === null) {
    return isBlank(head) ? done(layoutByPosition(FIELD_COUNT)) : failed(failure('unknown_layout', { columns: 0 }));
  }
  const hasHeader = looksLikeHeader(first);
  const data = hasHeader ? [...take(records, BEHIND_HEADER)] : [first, ...take(records, WITHOUT_HEADER - 1)];
  const matched = hasHeader ? matchHeader(first.cells()) : byValues(data);
  if (!matched.ok) return matched;
  const keyPlace = matched.value.places[FIELD.claimKey - 1] ?? 0;
  const damaged = data.find((record) => isExponent(record.cell(keyPlace)));
  if (damaged !== undefined) return failed(failure('excel_damaged', { example: damaged.cell(keyPlace) }));
  return matched;
}

/** Told from the places of readable fields only: where it is no header, the others may hold what identifies a person. */
function looksLikeHeader(first: PreviewRecord): boolean {
  return isHeader(READABLE_FIELDS.filter(({ number }) => number <= first.size).map(({ number }) => first.cell(number - 1)));
}

/** Nothing but line breaks and the end mark. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x1a);
}

function byValues(records: readonly PreviewRecord[]): Outcome<Layout> {
  const columns = records.some((record) => record.size === FIELD_COUNT)
    ? FIELD_COUNT
    : commonest(records.map((record) => record.size));
  if (columns < FIELD_COUNT) return failed(failure('too_few_fields', { columns }));
  const whole = records.filter((record) => record.size === columns);
  const readable = whole.filter((record) => {
    const months = [record.cell(FIELD.requestMonth - 1), record.cell(FIELD.resultMonth - 1)];
    return months.some((month) => month !== '' && parseMonth(month) !== null);
  });
  const blank = whole.filter((record) => record.cell(FIELD.claimKey - 1) === '');
  if (readable.length === 0 && blank.length < whole.length) return failed(failure('unknown_layout', { columns }));
  return done(layoutByPosition(columns));
}

/** A record at the start of a file; a cell is decoded when it is asked for. */
class PreviewRecord {
  readonly #bytes: Uint8Array;
  readonly #ends: Int32Array;
  readonly #decoder: ValueDecoder;

  constructor(scanner: RecordScanner, decoder: ValueDecoder) {
    this.#bytes = scanner.bytes.slice(0, scanner.length);
    this.#ends = scanner.ends.slice(0, Math.min(scanner.fieldCount, scanner.ends.length));
    this.#decoder = decoder;
  }

  /** Number of its cells. */
  get size(): number {
    return this.#ends.length;
  }

  /** The trimmed text of a cell, from 0; empty behind the last one. */
  cell(place: number): string {
    const start = place === 0 ? 0 : (this.#ends[place - 1] ?? 0) + 1;
    return place < this.size ? this.#decoder.show(this.#bytes.subarray(start, this.#ends[place])) : '';
  }

  cells(): string[] {
    return Array.from({ length: this.size }, (_, place) => this.cell(place));
  }
}

/** The records of the head one by one. */
function* firstRecords(head: Uint8Array, encoding: 'cp932' | 'utf-8', isWhole: boolean): Generator<PreviewRecord> {
  const scanner = new RecordScanner();
  const decoder = new ValueDecoder(encoding);
  scanner.push(head);
  if (isWhole) scanner.finish();
  for (let step = scanner.next(); step !== 'more' && step !== 'end'; step = scanner.next()) {
    if (step === 'record') yield new PreviewRecord(scanner, decoder);
  }
}

function next<T>(each: Iterator<T, void>): T | null {
  const result = each.next();
  return result.done === true ? null : result.value;
}

function* take<T>(each: Iterator<T, void>, most: number): Generator<T> {
  for (let taken = 0; taken < most; taken++) {
    const value = next(each);
    if (value === null) return;
    yield value;
  }
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
