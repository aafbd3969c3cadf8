import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { type OracleFile, type OracleOptions, compute } from '../oracle/oracle.ts';
import { type AppState, filesOfApp, loadIntoApp } from './app-files.ts';

const KEPT = KEPT_FIELDS.map((field) => field.number);
const TABLES = ['monthly.csv', 'items.csv', 'check-types.csv', 'rejected.csv', 'recognised.csv'] as const;

const DEFAULTS: OracleOptions = {
  denominator: 'decided',
  attribution: 'full',
  grain: 'auto',
  axis: 'request',
  inspected: new Map(),
  kept: KEPT,
};

/** Every value of every option, and every pair of those that act together. */
const VARIANTS: readonly OracleOptions[] = [
  DEFAULTS,
  { ...DEFAULTS, denominator: 'applied' },
  { ...DEFAULTS, axis: 'result' },
  { ...DEFAULTS, from: '2024-05' },
  { ...DEFAULTS, to: '2024-06' },
  { ...DEFAULTS, axis: 'result', from: '2024-05', to: '2024-06' },
  { ...DEFAULTS, from: '2031-01', to: '2031-02' },
  ...(['row', 'receipt'] as const).flatMap((grain) =>
    (['full', 'equal', 'single'] as const).map((attribution) => ({ ...DEFAULTS, grain, attribution, axis: 'result' as const, to: '2024-08' })),
  ),
  { ...DEFAULTS, inspected: monthsGiven('2024-01', '2024-12') },
  { ...DEFAULTS, inspected: monthsGiven('2024-05', '2024-06'), from: '2024-05', to: '2024-06' },
  { ...DEFAULTS, inspected: monthsGiven('2024-05', '2024-05'), from: '2024-05', to: '2024-06' },
];

function monthsGiven(from: string, to: string): Map<string, number> {
  const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);
  return new Map(months.filter((month) => month >= from && month <= to).map((month, index) => [month, 1000 + index]));
}

async function expectSame(files: readonly OracleFile[], app: AppState, options: OracleOptions): Promise<void> {
  const expected = compute(files, options);
  const written = await filesOfApp(app, options);
  for (const name of TABLES) {
    const label = `${name} with ${JSON.stringify({ ...options, kept: undefined, inspected: [...options.inspected] })}`;
    expect(written[name].split('\r\n'), label).toEqual(expected.files[name].split('\r\n'));
  }
  const record = JSON.parse(JSON.stringify(expected.importRecord)) as { warnings: unknown[] };
  expect(written.importRecord).toMatchObject({ ...record, warnings: expect.anything() as unknown });
  const told = (written.importRecord as { warnings: { code: string }[] }).warnings.filter(({ code }) => code !== 'reordered');
  expect(told).toEqual(record.warnings);
}

describe('the app and the independent computation write the same files', () => {
  it('for the sample data, with every option', async () => {
    const folder = new URL('../../sample-data', import.meta.url).pathname;
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv')).toSorted();
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    const app = await loadIntoApp(files);
    for (const options of VARIANTS) await expectSame(files, app, options);
  }, 120_000);

  for (let seed = 1; seed <= 24; seed++) {
    it(`for mixed files, seed ${String(seed)}`, async () => {
      const files = makeMess(seed);
      const app = await loadIntoApp(files, 1 + seed * 997);
      for (const options of VARIANTS) await expectSame(files, app, options);
      const refused = app.refused.map(({ name, failure }) => ({ name, code: failure.code }));
      expect(refused).toEqual(compute(files, DEFAULTS).refused);
    }, 60_000);
  }
});
