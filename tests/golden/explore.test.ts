import { beforeAll, describe, expect, it } from 'vitest';
import { formatMonth } from '../../src/core/months.ts';
import { narrowed } from '../../src/explore/narrowing.ts';
import type { ColumnProfile } from '../../src/explore/profile.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import type { MemberRecord } from '../../src/metrics/members.ts';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { type Choices, EVERYTHING, type Scope } from '../../src/metrics/scope.ts';
import { LOADED_COLUMNS, loadedColumn } from '../../src/records/columns.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { type OracleRecord, compute } from '../oracle/oracle.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { type AppState, loadIntoApp } from './app-files.ts';

const FILES = makeMess(3);
const CHOICES: Choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null };
const ALL = { line: 0, results: null, recordResults: null };
const SCOPES: readonly Scope[] = [EVERYTHING, { ...EVERYTHING, region: 'in', feeTables: [1, 2] }, { ...EVERYTHING, from: 202405, to: 202406 }];

/** What the columns with a meaning say, by the computation that knows none of the app's code; null is blank. */
const MEANT: Readonly<Record<string, (record: OracleRecord) => string | number | null>> = {
  審査結果: ({ outcome }) => outcome,
  点検区分: ({ checkType }) => checkType,
  項目数: ({ items }) => items.length,
  依頼年月: ({ requestMonth }) => requestMonth,
  結果処理年月: ({ resultMonth }) => resultMonth,
  増減点数: ({ points }) => points,
  レセプト全国共通キー: ({ key }) => (key === '' ? null : key),
};

function tally(values: Iterable<string | number | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null && value !== '') counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return counts;
}

let app: AppState;
beforeAll(async () => {
  app = await loadIntoApp(FILES);
});

async function profileOf(scope: Scope, column: string, search = ''): Promise<ColumnProfile> {
  const answer = await app.workbench.column(scope, CHOICES, column, search);
  if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function recordsIn(scope: Scope): Promise<readonly MemberRecord[]> {
  const members = await app.workbench.members(scope, CHOICES, 'total', ALL, { start: 0, size: 100_000 });
  if (!members.ok) throw new Error(members.failure.code);
  return members.value.rows;
}

const counted = (profile: ColumnProfile): Map<string, number> => new Map(profile.values.map(({ value, records }) => [value, records]));
const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0);

describe('the values of a column', () => {
  it('are counted as the independent computation counts them', async () => {
    const { records } = compute(FILES, { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) });
    for (const [name, meaning] of Object.entries(MEANT)) {
      const profile = await profileOf(EVERYTHING, name);
      const expected = tally(records.map(meaning));
      const isMonth = loadedColumn(name).form === 'month';
      const shown = new Map([...counted(profile)].map(([value, count]) => [isMonth ? formatMonth(Number(value)) : value, count]));
      expect(profile.records, name).toBe(records.length);
      expect(profile.distinct, name).toBe(expected.size);
      expect(profile.filled, name).toBe(sum(expected.values()));
      for (const [value, count] of shown) expect(count, `${name} ${value}`).toBe(expected.get(value));
      expect(profile.values.map(({ records: each }) => each), name).toEqual([...expected.values()].toSorted((a, b) => b - a).slice(0, 200));
    }
  });

  it('are counted as they stand in the records in scope, for every text column and scope', async () => {
    for (const scope of SCOPES) {
      const records = await recordsIn(scope);
      for (const { name, field, form } of LOADED_COLUMNS) {
        if (field === null || form !== 'text') continue;
        const profile = await profileOf(scope, name);
        const expected = tally(records.map(({ values }) => values[field] ?? null));
        expect([profile.records, profile.filled, profile.distinct], name).toEqual([records.length, sum(expected.values()), expected.size]);
        for (const [value, count] of counted(profile)) expect(count, `${name} ${value}`).toBe(expected.get(value));
        if (expected.size <= 200) expect(counted(profile).size, name).toBe(expected.size);
      }
    }
  });

  it('are told alike by the list of columns and by each column', async () => {
    for (const scope of SCOPES) {
      const overview = await app.workbench.columns(scope, CHOICES);
      if (!overview.ok) throw new Error(overview.failure.code);
      expect(overview.value.map(({ column }) => column)).toEqual(LOADED_COLUMNS.map(({ name }) => name));
      for (const { column, records, filled, distinct } of overview.value) {
        const profile = await profileOf(scope, column);
        expect({ records: profile.records, filled: profile.filled, distinct: profile.distinct }, column).toEqual({ records, filled, distinct });
      }
    }
  });

  it('spread over bins that hold every filled record once', async () => {
    for (const { name, form } of LOADED_COLUMNS) {
      const { spread, filled } = await profileOf(EVERYTHING, name);
      if (form === 'text') expect(spread, name).toBeNull();
      else expect(sum((spread?.bins ?? []).map(({ records }) => records)), name).toBe(filled);
    }
  });

  it('are found whatever their width and case', async () => {
    const column = LOADED_COLUMNS.find(({ name }) => name === '理由内容')?.name ?? '';
    const all = await profileOf(EVERYTHING, column);
    const some = [...(all.values[0]?.value ?? '')].slice(0, 4).join('');
    const found = await profileOf(EVERYTHING, column, some.normalize('NFKC').toLowerCase());
    expect(found.found).toBeGreaterThan(0);
    expect(found.values.map(({ value }) => value)).toContain(all.values[0]?.value);
    expect(found.filled).toBe(all.filled);
    const hits = await app.workbench.findValues(some);
    expect(hits.ok && hits.value.find((each) => each.column === column)?.values).toBe(found.found);
  });
});

