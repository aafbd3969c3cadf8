import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APP_VERSION } from '../../src/core/app-version.ts';
import { paperDate, paperMonth } from '../../src/messages/calendar.ts';
import { erasureRecord } from '../../src/report/papers/erasure-record.ts';
import { guidePaper } from '../../src/report/papers/guide-paper.ts';
import { readInspectedFile } from '../../src/report/papers/inspected-file.ts';
import { type InspectionInput, inspectionReport } from '../../src/report/papers/inspection-report.ts';
import { registrationScope } from '../../src/report/papers/registered-claims.ts';
import { EVERYTHING } from '../../src/metrics/scope.ts';
import { paperText } from '../../src/report/paper-text.ts';
import { FIRST_SETTING, readLeast, readReportSetting } from '../../src/report/report-setting.ts';
import { METRICS } from '../../src/metrics/catalogue.ts';

describe('years in print', () => {
  it.each([
    [202406, '令和6年6月', '2024年6月'],
    [201905, '令和元年5月', '2019年5月'],
    [201904, '平成31年4月', '2019年4月'],
    [200001, '平成12年1月', '2000年1月'],
  ])('%i is %s or %s', (month, era, western) => {
    expect(paperMonth(month, 'era')).toBe(era);
    expect(paperMonth(month, 'western')).toBe(western);
  });

  it('changes era on the day', () => {
    expect(paperDate(new Date(2019, 3, 30), 'era')).toBe('平成31年4月30日');
    expect(paperDate(new Date(2019, 4, 1), 'era')).toBe('令和元年5月1日');
  });
});

describe('the setting of papers', () => {
  it('comes back from a settings file, at its defaults where the file is wrong', () => {
    const setting = { ...FIRST_SETTING, title: '報告', calendar: 'western', least: 10, encoding: 'cp932' } as const;
    expect(readReportSetting(JSON.parse(JSON.stringify(setting)))).toEqual(setting);
    expect(readReportSetting({ title: 3, least: 2, calendar: 'x', other: 1 })).toEqual(FIRST_SETTING);
    expect(readReportSetting(null)).toEqual(FIRST_SETTING);
  });

  it('takes 匿名化 from 3, in half or full width', () => {
    expect([readLeast(''), readLeast('10'), readLeast('１０'), readLeast('2'), readLeast('x')]).toEqual([null, 10, 10, undefined, undefined]);
  });
});

