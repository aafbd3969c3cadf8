import { describe, expect, it } from 'vitest';
import { type Line, NO_FIGURES } from '../../src/metrics/figures.ts';
import { monthsByLine } from '../../src/metrics/line-months.ts';
import { packTable, unpackTable } from '../../src/metrics/packed-table.ts';

describe('a table that went from one thread to another', () => {
  it('is what it was, each figure at its place and what has no value without one', () => {
    const figures = {
      applications: 1,
      reduced: 2,
      returned: 3,
      upheld: 4,
      withdrawn: 5,
      outOfScope: 6,
      pending: 7,
      unclassified: 8,
      pointsDelta: -Number.MAX_SAFE_INTEGER,
      reducedEffect: 10,
      returnedEffect: 11,
      effectPerApplication: 12,
    };
    const lines: readonly Line[] = [
      { line: 3, kind: '医薬品', code: '620000001', name: 'カクウ錠', figures },
      { line: 0, kind: '未分類', code: '', name: '', figures: NO_FIGURES },
    ];
    const table = { total: figures, lines };
    expect(unpackTable(structuredClone(packTable(table)))).toEqual(table);
  });

  it('has no line where it had none', () => {
    expect(unpackTable(packTable({ total: NO_FIGURES, lines: [] }))).toEqual({ total: NO_FIGURES, lines: [] });
  });
});

describe('the months of a line', () => {
  it('are all of them and of no other line, in their order', () => {
    const count = Int32Array.of(5, 6, 7, 8);
    const ofLine = monthsByLine({ line: Int32Array.of(0, 2, 2, 7), month: Int32Array.of(0, 202404, 202405, 202404), applications: count, reduced: count, returned: count, upheld: count });
    expect([0, 1, 2, 7].map((line) => ofLine(line).map(({ month, upheld }) => [month, upheld]))).toEqual([[[0, 5]], [], [[202404, 6], [202405, 7]], [[202404, 8]]]);
  });
});
