import { beforeAll, describe, expect, it } from 'vitest';
import { GRAINS } from '../../src/records/grain.ts';
import { DIMENSIONS, figuresStatement, membersCountStatement, membersStatement, monthsStatement, seriesStatement } from '../../src/metrics/statements.ts';
import { SOURCES } from '../../src/metrics/scope-definition.ts';
import { EVERYTHING, cellVariables, scopeVariables } from '../../src/metrics/scope.ts';
import type { Database } from '../../src/engine/database.ts';
import { openEngine } from './open-engine.ts';

const numbering = { checkType: () => 1, items: () => [1], provider: () => 1 };
const never = () => false;

describe('every statement the code can build is accepted by the shipped engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEngine();
  });

  for (const [source, dimension] of SOURCES.flatMap((each) => DIMENSIONS.map((dimension) => [each, dimension] as const))) {
    for (const grain of GRAINS) {
      for (const attribution of ['full', 'equal', 'single'] as const) {
        it(`figures of ${source} by ${dimension}, grain ${grain}, points ${attribution}`, async () => {
          const measure = { grain, attribution, ownPrefecture: 14 };
          database.bind(scopeVariables(EVERYTHING, measure, dimension, numbering));
          const rows = await database.query(figuresStatement(source, dimension, measure), never);
          expect(rows).toEqual({ ok: true, value: [] });
        });
      }
    }
    it(`months of the lines of ${source} by ${dimension}`, async () => {
      expect(await database.query(seriesStatement(source, dimension), never)).toEqual({ ok: true, value: [] });
    });
    if (source !== 'aggregate') {it(`members of a cell of ${source} by ${dimension}`, async () => {
      database.bind(cellVariables({ line: 0, results: ['reduced'], recordResults: null }, { start: 0, size: 10 }));
      expect(await database.query(membersStatement(source, dimension), never)).toEqual({ ok: true, value: [] });
      const counted = await database.query(membersCountStatement(source, dimension), never);
      expect(counted).toEqual({ ok: true, value: [{ applications: 0, records: 0 }] });
    });}
  }

  for (const source of SOURCES) {
    it.each(GRAINS)(`both month tables of ${source}, grain %s`, async (grain) => {
      expect(await database.query(monthsStatement(source, grain), never)).toEqual({ ok: true, value: [] });
    });
  }

  it('an empty list keeps nothing, a null list everything', async () => {
    database.execute('INSERT INTO fact VALUES (0, 0, 202404, 0, -5, 1, 14, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1)');
    const measure = { grain: 'row' as const, attribution: 'full' as const, ownPrefecture: 14 };
    const count = async (feeTables: readonly (1 | 3)[] | null) => {
      database.bind(scopeVariables({ ...EVERYTHING, feeTables }, measure, 'total', numbering));
      const rows = await database.query(figuresStatement('all', 'total', measure), never);
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