it('the version on papers is the package’s', () => {
  expect(APP_VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});

describe('レセプト点検結果報告書', () => {
  it('reads 月,点数表,点検件数 in the forms people write, and names the lines it cannot read', () => {
    const { counts, unread } = readInspectedFile([['月', '点数表', '点検件数'], ['2024-04', '医科', '1,000'], ['R6.4', 'ＤＰＣ', '20'], ['2024-05', '外来', '1'], ['x', '歯科', '1'], ['202404', '4', '３']]);
    expect(counts).toEqual([
      { month: 202404, feeTable: 1, count: 1000 },
      { month: 202404, feeTable: 2, count: 20 },
      { month: 202404, feeTable: 4, count: 3 },
    ]);
    expect(unread).toEqual([4, 5]);
  });

  const INPUT: InspectionInput = {
    setting: FIRST_SETTING,
    inspected: [{ month: 202404, feeTable: 1, count: 1000 }, { month: 202404, feeTable: 3, count: 200 }],
    inspectedInMonth: new Map([[202404, 1200]]),
    registered: {
      from: { kind: 'list', lines: 20, leftOut: 0 },
      counts: [{ month: 202404, feeTable: 1, count: 10 }, { month: 202405, feeTable: 1, count: 7 }, { month: 202405, feeTable: 0, count: 2 }],
      byMonth: new Map([[202404, 10], [202405, 9]]),
    },
    scope: EVERYTHING,
    source: '',
    madeAt: new Date(2024, 5, 1),
  };

  function rowsOf(input: InspectionInput): unknown[][] {
    const blocks = inspectionReport(input).sheets[0]?.blocks ?? [];
    return blocks.flatMap((block) => (block.kind === 'table' ? block.table.sections.flatMap(({ rows }) => rows.map(({ cells }) => [...cells])) : []));
  }

  it('adds fee tables up by month and over all, and leaves what was not given without a value', () => {
    expect(rowsOf(INPUT)).toEqual([
      ['令和6年4月', '医科', 1000, 10, 0.01],
      ['令和6年4月', 'DPC', null, 0, null],
      ['令和6年4月', '歯科', 200, 0, 0],
      ['令和6年4月', '調剤', null, 0, null],
      ['令和6年4月 合計', '', 1200, 10, 10 / 1200],
      ['令和6年5月', '医科', null, 7, null],
      ['令和6年5月', 'DPC', null, 0, null],
      ['令和6年5月', '歯科', null, 0, null],
      ['令和6年5月', '調剤', null, 0, null],
      ['令和6年5月', '不明', null, 2, null],
      ['令和6年5月 合計', '', null, 9, null],
      ['全期間', '医科', null, 17, null],
      ['全期間', 'DPC', null, 0, null],
      ['全期間', '歯科', null, 0, null],
      ['全期間', '調剤', null, 0, null],
      ['全期間', '不明', null, 2, null],
      ['全期間 合計', '', null, 19, null],
    ]);
  });

  it('takes a month as typed in; fee tables that do not add up to it stay blank', () => {
    const rows = rowsOf({ ...INPUT, inspectedInMonth: new Map([[202404, 1300], [202405, 900]]) });
    expect(rows.filter(([, , inspected]) => inspected !== null)).toEqual([
      ['令和6年4月 合計', '', 1300, 10, 10 / 1300],
      ['令和6年5月 合計', '', 900, 9, 0.01],
      ['全期間 合計', '', 2200, 19, 19 / 2200],
    ]);
  });

  it('shows the months and fee tables of its scope only, whose 点検件数 are those of the file', () => {
    const registered = { ...INPUT.registered, counts: INPUT.registered.counts.slice(0, 1), byMonth: new Map([[202404, 10]]) };
    expect(rowsOf({ ...INPUT, registered, inspectedInMonth: new Map([[202404, 1200], [202405, 900]]), scope: { ...EVERYTHING, to: 202404, feeTables: [1] } })).toEqual([
      ['令和6年4月', '医科', 1000, 10, 0.01],
      ['令和6年4月 合計', '', 1000, 10, 0.01],
    ]);
  });

  it('is about request months; a list is narrowed by nothing that it does not tell', () => {
    const scope = { ...EVERYTHING, axis: 'result', from: 202404, to: 202404, region: 'in', feeTables: [1], keepsExcluded: true } as const;
    expect(registrationScope(scope, false)).toEqual({ ...scope, axis: 'request', from: null, to: null });
    expect(registrationScope({ ...scope, axis: 'request' }, true)).toEqual({ ...EVERYTHING, from: 202404, to: 202404, feeTables: [1], keepsExcluded: true });
  });
});

it('データ消去記録 names every file with its hash and times', () => {
  const file = { name: 'a.csv', sha256: 'ab12', bytes: 5, records: 2, importedAt: new Date(2024, 5, 1, 9, 5) };
  const text = paperText(erasureRecord([file], new Date(2024, 5, 1, 17, 0), { ...FIRST_SETTING, person: '見本 太郎' }));
  for (const part of ['令和6年6月1日 17:00', 'a.csv\tab12\t5\t2\t令和6年6月1日 09:05', '見本 太郎', APP_VERSION]) expect(text).toContain(part);
});

it('手引き holds the definition of every figure', () => {
  const text = paperText(guidePaper());
  for (const { title, meaning } of Object.values(METRICS)) expect(text).toContain(`${title}：${meaning}`);
});