describe('a scope narrowed to a value', () => {
  it('keeps exactly the records that have it, in every column', async () => {
    for (const column of LOADED_COLUMNS) {
      const { values, records, filled } = await profileOf(EVERYTHING, column.name);
      const choices = [...values.slice(0, 2), ...(filled < records ? [{ value: '', records: records - filled }] : [])];
      for (const { value, records: expected } of choices) {
        const isNumber = column.form !== 'text' && value !== '';
        const chosen = isNumber ? { values: null, from: Number(value), to: Number(value) } : { values: [value], from: null, to: null };
        const scope = narrowed(EVERYTHING, column, chosen);
        expect((await recordsIn(scope)).length, `${column.name} ${value}`).toBe(expected);
        const table = await app.workbench.table(scope, CHOICES, 'total');
        expect(table.ok && table.value.total.applications, column.name).toBe(new Set((await recordsIn(scope)).map(({ application }) => application)).size);
      }
    }
  });

  it('keeps the records of all its values, and of all its columns together', async () => {
    const both = { values: ['0', '1', ''], from: null, to: null };
    const scope = narrowed(narrowed(EVERYTHING, loadedColumn('本人家族入外'), both), loadedColumn('増減点数'), { values: null, from: -1000, to: -1 });
    const expected = (await recordsIn(EVERYTHING)).filter(({ values }) => {
      const points = Number((values[148] ?? '').normalize('NFKC').replaceAll(',', '').replace(/^[▲△]/u, '-'));
      return both.values.includes(values[9] ?? '') && values[148] !== undefined && points >= -1000 && points <= -1;
    });
    expect((await recordsIn(scope)).length).toBe(expected.length);
  });
});

describe('the readable tables', () => {
  const run = async (sql: string, scope = EVERYTHING) => {
    const answer = await app.workbench.runSql(sql, scope, CHOICES, 'total');
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return answer.value.rows;
  };

  it('hold the loaded records, those in scope, and the items', async () => {
    const scope = SCOPES[1] ?? EVERYTHING;
    const [all, scoped] = [await recordsIn(EVERYTHING), await recordsIn(scope)];
    expect(await run('SELECT count(*), count(DISTINCT 申出番号) FROM レコード')).toEqual([[String(all.length), String(app.loaded.applications)]]);
    expect(await run('SELECT count(*) FROM 対象レコード', scope)).toEqual([[String(scoped.length)]]);
    expect(await run('SELECT count(*) FROM 対象レコード', { ...EVERYTHING, results: [] })).toEqual([['0']]);
    expect(await run('SELECT sum(項目数) FROM レコード')).toEqual(await run('SELECT count(*) FROM 項目'));
  });

  it('take every column name as it is written', async () => {
    const names = LOADED_COLUMNS.map(({ name }) => name).join(', ');
    expect(await run(`SELECT ${names} FROM レコード LIMIT 1`)).toHaveLength(1);
  });

  it('run the statement behind a table to the same figures', async () => {
    for (const dimension of ['item', 'check_type', 'request_month'] as const) {
      const scope = SCOPES[1] ?? EVERYTHING;
      const choices: Choices = { ...CHOICES, attribution: 'equal' };
      const shown = await app.workbench.statement(scope, choices, dimension);
      const table = await app.workbench.table(scope, choices, dimension);
      if (!shown.ok || !table.ok) throw new Error('no answer');
      const answer = await app.workbench.runSql(shown.value.sql, scope, choices, dimension);
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
      const place = (name: string): number => answer.value.columns.findIndex((column) => column.name === name);
      const figures = answer.value.rows.map((row) => [Number(row[place('line')]), Number(row[place('applications')]), Number(row[place('reduced_effect')])]);
      expect(figures).toEqual(unpackTable(table.value).lines.map(({ line, figures: of }) => [line, of.applications, of.reducedEffect]));
    }
  });

  it('are those of what is loaded now', async () => {
    const later = await loadIntoApp(makeMess(3).slice(0, 2));
    const count = async () => {
      const answer = await later.workbench.runSql('SELECT count(*) FROM レコード', EVERYTHING, CHOICES, 'total');
      return answer.ok ? answer.value.rows[0]?.[0] : answer.failure.code;
    };
    const before = await count();
    await later.workbench.startOver();
    await later.workbench.commit();
    expect(before).not.toBe('0');
    expect(await count()).toBe('0');
  });
});
