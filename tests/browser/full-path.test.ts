import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { type OracleResult, compute } from '../oracle/oracle.ts';
import { type AppPage, AppBrowser, WAYS } from './app-page.ts';

const DROPPED = ['202404.csv', '202405.csv', '202406.csv'];
const IN_FOLDER = ['202407.csv', '202408.csv', '202409.csv'];
const TABLES = ['monthly.csv', 'items.csv', 'check-types.csv'] as const;
const FROM = '2024-05';

let browser: AppBrowser;
let folder: string;
beforeAll(async () => {
  browser = await AppBrowser.launch();
  folder = mkdtempSync(join(tmpdir(), 'saishinsa-'));
  mkdirSync(join(folder, 'months', 'later'), { recursive: true });
  for (const name of IN_FOLDER) copyFileSync(`sample-data/${name}`, join(folder, 'months', 'later', name));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Drops files or folders on the page as the system does, and waits until they are loaded. */
async function drop(app: AppPage, paths: readonly string[]): Promise<void> {
  const before = await app.finishedImports();
  const session = await app.page.context().newCDPSession(app.page);
  const data = { items: [], files: paths.map((path) => resolve(path)), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await session.detach();
  await app.importFinished(before);
}

/** What the independent computation gives for everything dropped. */
function expected(from?: string): OracleResult {
  const files = [
    ...DROPPED.map((name) => ({ name, path: `sample-data/${name}` })),
    ...IN_FOLDER.map((name) => ({ name: `months/later/${name}`, path: `sample-data/${name}` })),
  ].map(({ name, path }) => ({ name, bytes: new Uint8Array(readFileSync(path)) }));
  const options = { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) };
  return compute(files, from === undefined ? options : { ...options, from });
}

function applicationsFrom({ records }: OracleResult, from: string): number {
  return new Set(records.filter(({ requestMonth }) => requestMonth !== null && requestMonth >= from).map(({ applicationId }) => applicationId)).size;
}

/** Line, file and field 1 of the record that is shown in full. */
async function shownRecord(app: AppPage): Promise<{ file: string; line: number; key: string }> {
  const key = app.page.locator('[data-testid="full-record-field"][data-field="1"] td.value');
  await key.waitFor();
  const heading = (await app.page.locator('dialog[open] h2').last().textContent()) ?? '';
  const [, file = '', line = ''] = /^(\S+) ([\d,]+) /u.exec(heading) ?? [];
  return { file, line: Number(line.replaceAll(',', '')), key: (await key.textContent()) ?? '' };
}

for (const way of WAYS) {
  describe(`opened over ${way}`, () => {
    it('files and a folder are dropped, counted, narrowed, opened down to one record in full, and saved', async () => {
      const app = await browser.open(way);
      const all = expected();

      await drop(app, DROPPED.map((name) => `sample-data/${name}`));
      await drop(app, [join(folder, 'months')]);
      const everything = new Set(all.records.map(({ applicationId }) => applicationId)).size;
      await expect.poll(() => app.applications()).toBe(String(everything));

      await app.byTestId('nav-summary').click();
      await app.byTestId('scope-from').selectOption(FROM);
      const narrowed = applicationsFrom(all, FROM);
      expect(narrowed).toBeLessThan(everything);
      await expect.poll(() => app.applications()).toBe(String(narrowed));

      await app.byTestId('nav-items').click();
      const total = app.page.locator('tr[data-line="total"] button.figure').first();
      await expect.poll(() => total.textContent()).toBe(String(narrowed));
      await total.click();
      await expect.poll(() => app.byTestId('drill-applications').textContent()).toBe(String(narrowed));
      while (await app.byTestId('drill-next').isEnabled()) await app.byTestId('drill-next').click();
      // The last record stands in a file of the folder that was dropped.
      await app.byTestId('drill-record').last().locator('[data-testid="full-record-open"]').click();
      const record = await shownRecord(app);
      expect(IN_FOLDER.map((name) => `months/later/${name}`)).toContain(record.file);
      const { records } = expected(FROM);
      expect(records.find(({ file, line }) => file === record.file && line === record.line)?.key).toBe(record.key);
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('Escape');

      const { files } = expected(FROM);
      const zip = await app.saveAll();
      for (const name of TABLES) {
        expect(await app.save(name)).toBe(files[name]);
        expect(zip[name]).toBe(files[name]);
      }
      expect(Object.keys(zip).toSorted()).toEqual(['check-types.csv', 'import.json', 'items.csv', 'monthly.csv', 'recognised.csv', 'rejected.csv']);

      const own = new URL(app.address);
      const hosts = new Set(app.requests.map((address) => new URL(address)).filter(({ protocol }) => protocol !== 'blob:' && protocol !== 'data:').map(({ protocol, host }) => `${protocol}//${host}`));
      expect([...hosts]).toEqual([`${own.protocol}//${own.host}`]);
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });
  });
}
