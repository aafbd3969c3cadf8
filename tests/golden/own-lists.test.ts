import { describe, expect, it } from 'vitest';
import { FEE_TABLES } from '../../src/classify/claim-codes.ts';
import type { ListRoles } from '../../src/classify/application-list-roles.ts';
import { formatMonth } from '../../src/core/months.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { EVERYTHING, type Scope, canHoldListed } from '../../src/metrics/scope.ts';
import type { Registered } from '../../src/records/registered-applications.ts';
import { registeredInList } from '../../src/report/papers/registered-claims.ts';
import { makeApplicationList, makeExclusionList } from '../../tools/sample/application-lists.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { PLAIN, annexFile } from '../oracle/annex-file.ts';
import { type OracleFile, type OracleOptions, type OracleResult, compute } from '../oracle/oracle.ts';
import type { ListColumns, OwnLists } from '../oracle/own-lists.ts';
import { type AppState, filesOfApp, loadIntoApp } from './app-files.ts';

const BASE: OracleOptions = { ...PLAIN, kept: KEPT_FIELDS.map((field) => field.number) };
const TABLES = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv'] as const;

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

async function valueOf<T>(answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
  const outcome = await answer;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

function rolesOf({ key, month = null, code = null, name = null, checkType = null, points = null }: Nullable<ListColumns>): ListRoles {
  return { key, month, code, name, checkType, points };
}

function claimsOf({ records }: OracleResult) {
  return [...new Map(records.map((record) => [record.applicationId, record])).values()]
    .filter(({ key }) => key !== '')
    .map(({ key, requestMonth, items }) => ({ key, month: requestMonth, items }));
}

/** Tables under lists are the same, and every count ties with what the independent computation joined. */
async function expectSame(files: readonly OracleFile[], app: AppState, options: OracleOptions): Promise<void> {
  const expected = compute(files, options);
  const written = await filesOfApp(app, options);
  for (const name of TABLES) expect(written[name].split('\r\n'), `${name} ${JSON.stringify(options.axis)}`).toEqual(expected.files[name].split('\r\n'));
}

/** 申出登録件数 by month and fee table; their sum is what the counts on the screen come to. */
async function expectRegistered(files: readonly OracleFile[], app: AppState, options: OracleOptions): Promise<void> {
  const registered = await valueOf(app.workbench.registered());
  const keepsExcluded = options.lists?.keepsExcluded === true;
  const claims = registered === null ? null : registeredInList(registered, { ...EVERYTHING, keepsExcluded });
  const sums = new Map<string, number>();
  for (const { month, feeTable, count } of claims?.counts ?? []) {
    const name = `${month === 0 ? '' : formatMonth(month)} ${FEE_TABLES[feeTable]}`;
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  expect(sums).toEqual(compute(files, options).registered);
}

async function expectTies(app: AppState, expected: OracleResult, lists: Required<Pick<OwnLists, 'applications' | 'exclusions'>>): Promise<void> {
  const loaded = await valueOf(app.workbench.useExclusions(new Blob([lists.exclusions]), '点検除外.csv'));
  const counts = loaded?.lists.applications;
  const how = (join: string): number => expected.lines.filter((line) => line.how === join).length;
  expect(counts).toMatchObject({ lines: expected.lines.length, matched: how('exact') + how('normalised'), unmatched: how('none') });
  expect(counts?.joins).toMatchObject({ exact: how('exact'), normalised: how('normalised') });
  const named = new Set(expected.lines.flatMap((line) => [...line.applications]));
  const all = new Set(expected.records.map((record) => record.applicationId));
  expect(counts).toMatchObject({ listed: named.size, unlisted: all.size - named.size });
  const sides = [
    ['unmatched_lines', expected.lines.filter((line) => line.how === 'none').map((line) => line.key)],
    ['unlisted', [...new Map(expected.records.filter((record) => !named.has(record.applicationId)).map((record) => [record.applicationId, record.key])).values()]],
  ] as const;
  for (const [side, keys] of sides) {
    const page = await valueOf(app.workbench.listSide(side, { start: 0, size: 1e6 }));
    expect(page.rows.map(({ key }) => key), side).toEqual(keys);
    expect(page.all).toBe(keys.length);
  }
  const { exclusions } = loaded?.lists ?? {};
  expect(exclusions?.keys).toBe((exclusions?.matched ?? 0) + (exclusions?.unmatched ?? 0));
}

describe('with lists, the app and the independent computation write the same files', () => {
  for (let seed = 1; seed <= 24; seed++) {
    it(`seed ${String(seed)}`, async () => {
      const files = makeMess(`lists ${String(seed)}`);
      const claims = claimsOf(compute(files, BASE));
      const list = makeApplicationList(String(seed), claims);
      const lists = { applications: { text: list.text, columns: list.columns }, exclusions: makeExclusionList(String(seed), claims) };
      const app = await loadIntoApp(files);
      const file = new Blob([new Uint8Array(list.bytes)]);
      const head = await valueOf(app.workbench.listHead(file));
      expect(head.roles, head.header.join(',')).toEqual(rolesOf(list.columns));
      await valueOf(app.workbench.useApplications(file, '申出.csv', head.roles));
      await expectSame(files, app, { ...BASE, lists: { applications: lists.applications } });
      await expectTies(app, compute(files, { ...BASE, lists }), lists);
      for (const keepsExcluded of [false, true]) {
        for (const countsListed of [false, true]) {
          const options = { ...BASE, lists: { ...lists, keepsExcluded, countsListed } };
          await expectSame(files, app, options);
          await expectRegistered(files, app, options);
          await expectSame(files, app, { ...options, attribution: 'single', grain: 'row', denominator: 'applied', from: '2024-05' });
        }
      }
      await valueOf(app.workbench.useApplications(null, '', head.roles));
      await valueOf(app.workbench.useExclusions(null, ''));
      await expectSame(files, app, BASE);
    }, 60_000);
  }
});

describe('a list of applications', () => {
  const RECORDS = [
    { 1: '0142001', 192: '50606', 206: '査定', 148: '-100' },
    { 1: '0142001', 192: '50606', 206: '原審', 195: '160000110 血算' },
    { 1: '0142002', 192: '50606', 206: '原審' },
    { 1: '142002', 192: '50606', 206: '原審' },
    { 1: '142003', 192: '50606', 206: '原審' },
    { 1: '142003', 192: '50607', 206: '原審' },
    { 4: '1411234567', 192: '50606', 206: '原審' },
  ];
  const LIST = [
    'レセプト全国共通キー,申出年月,コード,名称',
    '0142001,R6.6,690000001,架空錠',
    '０１４２００１,,160000110,血算',
    '00142002,R6.6,690000001,架空錠',
    '142003,R6.8,690000001,架空錠',
    '142003,,690000001,架空錠',
    '142009,R6.6,690000001,架空錠',
    ',R6.6,690000001,架空錠',
  ];
  const ROLES: ListRoles = { key: 0, month: 1, code: 2, name: 3, checkType: null, points: null };
  const open = async () => (await loadIntoApp([annexFile('結果.csv', RECORDS)])).workbench;

  it('tells of every line why it was joined or not', async () => {
    const workbench = await open();
    const loaded = await valueOf(workbench.useApplications(new Blob([LIST.join('\n')]), '申出.csv', ROLES));
    expect(loaded?.lists.applications).toEqual({
      name: '申出.csv', lines: 7, matched: 3, unmatched: 4, listed: 3, unlisted: 3, waiting: 2, waitingLines: 2, waitingMonths: [202406, 202408],
      joins: { exact: 2, normalised: 1, no_key: 1, unknown_key: 1, other_month: 1, ambiguous: 1 }, recordsGiven: 3, unresolved: 0,
    });
    const { rows } = await valueOf(workbench.listSide('unmatched_lines', { start: 0, size: 10 }));
    expect(rows.map(({ line, key, join }) => [line, key, join])).toEqual([
      [4, '00142002', 'ambiguous'], [5, '142003', 'other_month'], [7, '142009', 'unknown_key'], [8, '', 'no_key'],
    ]);
  });

  it('gives its items to the records that name none, once each', async () => {
    const workbench = await open();
    await valueOf(workbench.useApplications(new Blob([LIST.join('\n')]), '申出.csv', ROLES));
    const { rows } = await valueOf(workbench.recognised({ start: 0, size: 100 }));
    expect(rows.map(({ line, code, name, basis }) => [line, code, name, basis])).toEqual([
      [2, '690000001', '架空錠', 'list'], [2, '160000110', '血算', 'list'], [3, '160000110', '血算', 'code'],
      [6, '690000001', '架空錠', 'list'], [7, '690000001', '架空錠', 'list'],
    ]);
  });

  it('shows the lines that wait for a result behind their figure, where they are counted', async () => {
    const workbench = await open();
    await valueOf(workbench.useApplications(new Blob([LIST.join('\n')]), '申出.csv', ROLES));
    const cell = { line: 0, results: ['pending'], recordResults: null } as const;
    const choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null } as const;
    const behind = async (countsListed: boolean) => {
      const members = await valueOf(workbench.members({ ...EVERYTHING, countsListed }, choices, 'total', cell, { start: 0, size: 10 }));
      return members.rows.map(({ file, filePlace, line, values }) => ({ file, filePlace, line, values }));
    };
    expect(await behind(false)).toEqual([]);
    expect(await behind(true)).toEqual([
      { file: '申出.csv', filePlace: null, line: 5, values: { 1: '142003', 192: '2024-08', 195: '690000001 架空錠' } },
      { file: '申出.csv', filePlace: null, line: 7, values: { 1: '142009', 192: '2024-06', 195: '690000001 架空錠' } },
    ]);
  });

  const NARROWED: readonly (readonly [string, Partial<Scope>])[] = [
    ['nothing', {}],
    ['request months', { from: 202406, to: 202408 }],
    ['result months', { axis: 'result', from: 202401, to: 202412 }],
    ['results with 未決', { results: ['upheld', 'pending'] }],
    ['results without it', { results: ['upheld'] }],
    ['fee tables', { feeTables: [1, 3] }],
    ['claims without a fee table', { feeTables: [0] }],
    ['県内', { region: 'in' }],
    ['県外', { region: 'out' }],
    ['a provider', { providers: ['1411234567'] }],
    ['records without a provider', { providers: [''] }],
    ['items', { items: ['医薬品:690000001'] }],
    ['a column', { columns: [{ column: '審査結果名称', values: ['原審', ''], from: null, to: null }] }],
  ];

  it.each(NARROWED)('is told to be counted just where it is: narrowed by %s', async (_, narrowing) => {
    const workbench = await open();
    await valueOf(workbench.useApplications(new Blob([LIST.join('\n')]), '申出.csv', ROLES));
    const choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null } as const;
    const applications = async (scope: Scope) => (await valueOf(workbench.table(scope, choices, 'total'))).total.applications;
    const scope = { ...EVERYTHING, ...narrowing };
    const more = (await applications({ ...scope, countsListed: true })) - (await applications(scope));
    expect(more > 0).toBe(canHoldListed(scope));
  });

  it('that is refused changes nothing', async () => {
    const workbench = await open();
    const before = await valueOf(workbench.useApplications(new Blob([LIST.join('\n')]), '申出.csv', ROLES));
    const broken = new Blob([`${LIST.join('\n')}\n142001,R6.13,,\n`]);
    expect(await workbench.useApplications(broken, '壊.csv', ROLES)).toEqual({ ok: false, failure: { code: 'list_month', facts: { line: 9, column: '申出年月' } } });
    expect(await workbench.useExclusions(new Blob(['キー\n"1\n']), '壊.csv')).toEqual({ ok: false, failure: { code: 'list_quote', facts: { line: 2 } } });
    expect(await valueOf(workbench.commit())).toEqual(before);
  });

  it('stays in force when files come after it, and waits for the first', async () => {
    const workbench = await open();
    await valueOf(workbench.startOver());
    expect(await valueOf(workbench.useExclusions(new Blob(['142003']), '除外.csv'))).toMatchObject({ lists: { exclusions: { matched: 1, applications: 2 } } });
    expect(await valueOf(workbench.commit())).toMatchObject({ applications: 0, lists: { exclusions: { matched: 0, unmatched: 1, applications: 0 } } });
  });
});

