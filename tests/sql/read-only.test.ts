import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import type { ReadOnlySession } from '../../src/engine/read-only-session.ts';
import { openEngine } from './open-engine.ts';

const never = () => false;
/** Asked so often, then yes: a user who presses cancel a little later. */
const after = (times: number) => () => times-- <= 0;

/** Everything that could change, read, write or load something, and what tries to break out of the brackets. */
const REFUSED = [
  'DROP TABLE fact',
  'DROP VIEW IF EXISTS fact',
  'DELETE FROM fact',
  'UPDATE fact SET points = 0',
  'INSERT INTO fact VALUES (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)',
  'TRUNCATE fact',
  'ALTER TABLE fact RENAME TO gone',
  'CREATE TABLE mine (a INTEGER)',
  'CREATE TEMP TABLE mine (a INTEGER)',
  'CREATE OR REPLACE MACRO share_unit() AS 2',
  'CREATE VIEW mine AS SELECT 1',
  "COPY fact TO 'fact.csv'",
  "COPY (SELECT 1) TO 'fact.csv'",
  "COPY fact FROM 'fact.csv'",
  "ATTACH ':memory:' AS other",
  "ATTACH 'other.db'",
  'DETACH memory',
  'USE memory',
  'INSTALL json',
  'LOAD json',
  "EXPORT DATABASE 'somewhere'",
  "IMPORT DATABASE 'somewhere'",
  'PRAGMA database_list',
  "SET memory_limit = '1GB'",
  'SET VARIABLE axis = 1',
  'RESET lock_configuration',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'CHECKPOINT',
  'VACUUM',
  'ANALYZE',
  'CALL pragma_version()',
  'PREPARE mine AS SELECT 1',
  "SELECT * FROM read_csv('/etc/hosts')",
  "SELECT * FROM read_text('/etc/hosts')",
  "SELECT * FROM glob('/*')",
  'SELECT 1; SELECT 2',
  'SELECT 1; DROP TABLE fact',
  'COMMIT; DROP TABLE fact',
];

/** Ways to write a call that may not be made. */
const CALLS = [
  'FROM enable_logging()',
  'SELECT * FROM ENABLE_LOGGING ()',
  'FROM "Enable_Logging"()',
  'FROM main."checkpoint" ( )',
  'FROM checkpoint　()',
  'FROM checkpoint\u200b()',
  'FROM checkpoint/* /* */ */()',
  'FROM checkpoint -- \n()',
  'FROM fact, LATERAL (FROM truncate_duckdb_logs())',
  'WITH mine AS (FROM disable_logging()) FROM mine',
  "FROM query('FROM fact')",
  "FROM query('FROM enable_' || 'logging()')",
  "SELECT write_log('text')",
  "SELECT list_transform([1], lambda each: write_log('text'))",
  "SELECT * FROM sniff_csv('/etc/hosts')",
  'FROM arrow_scan(0, 0, 0)',
];

const WRONG = [
  'EXECUTE mine',
  '',
  'SELECT',
  'SELECT 1) ; DROP TABLE fact; SELECT * FROM (SELECT 1',
  'SELECT 1) UNION ALL (SELECT 2',
  'SELECT 1) LIMIT 5 --',
  'SELECT 1) /*',
  'SELECT 1 /*',
  'WITH gone AS (DELETE FROM fact RETURNING *) SELECT * FROM gone',
  "FROM '/etc/hosts'",
  'SELECT nothing FROM fact',
  'SELECT * FROM nowhere',
];

/** Each would work for hours. */
const ENDLESS = [
  'SELECT count(*) FROM range(1e9::BIGINT) a, range(1e9::BIGINT) b',
  'SELECT * FROM range(1e9::BIGINT) a, range(1e9::BIGINT) b WHERE a.range + b.range = -1',
  'WITH RECURSIVE up AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM up) SELECT count(*) FROM up',
];

