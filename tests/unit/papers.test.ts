import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APP_VERSION } from '../../src/core/app-version.ts';
import { paperDate, paperMonth } from '../../src/messages/calendar.ts';
import { erasureRecord } from '../../src/report/papers/erasure-record.ts';
import { guidePaper } from '../../src/report/papers/guide-paper.ts';
import { inspectionReport, readInspectedFile } from '../../src/report/papers/inspection-report.ts';
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

  it('adds fee tables up by month, and leaves what was not given without a value', () => {
    const paper = inspectionReport({
      setting: FIRST_SETTING,
      inspected: [{ month: 202404, feeTable: 1, count: 1000 }, { month: 202404, feeTable: 3, count: 200 }],
      registered: [{ month: 202404, feeTable: 1, count: 10 }, { month: 202405, feeTable: 1, count: 7 }],
      isFromList: false,
      source: '',
      madeAt: new Date(2024, 5, 1),
    });
    const rows = paper.sheets[0]?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.sections[0]?.rows ?? [] : [])) ?? [];
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['医科', 1000, 10, 0.01],
      ['DPC', null, 0, null],
      ['歯科', 200, 0, 0],
      ['調剤', null, 0, null],
      ['', 1200, 10, 10 / 1200],
      ['医科', null, 7, null],
      ['DPC', null, 0, null],
      ['歯科', null, 0, null],
      ['調剤', null, 0, null],
      ['', null, 7, null],
    ]);
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