describe('申出登録件数', () => {
  const RECORDS = [
    { 1: '0142001', 3: '1', 192: '50606' },
    { 1: '0142001', 3: '1', 192: '50606', 206: '査定' },
    { 1: '0142002', 3: '1', 192: '50606' },
    { 1: '142002', 3: '3', 192: '50606' },
    { 1: '142003', 3: '4', 192: '50606' },
    { 1: '142003', 3: '4', 192: '50607' },
    { 1: '142005', 3: '2', 192: '50607' },
    { 3: '1', 192: '50606' },
  ];
  const LIST = [
    '共通キー,申出年月',
    '0142001,R6.6',
    '０１４２００１,',
    '00142002,R6.6',
    '142003,R6.8',
    '142003,',
    '142009,R6.6',
    '0142009,R6.6',
    ',R6.6',
    '142010,',
    '00142003,R6.9',
  ];
  const ROLES: ListRoles = { key: 0, month: 1, code: null, name: null, checkType: null, points: null };

  async function registered(exclusions: string | null): Promise<Registered | null> {
    const { workbench } = await loadIntoApp([annexFile('a.csv', RECORDS)]);
    if (exclusions !== null) await valueOf(workbench.useExclusions(new Blob([exclusions]), '除外.csv'));
    await valueOf(workbench.useApplications(new Blob([LIST.join('\n')]), '申出.csv', ROLES));
    return valueOf(workbench.registered());
  }

  it('count every application of the list once, with the fee table that results tell', async () => {
    const listed = { isExcluded: false, count: 1 };
    expect(await registered(null)).toEqual({
      lines: 10,
      counts: [
        // 142010, whose month nothing tells.
        { ...listed, month: 0, feeTable: 0 },
        // A key that two claims of different fee tables share, 142009 in two hands, a line without a key.
        { ...listed, month: 202406, feeTable: 0, count: 3 },
        { ...listed, month: 202406, feeTable: 1 },
        { ...listed, month: 202406, feeTable: 4 },
        { ...listed, month: 202407, feeTable: 4 },
        // Months of a loaded claim that have no result yet.
        { ...listed, month: 202408, feeTable: 4 },
        { ...listed, month: 202409, feeTable: 4 },
      ],
    });
  });

  it('leave out excluded claims as the scope does, and are narrowed by month and fee table', async () => {
    const list = (await registered('142003')) as Registered;
    const claims = registeredInList(list, EVERYTHING);
    expect(claims.from).toEqual({ kind: 'list', lines: 10, leftOut: 3 });
    expect([...claims.byMonth]).toEqual([[0, 1], [202406, 4], [202409, 1]]);
    expect([...registeredInList(list, { ...EVERYTHING, keepsExcluded: true }).byMonth]).toEqual([[0, 1], [202406, 5], [202407, 1], [202408, 1], [202409, 1]]);
    expect([...registeredInList(list, { ...EVERYTHING, keepsExcluded: true, from: 202407, feeTables: [4] }).byMonth]).toEqual([[202407, 1], [202408, 1], [202409, 1]]);
  });

  it('are none without a list', async () => {
    const { workbench } = await loadIntoApp([annexFile('a.csv', RECORDS)]);
    expect(await valueOf(workbench.registered())).toBeNull();
  });
});