describe('a statement of the user’s', () => {
  let database: Database;
  let session: ReadOnlySession;
  beforeAll(async () => {
    database = await openEngine();
    database.execute('INSERT INTO fact SELECT range, range, 202404, 0, -5, 1, 14, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1 FROM range(30000)');
    session = database.readOnlySession();
  });

  const intact = async () => {
    expect(await database.query('SELECT count(*) AS n, sum(points)::BIGINT AS points FROM fact', never)).toEqual({
      ok: true,
      value: [{ n: 30_000, points: -150_000 }],
    });
    const tables = await database.query("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = 'mine'", never);
    expect(tables).toEqual({ ok: true, value: [{ n: 0 }] });
  };

  it.each(REFUSED)('is refused: %s', async (statement) => {
    const outcome = await session.run(statement, 10, never);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'sql_refused' } });
    await intact();
  });

  /** What a statement could change beside the tables. */
  const stateOfEngine = async () => [
    await database.query('SELECT name, value FROM duckdb_settings() ORDER BY name', never),
    await database.query('SELECT count(*) AS lines FROM duckdb_logs()', never),
    await database.query('SELECT name, value FROM duckdb_variables() ORDER BY name', never),
  ];

  it.each(CALLS)('is refused for what it calls: %s', async (statement) => {
    const before = await stateOfEngine();
    const outcome = await session.run(statement, 10, never);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'sql_refused', facts: { function: expect.any(String) as string } } });
    expect(await stateOfEngine()).toEqual(before);
  });

  it('calls none of the engine’s table functions but those that make rows or tell of tables', async () => {
    const names = await database.query("SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type LIKE 'table%'", never);
    const taken: unknown[] = [];
    for (const { name } of names.ok ? names.value : []) {
      const outcome = await session.run(`FROM ${String(name)}()`, 1, never);
      if (outcome.ok || outcome.failure.code !== 'sql_refused') taken.push(name);
    }
    expect(taken.toSorted()).toEqual([
      ...['duckdb_columns', 'duckdb_functions', 'duckdb_keywords', 'duckdb_tables', 'duckdb_types', 'duckdb_views', 'generate_series', 'histogram'],
      ...['histogram_values', 'pragma_show', 'pragma_table_info', 'pragma_version', 'query_table', 'range', 'repeat', 'repeat_row', 'unnest'],
    ]);
  });

  it.each([
    'SELECT checkpoint FROM (SELECT 1 AS checkpoint)',
    "SELECT 'summary' AS query, 1 AS summary",
    'FROM range(3)',
    "FROM query_table('fact')",
    "SELECT unnest([1, 2]), repeat('a', 2)",
    'FROM (SHOW TABLES)',
    'DESCRIBE fact',
    'SUMMARIZE fact',
  ])('may still be: %s', async (statement) => {
    const before = await stateOfEngine();
    expect(await session.run(statement, 10, never)).toMatchObject({ ok: true });
    expect(await stateOfEngine()).toEqual(before);
  });

  it.each(WRONG)('is wrong: %s', async (statement) => {
    const outcome = await session.run(statement, 10, never);
    expect(outcome.ok ? 'ok' : outcome.failure.code).toMatch(/^sql_(?:wrong|refused)$/u);
    await intact();
  });

  it.each(ENDLESS)('is cancelled: %s', async (statement) => {
    expect(await session.run(statement, 10, after(3))).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    await intact();
  });

  it('gives its first rows and tells that there are more', async () => {
    const outcome = await session.run('SELECT record FROM fact ORDER BY record DESC', 3, never);
    expect(outcome).toEqual({
      ok: true,
      value: { columns: [{ name: 'record', isNumber: true }], rows: [['29999'], ['29998'], ['29997']], isCut: true },
    });
    const all = await session.run('SELECT record FROM fact', 30_000, never);
    expect(all.ok && all.value.rows.length).toBe(30_000);
    expect(all.ok && all.value.isCut).toBe(false);
  });

  it.each(['SELECT 1 AS n -- note', 'SELECT 1 AS n;', ' SELECT 1 AS n ;;\n', '-- note\nSELECT 1 AS n', 'SELECT　1　AS　n'])('may be written as %j', async (statement) => {
    expect(await session.run(statement, 5, never)).toEqual({
      ok: true,
      value: { columns: [{ name: 'n', isNumber: true }], rows: [['1']], isCut: false },
    });
  });

  it('gives cells exactly as the engine writes them', async () => {
    const statement = "SELECT 9007199254740993 AS big, 1.50 AS money, DATE '2024-04-01' AS day, [1, 2] AS list, NULL AS nothing, 'あ' AS text, 1 AS big";
    const outcome = await session.run(statement, 5, never);
    expect(outcome.ok && outcome.value.rows).toEqual([['9007199254740993', '1.50', '2024-04-01', '[1, 2]', null, 'あ', '1']]);
    expect(outcome.ok && outcome.value.columns.map(({ isNumber }) => isNumber)).toEqual([true, true, false, false, true, false, true]);
  });

  it('names the line of what is wrong in the middle of running', async () => {
    const outcome = await session.run("SELECT record,\n  CAST(points || 'x' AS INTEGER)\nFROM fact", 5, never);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'sql_wrong' } });
    expect(outcome.ok ? '' : outcome.failure.facts.detail).toMatch(/^Conversion Error.*LINE 2: /su);
  });

  it('reads the variables that are bound for it, and no others’', async () => {
    session.bind([{ name: 'period_from', type: 'INTEGER', value: 202404 }]);
    const read = async () => {
      const outcome = await session.run("SELECT getvariable('period_from') AS month", 5, never);
      return outcome.ok && outcome.value.rows[0]?.[0];
    };
    database.bind([{ name: 'period_from', type: 'INTEGER', value: 202501 }]);
    expect(await read()).toBe('202404');
  });
});
