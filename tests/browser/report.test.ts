import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { makeApplicationList, makeExclusionList } from '../../tools/sample/application-lists.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { type OracleOptions, compute } from '../oracle/oracle.ts';

const SAMPLES = readdirSync('sample-data')
  .filter((name) => name.endsWith('.csv'))
  .toSorted();
const PATHS = SAMPLES.map((name) => join('sample-data', name));
const BASE: OracleOptions = { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) };

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'saishinsa-report-'));
});
afterAll(() => {
  rmSync(out, { recursive: true });
});

function report(...args: string[]): { status: number | null; told: string } {
  const { status, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'report', ...args], { encoding: 'utf8' });
  return { status, told: stderr };
}

function written(name: string): string {
  return readFileSync(join(out, name), 'utf8');
}

describe('npm run report writes what the independent computation gives', () => {
  const cases: readonly (readonly [string, readonly string[], Partial<OracleOptions>])[] = [
    ['with the defaults', [], {}],
    ['per application', ['--denominator', 'applied'], { denominator: 'applied' }],
    ['points split', ['--attribution', 'equal', '--grain', 'receipt'], { attribution: 'equal', grain: 'receipt' }],
    ['points of single items', ['--attribution', 'single', '--grain', 'row'], { attribution: 'single', grain: 'row' }],
    ['a period of results', ['--axis', 'result', '--from', '2024-05', '--to', '2024-07'], { axis: 'result', from: '2024-05', to: '2024-07' }],
    [
      'with inspected claims',
      ['--from', '2024-04', '--to', '2024-05', '--inspected', '2024-04=1000000', '--inspected', '2024-05=900000'],
      { from: '2024-04', to: '2024-05', inspected: new Map([['2024-04', 1_000_000], ['2024-05', 900_000]]) },
    ],
  ];
  for (const [label, args, options] of cases) {
    it(label, () => {
      expect(report('--out', out, ...args, ...PATHS)).toEqual({ status: 0, told: '' });
      const files = SAMPLES.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join('sample-data', name))) }));
      const expected = compute(files, { ...BASE, ...options });
      for (const name of ['monthly.csv', 'items.csv', 'check-types.csv'] as const) expect(written(name)).toBe(expected.files[name]);
      expect(JSON.parse(written('import.json'))).toMatchObject({ ...expected.importRecord });
    });
  }
});

describe('npm run report with lists', () => {
  const files = SAMPLES.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join('sample-data', name))) }));
  const claims = [...new Map(compute(files, BASE).records.map((record) => [record.applicationId, record])).values()]
    .filter(({ key }) => key !== '')
    .map(({ key, requestMonth, items }) => ({ key, month: requestMonth, items }));
  const list = makeApplicationList('7', claims);
  const exclusions = makeExclusionList('7', claims);
  const save = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(out, name), content);
    return join(out, name);
  };

  it('joins them, leaves the excluded claims out and writes how each item was found', () => {
    const args = ['--applications', save('申出.csv', list.bytes), '--exclusions', save('除外.csv', exclusions)];
    expect(report('--out', out, ...args, ...PATHS)).toEqual({ status: 0, told: '' });
    const expected = compute(files, { ...BASE, lists: { applications: { text: list.text, columns: list.columns }, exclusions } });
    for (const name of ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv'] as const) expect(written(name)).toBe(expected.files[name]);
    const record = JSON.parse(written('import.json')) as { applicationList: Record<string, number>; exclusions: Record<string, number> };
    expect(record.applicationList.lines).toBe(expected.lines.length);
    expect(record.exclusions).toMatchObject({ leftOut: true });
  });

  it('3 where one of them could not be used; the tables are as without it', () => {
    const { status, told } = report('--out', out, '--applications', save('壊れた.csv', 'キー,名称\n142,"切れた\n'), '--exclusions', join(out, 'なし.csv'), ...PATHS);
    expect(status).toBe(3);
    expect(told).toMatch(/壊れた\.csv.*2 行目.*引用符/su);
    expect(told).toMatch(/なし\.csv/u);
    expect(written('items.csv')).toBe(compute(files, BASE).files['items.csv']);
  });
});

describe('npm run report with rules and masters', () => {
  const save = (name: string, lines: readonly string[]): string => {
    writeFileSync(join(out, name), lines.join('\r\n'));
    return join(out, name);
  };
  const HEAD = '対象,項番,照合,値,結果,結果コード,備考';

  it('puts the rules before the shipped ones, and tells of each line that is none', () => {
    const rules = save('対応表.csv', [HEAD, '点検区分,193,常に,,架空点検,,', '項目,206,含む,査定,その他,架空,架空項目', '審査結果,999,含む,査定,査定,,']);
    const { status, told } = report('--out', out, '--rules', rules, ...PATHS);
    expect(told).toMatch(/対応表\.csv: 4 行目/u);
    expect(status).toBe(0);
    expect(written('check-types.csv')).toMatch(/^架空点検,/mu);
    expect(written('recognised.csv')).toMatch(/その他,架空,架空項目,対応表/u);
  });

  it('finds names of a master, whose file may be refused alone', () => {
    const master = save('m_架空.csv', ['架空の表', 'これはマスターではない']);
    const { status, told } = report('--out', out, '--master', master, ...PATHS);
    expect(status).toBe(3);
    expect(told).toMatch(/m_架空\.csv/u);
    expect(written('items.csv')).toContain('合計');
  });
});

describe('npm run report tells how it went', () => {
  it('3 where some files could not be used; the others are written', () => {
    const { status, told } = report('--out', out, PATHS[0] ?? '', 'sample-data/dirty/workbook.csv', 'sample-data/nothing.csv');
    expect(status).toBe(3);
    expect(told).toMatch(/workbook\.csv.*Excel/su);
    expect(told).toMatch(/nothing\.csv/u);
    expect(written('monthly.csv')).toContain('依頼年月');
  });

  it('1 where nothing could be used', () => {
    const { status, told } = report('--out', out, 'sample-data/dirty/saved-by-excel.csv');
    expect(status).toBe(1);
    expect(told).toMatch(/saved-by-excel\.csv.*Excel/su);
  });

  it.each([
    [['--out', 'x']],
    [['sample-data/202404.csv']],
    [['--out', 'x', '--axis', 'sideways', 'sample-data/202404.csv']],
    [['--out', 'x', '--from', '2024-13', 'sample-data/202404.csv']],
    [['--out', 'x', '--from', '2024-05', '--to', '2024-04', 'sample-data/202404.csv']],
    [['--out', 'x', '--inspected', '2024-04', 'sample-data/202404.csv']],
    [['--out', 'x', '--unheard-of', 'sample-data/202404.csv']],
  ])('2 for %j', (args) => {
    expect(report(...args).status).toBe(2);
  });
});
