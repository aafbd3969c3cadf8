import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_SETTINGS, writeSettings } from '../../src/decide/settings-file.ts';

const PATHS = readdirSync('sample-data')
  .filter((name) => name.endsWith('.csv'))
  .toSorted()
  .map((name) => join('sample-data', name));

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'saishinsa-decide-'));
});
afterAll(() => {
  rmSync(out, { recursive: true });
});

function report(...args: string[]): { status: number | null; told: string } {
  const { status, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'report', '--out', out, ...args], { encoding: 'utf8' });
  return { status, told: stderr };
}

function written(name: string): string {
  return readFileSync(join(out, name), 'utf8');
}

function proposed(): number {
  return written('decisions.csv').split('\r\n').filter((line) => line.includes(',除外候補,')).length;
}

describe('npm run report -- --decide', () => {
  it('writes decisions.csv and backtest.json, the same each time', () => {
    expect(report('--decide', ...PATHS)).toEqual({ status: 0, told: '' });
    const [decisions, backtest] = [written('decisions.csv'), written('backtest.json')];
    expect(decisions.startsWith('\ufeff種類,コード,名称,判断,根拠,理由,')).toBe(true);
    const { months, overall } = JSON.parse(backtest) as { months: Record<string, unknown>[]; overall: Record<string, unknown> };
    const keys = ['excluded', 'freed', 'applications', 'endedShare', 'effectPerSlotAll', 'effectPerSlotKept', 'effectPerSlotExcluded'];
    expect(Object.keys(months[0] ?? {})).toEqual(['month', 'learnedThrough', ...keys, 'naive']);
    expect(Object.keys((months[0]?.naive ?? {}))).toEqual(keys);
    expect(overall.months).toBeGreaterThan(0);
    report('--decide', ...PATHS.toReversed());
    expect(written('backtest.json')).toBe(backtest);
    expect(written('decisions.csv')).toBe(decisions);
  });

  it('follows its options and the settings file', () => {
    report('--decide', ...PATHS);
    const before = proposed();
    expect(report('--decide', '--max-freed', '0.02', ...PATHS).status).toBe(0);
    expect(proposed()).toBeLessThan(before);
    const item = written('decisions.csv').split('\r\n')[1]?.split(',').slice(0, 2).join(':') ?? '';
    const file = join(out, 'settings.json');
    writeFileSync(file, writeSettings({ ...FIRST_SETTINGS, overrides: [{ item, verdict: 'exclude', reason: '市の指示' }] }, {}, '2024-06-30'));
    expect(report('--decide', '--settings', file, ...PATHS).status).toBe(0);
    expect(written('decisions.csv').split('\r\n')[1]).toContain('除外候補,,市の指示（提案は');
  });

  it('tells why a settings file is refused, and writes the rest', () => {
    const file = join(out, 'damaged.json');
    writeFileSync(file, '{');
    const { status, told } = report('--decide', '--settings', file, ...PATHS);
    expect(status).toBe(3);
    expect(told).toMatch(/damaged\.json.*設定ファイルとして読めません/u);
  });

  it.each([[['--threshold', '0.5']], [['--decide', '--certainty', '60']], [['--decide', '--settings', 'nowhere.json']]])('2 for %j', (args) => {
    expect(report(...args, PATHS[0] ?? '').status).toBe(2);
  });
});
