import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, Row } from '../../src/engine/database.ts';
import { EVERYTHING, scopeVariables } from '../../src/metrics/scope.ts';
import { RESULT_MONTHS_FROM, figuresStatement, monthsStatement } from '../../src/metrics/statements.ts';
import { GRAINS } from '../../src/records/grain.ts';
import { openEngine } from './open-engine.ts';

const numbering = { checkType: () => 1, items: () => [1], provider: () => 1 };

const month = fc.constantFrom(0, 202404, 202405, 202406);
const record = fc.record({ application: fc.nat(8), requestMonth: month, resultMonth: month, points: fc.constantFrom(-300, -120, -1, 0, 0, 120, 300), result: fc.integer({ min: 1, max: 7 }), items: fc.nat(3) });

describe('both month tables in one statement', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEngine();
  });

  async function rowsOf(statement: string): Promise<readonly Row[]> {
    const rows = await database.query(statement, () => false);
    if (!rows.ok) throw new Error(rows.failure.code);
    return rows.value;
  }

  it.each(GRAINS)('are those of the two statements shown, grain %s', async (grain) => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 20 }), fc.constantFrom('full', 'equal', 'single'), async (records, attribution) => {
        const values = records.map(({ application, requestMonth, resultMonth, points, result, items }, place) => {
          const isOnly = records.filter((other) => other.application === application).length === 1 ? 1 : 0;
          return `(${[place, application, requestMonth, resultMonth, points, 1, 14, 1, 1, result, 0, items, isOnly, 0, 0, 0, 1].join(', ')})`;
        });
        database.execute('DELETE FROM fact');
        if (values.length > 0) database.execute(`INSERT INTO fact VALUES ${values.join(', ')}`);
        const measure = { grain, attribution, ownPrefecture: 14 };
        database.bind(scopeVariables(EVERYTHING, measure, 'request_month', numbering));
        const byRequest = await rowsOf(figuresStatement('all', 'request_month', measure));
        const byResult = await rowsOf(figuresStatement('all', 'result_month', measure));
        const both = [...byRequest, ...byResult.map((row) => ({ ...row, line: Number(row.line) + RESULT_MONTHS_FROM }))];
        expect(await rowsOf(monthsStatement('all', grain))).toEqual(both);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
