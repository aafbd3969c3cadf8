import { monthsBetween } from '../core/months.ts';
import type { ColumnForm } from '../records/columns.ts';

/** One column over the records in scope. */
export interface ColumnOverview {
  readonly column: string;
  readonly records: number;
  /** Records where it is not blank. */
  readonly filled: number;
  /** Different values, the blank not counted. */
  readonly distinct: number;
}

/** A value as written (months yyyymm) and how many records in scope have it. */
export interface ValueCount {
  readonly value: string;
  readonly records: number;
}

/** Records whose value lies from `from` to `to`, both included. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly records: number;
}

/**
 * How numbers or months spread. A quantile is the least value that at least this share of the filled records does not
 * exceed, so that it is always a value that occurs.
 */
export interface Spread {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
  /** Ascending, without gap or overlap; together all filled records. */
  readonly bins: readonly Bin[];
}

/** One column in full, over the records in scope. */
export interface ColumnProfile extends ColumnOverview {
  /** What was searched for was found in so many different values; without a search all of them. */
  readonly found: number;
  /** Of these the commonest, at most {@link MOST_VALUES}; equal ones in the order of their values. */
  readonly values: readonly ValueCount[];
  /** Null for texts and where no record is filled. */
  readonly spread: Spread | null;
  /** The statement that counted. */
  readonly statement: string;
}

export const MOST_VALUES = 200;

/** Bins that are aimed at, between the first and the last hundredth. */
const BINS = 20;
/** Up to so many different numbers each has a bin of its own. */
const MOST_SINGLE = 24;

interface NumberCount {
  readonly value: number;
  readonly records: number;
}

/** The spread of a column's numbers. @param counts each different number once, in any order */
export function spreadOf(counts: readonly NumberCount[], form: Exclude<ColumnForm, 'text'>): Spread | null {
  const ascending = counts.toSorted((a, b) => a.value - b.value);
  const [first, last] = [ascending[0], ascending.at(-1)];
  if (first === undefined || last === undefined) return null;
  const filled = ascending.reduce((sum, { records }) => sum + records, 0);
  const quantile = (share: number): number => valueAt(ascending, Math.max(1, Math.ceil(share * filled)));
  const edges = form === 'month' ? monthsBetween(first.value, last.value) : edgesOf(ascending, quantile(0.01), quantile(0.99));
  return {
    least: first.value,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    most: last.value,
    bins: binsOf(ascending, edges, form),
  };
}

/** The value of the record at this rank, from 1, among all in ascending order. */
function valueAt(ascending: readonly NumberCount[], rank: number): number {
  let before = 0;
  for (const { value, records } of ascending) {
    before += records;
    if (before >= rank) return value;
  }
  throw new RangeError('no such rank');
}

/** Where bins start, ascending. The last one ends with the largest value. */
function edgesOf(ascending: readonly NumberCount[], low: number, high: number): readonly number[] {
  if (ascending.length <= MOST_SINGLE) return ascending.map(({ value }) => value);
  const step = roundStep((high - low) / BINS);
  const start = Math.floor(low / step) * step;
  const edges: number[] = [];
  for (let edge = start; edge <= high; edge += step) edges.push(edge);
  const [first, last] = [ascending[0] as NumberCount, ascending.at(-1) as NumberCount];
  if (first.value < start) edges.unshift(first.value);
  const end = (edges.at(-1) as number) + step;
  if (last.value >= end) edges.push(end);
  return edges;
}

/** 1, 2 or 5 times a power of ten, at least as large and never below 1. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, width)));
  return power * ([1, 2, 5, 10].find((times) => times * power >= width) as number);
}

function binsOf(ascending: readonly NumberCount[], edges: readonly number[], form: Exclude<ColumnForm, 'text'>): Bin[] {
  const most = (ascending.at(-1) as NumberCount).value;
  let at = 0;
  return edges.map((from, index) => {
    const next = edges[index + 1];
    let records = 0;
    for (; at < ascending.length; at++) {
      const count = ascending[at] as NumberCount;
      if (next !== undefined && count.value >= next) break;
      records += count.records;
    }
    const to = next === undefined ? most : form === 'month' ? from : next - 1;
    return { from, to, records };
  });
}
