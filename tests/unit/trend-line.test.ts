import { expect, it } from 'vitest';
import { TREND, trendRuns } from '../../src/ui/parts/trend-line.ts';

const month = (yyyymm: number, upheld: number, reduced: number) => ({ line: 1, month: yyyymm, applications: 9, reduced, returned: 0, upheld });

it('breaks the line where a month has no decided application', () => {
  const months = [202401, 202402, 202403, 202404, 202405];
  const runs = trendRuns(months, [month(202401, 0, 4), month(202402, 1, 3), month(202404, 0, 0), month(202405, 2, 0)]);
  expect(runs.map((run) => run.map(({ month: each, rate }) => [each, rate]))).toEqual([
    [
      [202401, 0],
      [202402, 0.25],
    ],
    [[202405, 1]],
  ]);
});

it('draws 0 % at the bottom, 100 % at the top, the months from edge to edge', () => {
  const [first, last] = trendRuns([202401, 202402], [month(202401, 0, 1), month(202402, 1, 0)]).flat();
  expect(first).toMatchObject({ x: TREND.margin, y: TREND.height - TREND.margin });
  expect(last).toMatchObject({ x: TREND.width - TREND.margin, y: TREND.margin });
});

it('puts a single month in the middle, and draws nothing of none', () => {
  expect(trendRuns([202401], [month(202401, 1, 1)])[0]?.[0]?.x).toBe(TREND.width / 2);
  expect(trendRuns([202401], [])).toEqual([]);
  expect(trendRuns([], [month(0, 1, 1)])).toEqual([]);
});
