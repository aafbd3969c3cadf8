import { expect, it } from 'vitest';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { type Choices, EVERYTHING } from '../../src/metrics/scope.ts';
import { World } from '../../tools/sample/compose-application.ts';
import { replaced, tableBytes } from '../../tools/sample/dirty-case.ts';
import { leanRecords, plainClaim } from '../../tools/sample/plain-records.ts';
import { keepLean } from '../../tools/sample/render-record.ts';
import { loadIntoApp } from './app-files.ts';

const CHOICES: Choices = { grain: 'row', attribution: 'full', itemLevel: 'product', ownPrefecture: null };

it('counts an application without a key once in the total, though its continuation names another request month', async () => {
  const world = new World({ seed: 'several months', items: 120, grain: 'row', plainTexts: true });
  const [head = [], second = []] = plainClaim(world, 2, true).lines.map(keepLean);
  const others = leanRecords('several months before', 3);
  const records = [...others, replaced(replaced(head, 192, '50604'), 1, ''), replaced(second, 192, '50605')];
  const { workbench, loaded } = await loadIntoApp([{ name: 'a.csv', bytes: tableBytes({ records }) }]);
  expect(loaded.applications).toBe(4);
  const months = await workbench.table(EVERYTHING, CHOICES, 'request_month');
  const total = await workbench.table(EVERYTHING, CHOICES, 'total');
  if (!months.ok || !total.ok) throw new Error('no answer');
  expect(months.value.total.applications).toBe(4);
  expect(total.value.total).toEqual(months.value.total);
  expect(unpackTable(months.value).lines.reduce((sum, { figures }) => sum + figures.applications, 0)).toBe(5);
});
