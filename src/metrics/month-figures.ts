import { REVIEW_RESULTS, type ReviewResult } from '../core/review-result.ts';
import { type Grain, receiptFigure } from '../records/grain.ts';
import { type Figures, NO_FIGURES, sumOf } from './figures.ts';

/** The columns of `months.sql`, one value a row. Months are yyyymm, 0 where blank; points are whole. */
export interface MonthSums {
  readonly requestMonth: Int32Array;
  readonly resultMonth: Int32Array;
  /** 1 to 7. */
  readonly result: Int32Array;
  /** The application, from 0, of a record that has to be brought together with others; {@link NO_PART} in a row of whole applications. */
  readonly part: Int32Array;
  readonly applications: Float64Array;
  /** What the records of the row carry themselves. */
  readonly points: Float64Array;
  /** Of a record that is a part its own figure, else what the applications carry once under the grain `receipt`. */
  readonly receiptPoints: Float64Array;
}

export const NO_PART = -1;

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
  readonly line: number;
  result: number;
  figure: number;
}

/** What everything in scope comes to: counted once, and month by month, ascending, the blank one (0) first. */
export interface MonthFigures {
  readonly total: Figures;
  readonly request: ReadonlyMap<number, Figures>;
  readonly result: ReadonlyMap<number, Figures>;
}

/** The figures as `unit-row.sql`, `unit-receipt.sql` and `figures.sql` give them: a property test holds the two together. */
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
function figuresByLine(sums: MonthSums, lines: Int32Array, parts: Int32Array, grain: Grain): ReadonlyMap<number, Figures> {
  const { result, part, applications, points, receiptPoints } = sums;
  const byLine = new Map<number, Sums>();
  const figuresOf = (line: number): Sums => {
    let figures = byLine.get(line);
    if (figures === undefined) byLine.set(line, (figures = { ...NO_FIGURES }));
    return figures;
  };
  for (let row = 0; row < lines.length; row++) {
    const figures = figuresOf(lines[row] as number);
    const of = result[row] as number;
    if (grain === 'row') addPoints(figures, of, points[row] as number);
    if (part[row] !== NO_PART) continue;
    count(figures, of, applications[row] as number);
    if (grain === 'receipt') addPoints(figures, of, receiptPoints[row] as number);
  }
  for (let from = 0, to = 0; from < parts.length; from = to) {
    const application = part[parts[from] as number];
    while (to < parts.length && part[parts[to] as number] === application) to++;
    for (const { line, result: of, figure } of broughtTogether(sums, lines, parts.subarray(from, to))) {
      const figures = figuresOf(line);
      count(figures, of, 1);
      if (grain === 'receipt') addPoints(figures, of, figure);
    }
  }
  // The effect per application is told by all of them together.
  return new Map([...byLine].toSorted(([a], [b]) => a - b).map(([line, figures]) => [line, sumOf([figures])]));
}

/** The rows that are parts, those of an application beside one another. */
function partsOf(part: Int32Array): Int32Array {
  const rows = part.length;
  // A number holds both exactly; without a function to compare with, sorting is the platform's own.
  const keys = Float64Array.from(part, (application, row) => application * rows + row).filter((key) => key >= 0);
  return Int32Array.from(keys.toSorted(), (key) => key % rows);
}

/** An application counts once on each line that it has a record on: with the first of its results, and the figure that counts. */
function broughtTogether({ result, receiptPoints }: MonthSums, lines: Int32Array, rows: Int32Array): readonly Brought[] {
  const brought: Brought[] = [];
  for (const row of rows) {
    const line = lines[row] as number;
    let here = brought.find((each) => each.line === line);
    if (here === undefined) brought.push((here = { line, result: result[row] as number, figure: 0 }));
    here.result = Math.min(here.result, result[row] as number);
    here.figure = receiptFigure(here.figure, receiptPoints[row] as number);
  }
  return brought;
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
