import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CP932_QUOTED, fileBytes } from '../../tools/sample/csv-bytes.ts';
import { FIELD_NAMES } from '../../tools/sample/field-names.ts';
import { MARKED_FIELDS, plantMarkers } from '../../tools/sample/markers.ts';
import { plainClaims } from '../../tools/sample/plain-records.ts';
import { type AppPage, AppBrowser, WAYS } from './app-page.ts';

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

function csv(name: string, bytes: Uint8Array) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
}

/** Opens the list behind everything in scope. */
async function openList(app: AppPage): Promise<void> {
  await app.byTestId('nav-summary').click();
  await app.page.locator('button.figure').first().click();
  await app.byTestId('full-record-open').first().waitFor();
}

/** What the open record shows, by field number. */
async function shownFields(app: AppPage): Promise<Record<string, string>> {
  await app.byTestId('full-record').waitFor();
  const rows = await app
    .byTestId('full-record-field')
    .evaluateAll((all) => all.map((row) => [row.getAttribute('data-field') ?? '', row.querySelector('td.value')?.textContent ?? '']));
  return Object.fromEntries(rows) as Record<string, string>;
}

function expected(fields: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  fields.forEach((value, index) => {
    const text = value.trim().replaceAll('\ue000', '〓');
    if (text !== '' && !MARKED_FIELDS.includes(index + 1)) values[String(index + 1)] = text;
  });
  return values;
}

describe('one record in full', () => {
  for (const way of WAYS) {
    it(`shows every filled field as written, and Esc goes back to the list (${way})`, async () => {
      const records = plainClaims('full-page', 6).map(({ lines: [line = []] }) =>
        line.map((value, index) => (index === 197 ? '「"二重"」, 外字\ue000' : value)),
      );
      const app = await browser.open(way);
      await app.load([csv('a.csv', fileBytes([FIELD_NAMES, ...records.slice(0, 3)], { ...CP932_QUOTED, encoding: 'utf-16le' })), csv('b.csv', fileBytes(records.slice(3), { ...CP932_QUOTED, encoding: 'utf-8' }))]);
      await openList(app);
      const buttons = app.byTestId('full-record-open');
      expect(await buttons.count()).toBe(records.length);
      for (const [index, fields] of records.entries()) {
        await buttons.nth(index).click();
        expect(await shownFields(app)).toEqual(expected(fields));
        await app.page.keyboard.press('Escape');
        await app.byTestId('full-record').waitFor({ state: 'detached' });
        expect(await buttons.nth(index).evaluate((button) => button === document.activeElement)).toBe(true);
      }
      expect(await app.byTestId('drill-records').textContent()).toBe(String(records.length));
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });

    it(`shows no marked field (${way})`, async () => {
      const { name, bytes, markers } = plantMarkers();
      const app = await browser.open(way);
      await app.load([csv(name, bytes)]);
      await openList(app);
      const buttons = app.byTestId('full-record-open');
      let text = '';
      for (let i = 0; i < (await buttons.count()); i++) {
        await buttons.nth(i).click();
        expect(Object.keys(await shownFields(app)).length).toBeGreaterThan(20);
        text += await app.page.locator('#app').innerHTML();
        await app.page.keyboard.press('Escape');
        await app.byTestId('full-record').waitFor({ state: 'detached' });
      }
      text += app.page.url() + app.complaints.join('\n');
      const folded = text.normalize('NFKC').toLowerCase();
      expect(markers.filter(({ marker }) => text.includes(marker) || folded.includes(marker.normalize('NFKC').toLowerCase()))).toEqual([]);
      await app.page.context().close();
    });
  }
});

it('a file that was changed since says so instead of showing another record', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-record-'));
  const path = join(folder, 'a.csv');
  const records = plainClaims('changed', 3).map(({ lines: [line = []] }) => line);
  writeFileSync(path, fileBytes([FIELD_NAMES, ...records], CP932_QUOTED));
  const app = await browser.open();
  await app.load([path]);
  await openList(app);
  writeFileSync(path, fileBytes([FIELD_NAMES, ...records.toReversed()], CP932_QUOTED));
  await app.byTestId('full-record-open').first().click();
  await expect.poll(() => app.page.getByRole('alert').allTextContents()).toEqual([expect.stringContaining('取り込んだ後にファイルが変更')]);
  expect(await app.byTestId('full-record').count()).toBe(0);
  await app.page.context().close();
  rmSync(folder, { recursive: true });
});

it('the columns of the list are chosen among the kept fields, and stay chosen', async () => {
  const records = plainClaims('columns', 4).map(({ lines: [line = []] }) => line);
  const app = await browser.open();
  await app.load([csv('a.csv', fileBytes([FIELD_NAMES, ...records], CP932_QUOTED))]);
  await openList(app);
  const heads = app.page.locator('table.drill thead th');
  const usual = await heads.allTextContents();
  await app.byTestId('drill-columns').click();
  await app.page.getByRole('checkbox', { name: '保険者番号', exact: true }).check();
  await app.page.getByRole('checkbox', { name: '審査結果', exact: true }).uncheck();
  await app.page.keyboard.press('Escape');
  const chosen = await heads.allTextContents();
  expect(new Set(chosen)).toEqual(new Set([...usual.filter((head) => head !== '審査結果'), '保険者番号']));
  const at = chosen.indexOf('保険者番号');
  const cells = await app.byTestId('drill-record').evaluateAll((rows, index) => rows.map((row) => row.children[index]?.textContent), at);
  expect(cells).toEqual(records.map((fields) => fields[10]));
  await app.page.keyboard.press('Escape');
  await app.byTestId('drill-records').waitFor({ state: 'detached' });
  await openList(app);
  expect(await heads.allTextContents()).toEqual(chosen);
  expect(app.complaints).toEqual([]);
  await app.page.context().close();
});
