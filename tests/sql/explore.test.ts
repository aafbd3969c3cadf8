import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { overviewStatement, profileStatement } from '../../src/explore/profile-statement.ts';
import { READABLE, READABLE_COLUMNS, createReadable, createScoped, createValueType, dropReadable, identifier } from '../../src/explore/readable-table.ts';
import { recordShapeOf } from '../../src/metrics/scope-definition.ts';
import { EVERYTHING, scopeVariables, valueVariables } from '../../src/metrics/scope.ts';
import { LOADED_COLUMNS } from '../../src/records/columns.ts';
import { openEngine } from './open-engine.ts';
import { SCOPES } from './scopes.ts';

const numbering = { checkType: () => 1, items: () => [1], provider: () => 1 };
const MEASURE = { grain: 'row', attribution: 'full', ownPrefecture: 14 } as const;
const WHOLE = recordShapeOf(EVERYTHING);
const never = () => false;

describe('every statement of 調べる is accepted by the shipped engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEngine();
    database.execute(dropReadable());
    database.execute("CREATE TABLE new_value AS SELECT 'い' AS value UNION ALL SELECT 'あ'");
    const enumerated = LOADED_COLUMNS.map(({ form }) => form === 'text');
    enumerated.forEach((isEnumerated, place) => {
      if (isEnumerated) database.execute(createValueType(place));
    });
    database.execute(createReadable(enumerated));
    database.execute(createScoped(WHOLE));
    database.bind(scopeVariables(EVERYTHING, MEASURE, 'total', numbering));
    database.bind(valueVariables(10));
  });

  it.each(LOADED_COLUMNS)('values of $name', async (column) => {
    expect(await database.query(profileStatement(WHOLE, column), never)).toEqual({ ok: true, value: [] });
  });

  it.each(Object.entries(SCOPES))('all columns at once, and the records, of %s', async (_, scope) => {
    database.bind(scopeVariables(scope, MEASURE, 'total', numbering));
    const shape = recordShapeOf(scope);
    const rows = await database.query(overviewStatement(shape), never);
    expect(rows.ok && Object.values(rows.value[0] ?? {})).toEqual(Array.from({ length: 1 + 2 * LOADED_COLUMNS.length }, () => 0));
    database.execute(createScoped(shape));
    expect(await database.query(`SELECT * FROM ${identifier(READABLE.scoped)}`, never)).toEqual({ ok: true, value: [] });
    database.bind(scopeVariables(EVERYTHING, MEASURE, 'total', numbering));
  });

  it.each(Object.entries(READABLE_COLUMNS))('the columns completion offers for %s', async (table, columns) => {
    const rows = await database.query(`SELECT ${columns.map(identifier).join(', ')} FROM ${identifier(table)}`, never);
    expect(rows).toEqual({ ok: true, value: [] });
  });

  it('counts values with the commonest first, blanks apart, equal ones in the order of code points', async () => {
    const records = identifier(READABLE.records);
    database.execute('INSERT INTO fact SELECT range, range, 202404, 0, -5, 1, 14, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1 FROM range(6)');
    database.execute(`INSERT INTO ${records} (レコード番号, 申出種別) VALUES (0, 'い'), (1, 'い'), (2, 'あ'), (3, 'あ'), (4, NULL), (5, 'い')`);
    const column = LOADED_COLUMNS.find(({ name }) => name === '申出種別');
    if (column === undefined) throw new Error('no such column');
    const facts = { all_records: 6, blank_records: 1, distinct_values: 2 };
    const ask = async () => {
      const rows = await database.query(profileStatement(WHOLE, column), never);
      return rows.ok ? rows.value : rows.failure;
    };
    expect(await ask()).toEqual([
      { value: 'い', records: 3, ...facts },
      { value: 'あ', records: 2, ...facts },
      { value: null, records: 1, ...facts },
    ]);
    database.execute(`INSERT INTO fact VALUES (6, 6, 202404, 0, -5, 1, 14, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1); INSERT INTO ${records} (レコード番号, 申出種別) VALUES (6, 'あ')`);
    expect(await ask()).toMatchObject([{ value: 'あ' }, { value: 'い' }, { value: null }]);
    database.bind(valueVariables(1));
    expect(await ask()).toEqual([{ value: 'あ', records: 3, all_records: 7, blank_records: 1, distinct_values: 2 }]);
  });

  it('can be taken away, whatever is there', () => {
    database.execute(dropReadable());
    database.execute(dropReadable());
    expect(() => { database.execute('SELECT * FROM レコード'); }).toThrow();
  });
});
