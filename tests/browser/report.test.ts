import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { readWorkbook } from '../golden/read-workbook.ts';
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

describe('npm run report writes what is handed in', () => {
  it('a workbook with the totals of the CSV files', () => {
    expect(report('--out', out, ...PATHS).status).toBe(0);
    const book = readWorkbook(readFileSync(join(out, 'report.xlsx')));
    const total = written('items.csv').trimEnd().split('\r\n').at(-1)?.split(',')[3];
    const rows = book.sheets.find(({ name }) => name.startsWith('診療行為'))?.rows ?? [];
    expect(rows.find(([first]) => first === '合計')?.[3]).toBe(Number(total));
  });

  it('with small counts hidden, and no list of single records', () => {
    const folder = join(out, 'anonymised');
    mkdirSync(folder);
    expect(report('--out', folder, '--anonymize', '12', ...PATHS)).toEqual({ status: 0, told: '' });
    expect(readdirSync(folder).toSorted()).toEqual(['check-types.csv', 'items.csv', 'monthly.csv', 'report.xlsx']);
    expect(readFileSync(join(folder, 'items.csv'), 'utf8')).toContain('その他（12件未満）');
    const book = readWorkbook(readFileSync(join(folder, 'report.xlsx')));
    expect(JSON.stringify(book.sheets.map(({ rows }) => rows))).toContain('11 件までの数');
  });

  it('in CP932', () => {
    expect(report('--out', out, '--encoding', 'cp932', ...PATHS)).toEqual({ status: 0, told: '' });
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(join(out, 'monthly.csv')));
    expect(text).toMatch(/^集計軸,年月,申出件数/u);
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
    [['--out', 'x', '--anonymize', '2', 'sample-data/202404.csv']],
    [['--out', 'x', '--encoding', 'latin1', 'sample-data/202404.csv']],
    [['--out', 'x', '--unheard-of', 'sample-data/202404.csv']],
  ])('2 for %j', (args) => {
    expect(report(...args).status).toBe(2);
  });
});
