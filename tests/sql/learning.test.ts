import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemLevel } from '../../src/classify/item.ts';
import { ENDING, type Learning } from '../../src/decide/learning.ts';
import type { Database } from '../../src/engine/database.ts';
import { learningOf } from '../../src/engine/read-learning.ts';
import { LEARNING_DIMENSIONS, type LearningDimension, learningApplicationsStatement, learningPartsStatement } from '../../src/metrics/learning-statements.ts';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { recordShapeOf } from '../../src/metrics/scope-definition.ts';
import { EVERYTHING, type Scope, scopeVariables } from '../../src/metrics/scope.ts';
import { GRAINS, type Grain } from '../../src/records/grain.ts';
import { type AppState, loadIntoApp } from '../golden/app-files.ts';
import { annexFile } from '../oracle/annex-file.ts';
import { SMALL_MASTERS } from '../property/names/small-masters.ts';
import { openEngine } from './open-engine.ts';
import { SCOPES } from './scopes.ts';

const numbering = { checkType: () => 1, items: () => [1], provider: () => 1 };
const never = () => false;
const nameOf = (line: number) => ({ kind: '医薬品', code: String(line), name: '' });

async function learn(database: Database, dimension: LearningDimension, grain: Grain, scope: Scope = EVERYTHING): Promise<Learning> {
  const shape = recordShapeOf(scope);
  database.bind(scopeVariables(scope, { grain, attribution: 'full', ownPrefecture: 14 }, dimension, numbering));
  const applications = await database.columns(learningApplicationsStatement(shape, grain), never);
  const parts = await database.columns(learningPartsStatement(shape, dimension, grain), never);
  if (!applications.ok || !parts.ok) throw new Error('refused');
  return learningOf(applications.value, parts.value, nameOf);
}

describe('learning statements', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEngine();
  });

  for (const dimension of LEARNING_DIMENSIONS) {
    for (const grain of GRAINS) {
      it.each(Object.entries(SCOPES))(`are accepted by the shipped engine and give nothing of nothing: ${dimension}, ${grain}, %s`, async (_, scope) => {
        const { lines, applications, parts } = await learn(database, dimension, grain, scope);
        expect([lines.length, applications.size, parts.size]).toEqual([0, 0, 0]);
      });
    }
  }

  describe('worked by hand', () => {
    beforeAll(() => {
      // record, application, request, result month, points, fee table, prefecture, provider, check type, result, cause, items,
      // only one, excluded, listed, item, first line
      database.execute(`INSERT INTO fact VALUES
        (0, 0, 202404, 202406, -100, 1, 14, 1, 1, 1, 0, 2, 1, 0, 0, 1, 1), -- one record, two items, 100 points cut
        (0, 0, 202404, 202406, -100, 1, 14, 1, 1, 1, 0, 2, 1, 0, 0, 2, 0),
        (1, 1, 202404, 202406, -30, 3, 14, 1, 1, 1, 0, 1, 0, 0, 0, 1, 1),  -- two records: item 1 cut by 30 …
        (2, 1, 202404, 202407, 0, 3, 14, 1, 2, 3, 2, 1, 0, 0, 0, 2, 1),    -- … item 2 upheld, a month later
        (3, 2, 202405, 202407, 0, 1, 13, 1, 2, 3, 1, 1, 1, 0, 0, 1, 1),    -- upheld for a formal fault, another prefecture
        (4, 3, 202405, 0, 0, 1, 0, 1, 1, 7, 0, 0, 1, 0, 0, 0, 1),          -- nothing yet, no item, no prefecture in the code
        (5, 4, 202405, 202407, -70, 1, 14, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1),  -- excluded by the insurer
        (6, 5, 202406, 0, 0, 0, 0, 0, 1, 7, 0, 1, 1, 0, 1, 1, 1)           -- listed, without a record`);
      // Item 3 stands above both.
      database.execute('INSERT INTO record_group SELECT DISTINCT record, CASE item WHEN 0 THEN 0 ELSE 3 END, CASE item WHEN 0 THEN 0 ELSE 1 END FROM fact');
    });

    it('under the grain row', async () => {
      const { applications, parts } = await learn(database, 'item', 'row');
      expect([...applications.ending]).toEqual([ENDING.reduced, ENDING.reduced, ENDING.formal, ENDING.pending]);
      expect([...applications.resultMonth]).toEqual([202406, 202407, 202407, 0]);
      expect([...applications.group]).toEqual([0, 1, 2, 0]);
      expect([...applications.effect]).toEqual([100, 30, 0, 0]);
      expect([...applications.firstPart]).toEqual([0, 2, 4, 5, 5]);
      // Half of 100 over half a slot; 30 over half a slot.
      expect([...parts.effect]).toEqual([100, 100, 60, 0, 0]);
      expect([...parts.ending]).toEqual([ENDING.reduced, ENDING.reduced, ENDING.reduced, ENDING.upheld, ENDING.formal]);
      expect([...parts.resultMonth]).toEqual([202406, 202406, 202406, 202407, 202407]);
    });

    it('under the grain receipt the claim’s figure goes to the lines that were reduced', async () => {
      const { parts } = await learn(database, 'item', 'receipt');
      expect([...parts.effect]).toEqual([100, 100, 60, 0, 0]);
    });

    it('without claims that are excluded and lists, unless they are counted', async () => {
      const { applications, parts } = await learn(database, 'item', 'row', { ...EVERYTHING, keepsExcluded: true, countsListed: true });
      expect([...applications.ending].slice(4)).toEqual([ENDING.reduced, ENDING.pending]);
      expect([...applications.effect].slice(4)).toEqual([70, 0]);
      expect([...parts.effect].slice(5)).toEqual([70, 0]);
    });

    it('on the level to which items are rolled up', async () => {
      const { lines, parts } = await learn(database, 'item_group', 'row');
      expect(lines.map(({ line }) => line)).toEqual([3]);
      // Each application has its whole slot on the group.
      expect([...parts.effect]).toEqual([100, 30, 0]);
      expect([...parts.ending]).toEqual([ENDING.reduced, ENDING.reduced, ENDING.formal]);
    });

    it('by check type', async () => {
      const { lines, parts } = await learn(database, 'check_type', 'row');
      expect(lines.map(({ line }) => line)).toEqual([1, 2]);
      expect([...parts.line]).toEqual([0, 0, 1, 1, 0]);
      expect([...parts.effect]).toEqual([100, 60, 0, 0, 0]);
    });
  });
});

