import { REVIEW_RESULTS, type ReviewResult } from '../core/review-result.ts';
import { type Grain, receiptFigure } from '../records/grain.ts';
import { type Figures, NO_FIGURES, sumOf } from './figures.ts';
import type { Axis } from './scope.ts';

/** A row of `months.sql`. Months are yyyymm, 0 where blank; points are whole. */
export interface MonthSum {
  readonly requestMonth: number;
  readonly resultMonth: number;
  /** 1 to 7. */
  readonly result: number;
  /** The application of a record that has to be brought together with others; null in a row of whole applications. */
  readonly part: number | null;
  /** That record's own figure. */
  readonly figure: number | null;
  readonly applications: number;
  readonly points: number;
  readonly receiptPoints: number;
}

const COUNTS: Readonly<Record<ReviewResult, Exclude<keyof Figures, 'effectPerApplication'>>> = {
  reduced: 'reduced',
  returned: 'returned',
  upheld: 'upheld',
  withdrawn: 'withdrawn',
  out_of_scope: 'outOfScope',
  unclassified: 'unclassified',
  pending: 'pending',
};

type Sums = { -readonly [Figure in keyof Figures]: Figures[Figure] };

/** What the records in scope of one application come to on a line. */
interface Brought {
  result: number;
  figure: number;
}

/**
 * The figures of each month of one axis, ascending, the blank one (0) first, as `unit-row.sql`, `unit-receipt.sql` and `figures.sql` give them: a property test
 * holds the two together.
 */
export function figuresByMonth(sums: readonly MonthSum[], axis: Axis, grain: Grain): ReadonlyMap<number, Figures> {
  const months = new Map<number, Sums>();
  const parts = new Map<number, Map<number, Brought>>();
  for (const sum of sums) {
    const month = axis === 'request' ? sum.requestMonth : sum.resultMonth;
    const figures = madeAt(months, month, () => ({ ...NO_FIGURES }));
    if (grain === 'row') addPoints(figures, sum.result, sum.points);
    if (sum.part === null) {
      count(figures, sum.result, sum.applications);
      if (grain === 'receipt') addPoints(figures, sum.result, sum.receiptPoints);
    } else {
      const brought = madeAt(madeAt(parts, month, () => new Map<number, Brought>()), sum.part, () => ({ result: sum.result, figure: 0 }));
      brought.result = Math.min(brought.result, sum.result);
      brought.figure = receiptFigure(brought.figure, sum.figure ?? 0);
    }
  }
  for (const [month, applications] of parts) {
    const figures = madeAt(months, month, () => ({ ...NO_FIGURES }));
    for (const { result, figure } of applications.values()) {
      count(figures, result, 1);
      if (grain === 'receipt') addPoints(figures, result, figure);
    }
  }
  // The effect per application is told by all of them together.
  return new Map([...months].toSorted(([a], [b]) => a - b).map(([month, figures]) => [month, sumOf([figures])]));
}

function count(figures: Sums, result: number, applications: number): void {
  figures.applications += applications;
  figures[COUNTS[REVIEW_RESULTS[result - 1] as ReviewResult]] += applications;
}

function addPoints(figures: Sums, result: number, points: number): void {
  const hundredths = points * 100;
  figures.pointsDelta += hundredths;
  if (REVIEW_RESULTS[result - 1] === 'reduced') figures.reducedEffect -= hundredths;
  if (REVIEW_RESULTS[result - 1] === 'returned') figures.returnedEffect -= hundredths;
}

function madeAt<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
