import { type Outcome, done, failed } from '../core/outcome.ts';
import { failure } from '../core/failure.ts';
import { comparable } from '../core/text.ts';
import { FIELDS, FIELD_COUNT, type Field } from './fields.ts';
import { KEPT_FIELDS } from './kept.ts';

/** Where the 210 fields stand in the records of one file. */
export interface Layout {
  /** Fields a record of this file must have, 210 or more. */
  readonly columns: number;
  /** For each field number − 1 the place in the record, from 0. */
  readonly places: Int32Array;
  readonly hasHeader: boolean;
  /** Columns beyond the 210, which are ignored. */
  readonly extra: number;
  /** True where the columns stand in another order than the annex's. */
  readonly reordered: boolean;
}

const NAMES = FIELDS.map((field) => comparable(field.name));
const KNOWN = new Set(NAMES);

/** The share of the annex's names in a line from which on it is taken for a header. */
const HEADER_SHARE = 0.5;

const MISSING_SHOWN = 20;

/** Whether a first line is a header: at least half of its non-empty cells are names of the annex. */
export function isHeader(cells: readonly string[]): boolean {
  const filled = cells.map(comparable).filter((cell) => cell !== '');
  const known = filled.filter((cell) => KNOWN.has(cell)).length;
  return known >= 3 && known >= filled.length * HEADER_SHARE;
}

/** A file without a header: the fields stand in the annex's order, further columns are ignored. */
export function layoutByPosition(columns: number): Layout {
  const places = Int32Array.from({ length: FIELD_COUNT }, (_, index) => index);
  return { columns, places, hasHeader: false, extra: columns - FIELD_COUNT, reordered: false };
}

/**
 * Matches a header to the annex, by position where the names stand there, else by name and occurrence.
 * Refused with `missing_columns` when a name of the annex is not there: `facts.missing` lists up to twenty of them, those
 * that the app reads first.
 */
export function matchHeader(cells: readonly string[]): Outcome<Layout> {
  const names = cells.map(comparable);
  const inOrder = NAMES.every((name, index) => names[index] === name);
  if (inOrder) {
    return done({ ...layoutByPosition(cells.length), hasHeader: true });
  }
  const places = new Int32Array(FIELD_COUNT);
  const missing: Field[] = [];
  const positions = positionsByName(names);
  for (const field of FIELDS) {
    const place = positions.get(NAMES[field.number - 1] ?? '')?.[field.occurrence - 1];
    if (place === undefined) missing.push(field);
    else places[field.number - 1] = place;
  }
  if (missing.length > 0) {
    return failed(
      failure('missing_columns', {
        columns: cells.length,
        missingCount: missing.length,
        missing: missing
          .toSorted((a, b) => Number(isKept(b)) - Number(isKept(a)) || a.number - b.number)
          .slice(0, MISSING_SHOWN)
          .map((field) => `${String(field.number)} ${field.name}`)
          .join('、'),
      }),
    );
  }
  const extra = cells.length - FIELD_COUNT;
  return done({ columns: cells.length, places, hasHeader: true, extra, reordered: true });
}

function isKept(field: Field): boolean {
  return KEPT_FIELDS.some((kept) => kept.number === field.number);
}

function positionsByName(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  names.forEach((name, index) => {
    const known = positions.get(name);
    if (known === undefined) positions.set(name, [index]);
    else known.push(index);
  });
  return positions;
}