describe('what is learned from the sample data is what its tables say', () => {
  const names = readdirSync('sample-data').filter((name) => name.endsWith('.csv')).toSorted();

  let workbench: AppState['workbench'];
  beforeAll(async () => {
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`sample-data/${name}`)) }));
    ({ workbench } = await loadIntoApp(files));
  });

  for (const dimension of ['item', 'check_type'] as const) {
    for (const grain of GRAINS) {
      it(`${dimension}, ${grain}`, async () => {
        const choices = { grain, attribution: 'full' as const, itemLevel: 'product' as const, ownPrefecture: null };
        const table = await workbench.table(EVERYTHING, choices, dimension);
        const findings = await workbench.findings(EVERYTHING, choices, dimension, null);
        if (!table.ok || !findings.ok || findings.value.estimates === null) throw new Error('refused');
        const counted = unpackTable(table.value).lines;
        const { lines, applications } = findings.value.estimates;
        expect(applications).toBe(table.value.total.applications);
        expect(lines.map(({ line }) => line)).toEqual(counted.map(({ line }) => line).filter((line) => line !== 0));
        // Where every application names one line, weights are counts.
        for (const { line, tally } of lines) {
          const figures = counted.find((each) => each.line === line)?.figures;
          if (tally.alone !== figures?.applications) continue;
          expect(tally.applications).toBe(figures.applications);
          expect([tally.reduced, tally.returned, tally.upheld + tally.formal]).toEqual([figures.reduced, figures.returned, figures.upheld]);
        }
      });
    }
  }
});

describe('what is learned follows', () => {
  const RECORDS = Array.from({ length: 12 }, (_, index) => ({
    1: `KEY${String(index)}`, 3: '1', 4: '1310000001', 11: '00130001', 148: '-50', 192: '50606',
    195: index % 2 === 0 ? '620000100 クウソピン錠５ｍｇ「トーワ」' : '620000101 クウソピン錠５ｍｇ「架空」', 205: '50608', 206: '査定',
  }));
  const learnedOn = async (workbench: AppState['workbench'], itemLevel: ItemLevel) => {
    const choices = { grain: 'row', attribution: 'full', itemLevel, ownPrefecture: null } as const;
    const findings = await workbench.findings(EVERYTHING, choices, 'item', null);
    if (!findings.ok || findings.value.estimates === null) throw new Error('refused');
    return findings.value.estimates.lines.map(({ code, tally }) => [code, tally.applications]);
  };

  it('the level items are rolled up to, and what a list excludes', async () => {
    const { workbench } = await loadIntoApp([annexFile('a.csv', RECORDS)]);
    const products = [['620000100', 6], ['620000101', 6]];
    expect(await learnedOn(workbench, 'generic')).toEqual(products);
    await workbench.useMasters(SMALL_MASTERS.map((text, id) => ({ id, file: new Blob([text]), name: `${String(id)}.csv`, columns: null })));
    expect(await learnedOn(workbench, 'generic')).toEqual([['2171022F1ZZZ', 12]]);
    expect(await learnedOn(workbench, 'product')).toEqual(products);
    await workbench.useExclusions(new Blob(['KEY0\nKEY1\nKEY2\n']), '点検除外.csv');
    expect(await learnedOn(workbench, 'generic')).toEqual([['2171022F1ZZZ', 9]]);
    expect(await learnedOn(workbench, 'product')).toEqual([['620000100', 4], ['620000101', 5]]);
  });
});
