import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceAggregate } from '../../src/engine/aggregate-table.ts';
import type { Database, NumberColumns, Row } from '../../src/engine/database.ts';
import { FactTable } from '../../src/engine/fact-table.ts';
import { figuresOf, monthSumsOf } from '../../src/engine/read-figures.ts';
import { EVERYTHING, type Scope, scopeVariables } from '../../src/metrics/scope.ts';
import { NO_FIGURES } from '../../src/metrics/figures.ts';
import { monthFigures } from '../../src/metrics/month-figures.ts';
import { recordShapeOf, shapeOf } from '../../src/metrics/scope-definition.ts';
import { figuresStatement, monthsStatement } from '../../src/metrics/statements.ts';
import { aggregate } from '../../src/records/aggregate.ts';
import type { Classified } from '../../src/records/classified.ts';
import { GRAINS } from '../../src/records/grain.ts';
import { RecordStore } from '../../src/records/record-store.ts';
import { openEngine } from './open-engine.ts';

const numbering = { checkType: (name: string) => Number(name), items: () => [1], provider: () => 1 };
const DIMENSIONS = ['total', 'request_month', 'result_month'] as const;
const LARGE = 9_999_999_999;

const month = fc.constantFrom(0, 202404, 202405);
/** What records agree in or not. */
const traits = fc.record({
  requestMonth: month,
  resultMonth: month,
  feeTable: fc.nat(4),
  prefecture: fc.constantFrom(0, 13, 14),
  checkType: fc.nat(2),
  result: fc.integer({ min: 1, max: 7 }),
  excluded: fc.nat(1),
});
const points = fc.constantFrom(Number.NaN, 0, -300, 300, -LARGE, LARGE);
/** Few kinds of records, each of which differs from the first in one trait, so that many agree and others nearly do. */
const kinds = fc.tuple(traits, fc.array(fc.tuple(traits, fc.constantFrom('requestMonth', 'resultMonth', 'feeTable', 'prefecture', 'checkType', 'result', 'excluded')), { maxLength: 3 })).map(
  ([first, others]) => [first, ...others.map(([other, trait]) => ({ ...first, [trait]: other[trait] }))],
);
const loaded = kinds.chain((of) =>
  fc.array(
    fc.record({ application: fc.nat(8), kind: fc.constantFrom(...of), points }).map(({ kind, ...own }) => ({ ...kind, ...own })),
    { minLength: 8, maxLength: 25 },
  ),
);
const waiting = fc.array(fc.record({ application: fc.nat(2), requestMonth: month, checkType: fc.nat(2), excluded: fc.nat(1) }), { maxLength: 3 });
const scope: fc.Arbitrary<Scope> = fc.record({
  axis: fc.constantFrom('request', 'result'),
  from: fc.constantFrom(null, null, 202404, 202405),
  to: fc.constantFrom(null, null, 202404, 202405),
  feeTables: fc.constantFrom<Scope['feeTables']>(null, [1], [2, 4]),
  region: fc.constantFrom<Scope['region']>(null, 'in', 'out'),
  checkTypes: fc.constantFrom<Scope['checkTypes']>(null, null, ['1']),
  results: fc.constantFrom<Scope['results']>(null, null, ['reduced', 'upheld']),
  keepsExcluded: fc.boolean(),
  countsListed: fc.boolean(),
}).map((asked) => ({ ...EVERYTHING, ...asked }));

type Each<A> = A extends fc.Arbitrary<(infer T)[]> ? T : never;

/** Records and waiting lines as rules and lists make them, without items. Applications are numbered without gaps. */
function classifiedOf(records: readonly Each<typeof loaded>[], lines: readonly Each<typeof waiting>[]): Classified {
  const numbers = [...new Set(records.map(({ application }) => application))];
  const whole = <T>(of: readonly T[], value: (each: T, place: number) => number): Int32Array => Int32Array.from(of, value);
  const record = whole(records, (_, place) => place);
  const waits = whole(lines, (_, place) => 2 ** 30 + place);
  return {
    facts: {
      size: records.length,
      record,
      application: whole(records, ({ application }) => numbers.indexOf(application)),
      applications: numbers.length,
      requestMonth: whole(records, ({ requestMonth }) => requestMonth),
      resultMonth: whole(records, ({ resultMonth }) => resultMonth),
      points: Float64Array.from(records, ({ points }) => points),
      feeTable: whole(records, ({ feeTable }) => feeTable),
      prefecture: whole(records, ({ prefecture }) => prefecture),
      provider: new Int32Array(records.length),
      ownPrefecture: 14,
      checkType: whole(records, ({ checkType }) => checkType),
      checkTypes: ['1', '2'],
      result: whole(records, ({ result }) => result),
      upheldCause: new Int32Array(records.length),
      items: { items: [], record, item: new Int32Array(records.length), basis: new Uint8Array(records.length), count: new Int32Array(records.length) },
    },
    joined: { excluded: whole(records, ({ excluded }) => excluded) },
    waiting: {
      record: waits,
      application: whole(lines, ({ application }) => numbers.length + application),
      requestMonth: whole(lines, ({ requestMonth }) => requestMonth),
      checkType: whole(lines, ({ checkType }) => checkType),
      itemCount: new Int32Array(lines.length),
      excluded: whole(lines, ({ excluded }) => excluded),
      pairs: { record: waits, item: new Int32Array(lines.length) },
    },
  } as unknown as Classified;
}

describe('records brought together', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEngine();
  });

  async function answerOf(statement: string): Promise<readonly Row[]> {
    const rows = await database.query(statement, () => false);
    if (!rows.ok) throw new Error(rows.failure.code);
    return rows.value;
  }

  async function columnsOf(statement: string): Promise<NumberColumns> {
    const columns = await database.columns(statement, () => false);
    if (!columns.ok) throw new Error(columns.failure.code);
    return columns.value;
  }

  it.each(GRAINS)('and month by month, give the figures that all records give, exactly, in any scope: grain %s', async (grain) => {
    const facts = new FactTable(database);
    let lines = 0;
    let records = 0;
    await fc.assert(
      fc.asyncProperty(loaded, waiting, scope, fc.constantFrom(...DIMENSIONS), async (some, waits, asked, dimension) => {
        const classified = classifiedOf(some, waits);
        const together = aggregate(new RecordStore(), classified);
        lines += together.applications.length;
        records += some.length + waits.length;
        replaceAggregate(database, together);
        await facts.bring(classified);
        const measure = { grain, attribution: 'full', ownPrefecture: 14 } as const;
        database.bind(scopeVariables(asked, measure, 'total', numbering));
        const all = await answerOf(figuresStatement(recordShapeOf(asked), dimension, measure));
        expect(await answerOf(figuresStatement(shapeOf(asked, dimension), dimension, measure))).toEqual(all);
        const expected = all.map((row) => [row.line, figuresOf(row)]);
        for (const shape of [recordShapeOf(asked), shapeOf(asked, 'total')]) {
          const { total, request, result } = monthFigures(monthSumsOf(await columnsOf(monthsStatement(shape))), grain);
          const given = { total: [[0, total]], request_month: [...request], result_month: [...result] }[dimension];
          expect(given).toEqual(dimension === 'total' && expected.length === 0 ? [[0, NO_FIGURES]] : expected);
        }
      }),
      { numRuns: 400 },
    );
    expect(lines).toBeLessThan(records * 0.8);
  }, 120_000);
});
