import { REVIEW_RESULTS, type ReviewResult, resultCode } from '../core/review-result.ts';
import { type Grain, receiptFigure } from '../records/grain.ts';
import { type Figures, NO_FIGURES, effectPerApplication } from './figures.ts';

/** The columns of `months.sql`, one value a row. Months are yyyymm, 0 where blank; points are whole. */
export interface MonthSums {
  readonly requestMonth: Int32Array;
  readonly resultMonth: Int32Array;
  /** 1 to 7. */
  readonly result: Int32Array;
  /** The application, from 0, of a record that has to be brought together with others; {@link NO_PART} in a row of whole applications. */
  readonly part: Int32Array;
  /** 0 in a row of a part. */
  readonly applications: Float64Array;
  /** What the records of the row carry themselves. */
  readonly points: Float64Array;
  /** What its applications carry once under the grain `receipt`; of no meaning in a row of a part. */
  readonly receiptPoints: Float64Array;
  /** Of a part what it would carry under the grain `receipt`; 0 in other rows. */
  readonly figure: Float64Array;
}

export const NO_PART = -1;

const RESULTS = REVIEW_RESULTS.length;

/** What everything in scope comes to: counted once, and month by month, ascending, the blank one (0) first. */
export interface MonthFigures {
  readonly total: Figures;
  readonly request: ReadonlyMap<number, Figures>;
  readonly result: ReadonlyMap<number, Figures>;
}

/**
 * The figures as `unit-row.sql`, `unit-receipt.sql` and `figures.sql` give them: a property test holds the two together.
 * @throws RangeError for points that no number holds exactly
 */
export function monthFigures(sums: MonthSums, grain: Grain): MonthFigures {
  const parts = partsOf(sums.part);
  const all = new Int32Array(sums.part.length);
  return {
    total: figuresByLine(sums, all, parts, grain).get(0) ?? NO_FIGURES,
    request: figuresByLine(sums, sums.requestMonth, parts, grain),
    result: figuresByLine(sums, sums.resultMonth, parts, grain),
  };
}

/** @param parts the rows that are parts, see `partsOf` */
function figuresByLine(sums: MonthSums, lines: Int32Array, parts: readonly number[], grain: Grain): ReadonlyMap<number, Figures> {
  const { result, part, applications, points, receiptPoints } = sums;
  const tally = new Tally();
  for (let row = 0; row < lines.length; row++) {
    const carried = grain === 'row' ? points[row] : part[row] === NO_PART ? receiptPoints[row] : 0;
    tally.add(lines[row] as number, result[row] as number, applications[row] as number, carried as number);
  }
  for (let from = 0, to = 0; from < parts.length; from = to) {
    const application = part[parts[from] as number];
    while (to < parts.length && part[parts[to] as number] === application) to++;
    bringTogether(sums, lines, parts, from, to, (line, of, figure) => tally.add(line, of, 1, grain === 'receipt' ? figure : 0));
  }
  return tally.figures();
}

/**
 * Tells each line that an application has a part on, with the first of its results there and the figure that counts.
 * @param from place in `parts` of the application's first one; `to` is that of the next application's
 */
function bringTogether(
  { result, figure }: MonthSums,
  lines: Int32Array,
  parts: readonly number[],
  from: number,
  to: number,
  tell: (line: number, result: number, figure: number) => void,
): void {
  const lineAt = (place: number): number => lines[parts[place] as number] as number;
  for (let first = from; first < to; first++) {
    const line = lineAt(first);
    let before = from;
    while (lineAt(before) !== line) before++;
    if (before < first) continue;
    let of = Number.POSITIVE_INFINITY;
    let largest = 0;
    for (let place = first; place < to; place++) {
      if (lineAt(place) !== line) continue;
      of = Math.min(of, result[parts[place] as number] as number);
      largest = receiptFigure(largest, figure[parts[place] as number] as number);
    }
    tell(line, of, largest);
  }
}

/** What adds up on a line, a place for each result. */
interface Sums {
  readonly applications: Float64Array;
  readonly points: Float64Array;
}

/** Sums line by line. */
class Tally {
  readonly #lines = new Map<number, Sums>();

  add(line: number, result: number, applications: number, points: number): void {
    let sums = this.#lines.get(line);
    if (sums === undefined) this.#lines.set(line, (sums = { applications: new Float64Array(RESULTS), points: new Float64Array(RESULTS) }));
    sums.applications[result - 1] = (sums.applications[result - 1] as number) + applications;
    sums.points[result - 1] = (sums.points[result - 1] as number) + points;
  }

  /** Lines ascending. */
  figures(): ReadonlyMap<number, Figures> {
    return new Map([...this.#lines].toSorted(([a], [b]) => a - b).map(([line, sums]) => [line, figuresOf(sums)]));
  }
}

function figuresOf({ applications, points }: Sums): Figures {
  const count = (result: ReviewResult): number => applications[resultCode(result) - 1] as number;
  const effect = (result: ReviewResult): number => hundredths(-(points[resultCode(result) - 1] as number));
  const all = applications.reduce((sum, each) => sum + each, 0);
  return {
    applications: all,
    reduced: count('reduced'),
    returned: count('returned'),
    upheld: count('upheld'),
    withdrawn: count('withdrawn'),
    outOfScope: count('out_of_scope'),
    pending: count('pending'),
    unclassified: count('unclassified'),
    pointsDelta: hundredths(points.reduce((sum, each) => sum + each, 0)),
    reducedEffect: effect('reduced'),
    returnedEffect: effect('returned'),
    effectPerApplication: effectPerApplication(effect('reduced'), all),
  };
}

/** @throws RangeError beyond 2^53 */
function hundredths(points: number): number {
  const whole = 100 * points || 0;
  if (!Number.isSafeInteger(whole)) throw new RangeError(`hundredths beyond 2^53: ${String(whole)}`);
  return whole;
}

/** The rows that are parts, those of an application beside one another. */
function partsOf(part: Int32Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < part.length; row++) if (part[row] !== NO_PART) rows.push(row);
  return rows.sort((a, b) => (part[a] as number) - (part[b] as number));
}
