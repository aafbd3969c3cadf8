import { describe, expect, it } from 'vitest';
import { DECIDED, REVIEW_RESULTS, type ReviewResult } from '../../src/core/review-result.ts';
import { type Figures, decided } from '../../src/metrics/figures.ts';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { type Cell, type Choices, type Dimension, EVERYTHING, type Scope } from '../../src/metrics/scope.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { loadIntoApp } from './app-files.ts';

const FIGURE_BY_RESULT: Readonly<Record<ReviewResult, keyof Figures>> = {
  reduced: 'reduced',
  returned: 'returned',
  upheld: 'upheld',
  withdrawn: 'withdrawn',
  out_of_scope: 'outOfScope',
  unclassified: 'unclassified',
  pending: 'pending',
};
const DIMENSIONS: readonly Dimension[] = ['total', 'request_month', 'result_month', 'item', 'check_type'];
const SCOPES: readonly Scope[] = [
  EVERYTHING,
  { ...EVERYTHING, axis: 'result', from: 202405, to: 202407 },
  { ...EVERYTHING, region: 'in', feeTables: [1, 2] },
  { ...EVERYTHING, checkTypes: ['突合点検', '未分類'], results: ['reduced', 'upheld', 'pending'] },
];
const PAGE = { start: 0, size: 100_000 };

describe('the records behind a cell', () => {
  it('are of exactly as many applications as the cell says, for every cell of every table', async () => {
    const { workbench } = await loadIntoApp(makeMess(3));
    const choices: Choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null };
    let cells = 0;
    for (const scope of SCOPES) {
      for (const dimension of DIMENSIONS) {
        const table = await workbench.table(scope, choices, dimension);
        if (!table.ok) throw new Error(table.failure.code);
        const lines = dimension === 'total' ? [{ line: 0, figures: table.value.total }] : unpackTable(table.value).lines;
        for (const { line, figures } of lines) {
          const expectCell = async (results: readonly ReviewResult[] | null, count: number): Promise<void> => {
            const cell: Cell = { line, results, recordResults: null };
            const members = await workbench.members(scope, choices, dimension, cell, PAGE);
            if (!members.ok) throw new Error(members.failure.code);
            const label = JSON.stringify({ scope, dimension, cell });
            expect(members.value.applications, label).toBe(count);
            expect(new Set(members.value.rows.map(({ application }) => application)).size, label).toBe(count);
            expect(members.value.rows.length, label).toBe(members.value.records);
            cells++;
          };
          await expectCell(null, figures.applications);
          await expectCell(DECIDED, decided(figures));
          for (const result of REVIEW_RESULTS) await expectCell([result], figures[FIGURE_BY_RESULT[result]] ?? 0);
        }
      }
    }
    expect(cells).toBeGreaterThan(500);
  }, 120_000);

  it('come page by page in load order, without gap or overlap', async () => {
    const { workbench } = await loadIntoApp(makeMess(3));
    const choices: Choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null };
    const all = { line: 0, results: null, recordResults: null };
    const ask = async (page: { start: number; size: number }) => {
      const members = await workbench.members(EVERYTHING, choices, 'total', all, page);
      if (!members.ok) throw new Error(members.failure.code);
      return members.value.rows.map(({ file, line }) => `${file}:${String(line)}`);
    };
    const whole = await ask(PAGE);
    const pages: string[] = [];
    for (let start = 0; start < whole.length; start += 37) pages.push(...(await ask({ start, size: 37 })));
    expect(pages).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
  });
});
