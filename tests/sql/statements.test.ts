import { beforeAll, describe, expect, it } from 'vitest';
import { GRAINS } from '../../src/records/grain.ts';
import { DIMENSIONS, figuresStatement, membersCountStatement, membersStatement, monthsStatement, seriesStatement } from '../../src/metrics/statements.ts';
import { recordShapeOf, shapeOf } from '../../src/metrics/scope-definition.ts';
import { EVERYTHING, cellVariables, scopeVariables } from '../../src/metrics/scope.ts';
import type { Database } from '../../src/engine/database.ts';
import { openEngine } from './open-engine.ts';
import { SCOPES } from './scopes.ts';

const numbering = { checkType: () => 1, items: () => [1], provider: () => 1 };
const MEASURE = { grain: 'row', attribution: 'full', ownPrefecture: 14 } as const;
const never = () => false;

describe('every statement the code can build is accepted by the shipped engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEngine();
  });

  for (const dimension of DIMENSIONS) {
    for (const grain of GRAINS) {
      for (const attribution of ['full', 'equal', 'single'] as const) {
        it.each(Object.entries(SCOPES))(`figures by ${dimension}, grain ${grain}, points ${attribution}, of %s`, async (_, scope) => {
          const measure = { grain, attribution, ownPrefecture: 14 };
          database.bind(scopeVariables(scope, measure, dimension, numbering));
          const rows = await database.query(figuresStatement(shapeOf(scope, dimension), dimension, measure), never);
          expect(rows).toEqual({ ok: true, value: [] });
        });
      }
    }
    it.each(Object.entries(SCOPES))(`months of the lines by ${dimension} of %s`, async (_, scope) => {
      database.bind(scopeVariables(scope, MEASURE, dimension, numbering));
      expect(await database.query(seriesStatement(shapeOf(scope, dimension), dimension), never)).toEqual({ ok: true, value: [] });
    });
    it.each(Object.entries(SCOPES))(`members of a cell by ${dimension} of %s`, async (_, scope) => {
      database.bind(scopeVariables(scope, MEASURE, dimension, numbering));
      database.bind(cellVariables({ line: 0, results: ['reduced'], recordResults: null }, { start: 0, size: 10 }));
      const shape = recordShapeOf(scope);
      expect(await database.query(membersStatement(shape, dimension), never)).toEqual({ ok: true, value: [] });
      const counted = await database.query(membersCountStatement(shape, dimension), never);
      expect(counted).toEqual({ ok: true, value: [{ applications: 0, records: 0 }] });
    });
  }

  it.each(Object.entries(SCOPES))('both month tables of %s', async (_, scope) => {
    database.bind(scopeVariables(scope, MEASURE, 'total', numbering));
    expect(await database.query(monthsStatement(shapeOf(scope, 'total')), never)).toEqual({ ok: true, value: [] });
  });

  it('an empty list keeps nothing, a null list everything', async () => {
    database.execute('INSERT INTO fact VALUES (0, 0, 202404, 0, -5, 1, 14, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1)');
    const measure = { grain: 'row' as const, attribution: 'full' as const, ownPrefecture: 14 };
    const count = async (feeTables: readonly (1 | 3)[] | null) => {
      const scope = { ...EVERYTHING, feeTables };
      database.bind(scopeVariables(scope, measure, 'total', numbering));
      const rows = await database.query(figuresStatement(recordShapeOf(scope), 'total', measure), never);
      return rows.ok ? (rows.value[0]?.applications ?? 0) : rows.failure;
    };
    expect([await count(null), await count([]), await count([1]), await count([3]), await count([3, 1])]).toEqual([1, 0, 1, 0, 1]);
    database.execute('DELETE FROM fact');
  });

  it('cannot load extensions, read files or unlock itself', () => {
    for (const statement of ['LOAD json', "SELECT * FROM read_csv('/etc/hosts')", 'SET enable_external_access = true', 'RESET lock_configuration']) {
      expect(() => { database.execute(statement); }, statement).toThrow();
    }
  });
});
