import type { MonthOfLine } from '../../metrics/figures.ts';

/** One month of a line's 原審率. */
export interface TrendPoint {
  readonly month: number;
  /** 0 to 1: 原審 over 査定 + 返戻 + 原審. */
  readonly rate: number;
  /** CSS pixels from the left and the top of the drawing. */
  readonly x: number;
  readonly y: number;
}

export const TREND = { width: 100, height: 28, margin: 3 } as const;

/** The months with a decided application, in runs of neighbours; what lies between two runs has no rate. */
export function trendRuns(months: readonly number[], line: readonly MonthOfLine[]): readonly (readonly TrendPoint[])[] {
  const known = new Map(line.map((each) => [each.month, each]));
  const step = months.length < 2 ? 0 : (TREND.width - 2 * TREND.margin) / (months.length - 1);
  const start = months.length < 2 ? TREND.width / 2 : TREND.margin;
  const runs: TrendPoint[][] = [];
  let run: TrendPoint[] | null = null;
  for (const [place, month] of months.entries()) {
    const rate = rateOf(known.get(month));
    if (rate === null) {
      run = null;
      continue;
    }
    if (run === null) runs.push((run = []));
    run.push({ month, rate, x: start + place * step, y: TREND.margin + (1 - rate) * (TREND.height - 2 * TREND.margin) });
  }
  return runs;
}

function rateOf(month: MonthOfLine | undefined): number | null {
  const decided = month === undefined ? 0 : month.reduced + month.returned + month.upheld;
  return month === undefined || decided === 0 ? null : month.upheld / decided;
}
