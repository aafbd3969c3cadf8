import { readFileSync, readdirSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../golden/read-workbook.ts';
import { type AppPage, AppBrowser, WAYS, type Way } from './app-page.ts';

const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

async function opened(way: Way): Promise<AppPage> {
  const app = await browser.open(way, '#/import?axis=result');
  await app.load(SAMPLES.map((name) => `sample-data/${name}`));
  await app.byTestId('nav-report').click();
  await app.byTestId('sheet').first().waitFor();
  return app;
}

async function downloaded(app: AppPage, id: string): Promise<Download> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.byTestId(id).click()]);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

/** Pages of a PDF as their width and height in points. */
function pagesOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 (\d+)[.\d]* (\d+)/gu)].map(([, width, height]) => `${String(width)}x${String(height)}`);
}

for (const way of WAYS) {
  describe(`opened by ${way}`, () => {
    it('shows the eight sheets, saves them as a workbook with pictures, and asks nothing of the network', async () => {
      const app = await opened(way);
      await app.byTestId('report-insurer').fill('見本市');
      await app.byTestId('report-insurer').press('Tab');
      expect(await app.byTestId('sheet').count()).toBe(8);
      await expect.poll(() => app.byTestId('sheet').first().innerText()).toContain('見本市');
      expect(await app.byTestId('sheet').first().innerText()).toContain('令和6年4月から令和6年9月まで');
      await app.byTestId('report-calendar').selectOption('western');
      await expect.poll(() => app.byTestId('sheet').first().innerText()).toContain('2024年4月から2024年9月まで');
      const before = app.requests.length;
      const book = readWorkbook(await bytesOf(await downloaded(app, 'report-workbook')));
      expect(book.sheets).toHaveLength(8);
      expect(JSON.stringify(book.sheets[0]?.rows)).toContain('見本市');
      expect(book.files.filter((name) => name.endsWith('.png'))).toHaveLength(3);
      const foreign = app.requests.slice(before).filter((url) => !/^(?:blob|data):/u.test(url) && !url.startsWith(app.address));
      expect(foreign).toEqual([]);
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });

    it('hides small counts in what is shown, saved and exported, and tells so', async () => {
      const app = await opened(way);
      await app.byTestId('report-anonymise').check();
      await expect.poll(() => app.byTestId('sheet').nth(2).innerText()).toContain('その他（10件未満）');
      expect(await app.byTestId('export-setting').innerText()).toContain('k=10');
      expect(await app.byTestId('export-rejected.csv').isDisabled()).toBe(true);
      const items = await app.save('items.csv');
      expect(items).toContain('その他（10件未満）');
      const [heads = [], ...rows] = items.trimEnd().split('\r\n').map((line) => line.replace('\ufeff', '').split(','));
      const counts = rows.flatMap((row) => row.filter((_, column) => heads[column]?.endsWith('件数') === true));
      expect(counts.filter((cell) => Number(cell) > 0 && Number(cell) < 10)).toEqual([]);
      expect(counts).toContain('X');
      await app.byTestId('nav-summary').click();
      await app.byTestId('month-table-request').waitFor();
      await app.page.emulateMedia({ media: 'print' });
      expect(await app.byTestId('month-table-request').isVisible()).toBe(false);
      expect(await app.page.locator('.not-printed').isVisible()).toBe(true);
      await app.page.context().close();
    });

    it('saves charts as PNG and SVG', async () => {
      const app = await opened(way);
      const chart = app.byTestId('chart-months');
      const [png] = await Promise.all([app.page.waitForEvent('download'), chart.getByRole('button', { name: /PNG/u }).click()]);
      expect((await bytesOf(png)).subarray(1, 4).toString('latin1')).toBe('PNG');
      const [svg] = await Promise.all([app.page.waitForEvent('download'), chart.getByRole('button', { name: /SVG/u }).click()]);
      expect((await bytesOf(svg)).toString('utf8')).toContain('</svg>');
      await app.page.context().close();
    });
  });
}

describe('papers', () => {
  it('print on A4, upright and lying', async () => {
    const app = await opened('http');
    await app.page.emulateMedia({ media: 'print' });
    const pages = pagesOf(await app.page.pdf({ preferCSSPageSize: true }));
    expect(new Set(pages)).toEqual(new Set(['594x841', '841x594']));
    await app.page.context().close();
  });

  it('hold every line of the tables of 診療行為・医薬品 and 除外検討, of which the screen draws some', async () => {
    const app = await opened('http');
    for (const [screen, table] of [['items', '.figures.of-item'], ['decide', '.decide-table']] as const) {
      await app.byTestId(`nav-${screen}`).click();
      const rows = app.page.locator(`${table} tbody tr:not(.spacer)`);
      await rows.first().waitFor();
      const onScreen = await rows.count();
      await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const extra = screen === 'items' ? 2 : 1;
      const all = Number(await app.page.locator(table).getAttribute('aria-rowcount')) - extra;
      await expect.poll(() => rows.count()).toBe(all);
      expect(onScreen).toBeLessThan(all);
      await app.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    }
    await app.page.context().close();
  });

  it('データ消去記録 stands after everything was erased, with the files’ hashes', async () => {
    const app = await opened('http');
    await app.byTestId('paper-erasure').click();
    expect(await app.byTestId('no-paper').innerText()).toContain('行われていません');
    await app.byTestId('nav-safety').click();
    await app.byTestId('safety-clear').click();
    await app.byTestId('clear-confirm').click();
    await app.byTestId('safety-erased').waitFor();
    await app.byTestId('nav-report').click();
    await app.byTestId('paper-erasure').click();
    const text = (await bytesOf(await downloaded(app, 'save-erasure'))).toString('utf8');
    for (const name of SAMPLES) expect(text).toMatch(new RegExp(`${name}\\t[0-9a-f]{64}\\t`, 'u'));
    await app.page.context().close();
  });

  it('レセプト点検結果報告書 takes a file of inspected claims, CP932 or not', async () => {
    const app = await opened('http');
    await app.byTestId('paper-inspection').click();
    const rows = '月,点数表,点検件数\r\n2024-04,医科,1000\r\n2024-04,調剤,500\r\nx,医科,1\r\n';
    await app.byTestId('inspected-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await expect.poll(() => app.byTestId('paper').innerText()).toMatch(/令和6年4月 合計\s+1,500/u);
    expect(await app.page.locator('.inspected-file').innerText()).toContain('4 行目');
    await app.byTestId('report-anonymise').check();
    expect(await app.byTestId('no-paper').innerText()).toContain('匿名化しているとき');
    await app.page.context().close();
  });

  it('a workbook that is being made can be cancelled, and the next one is whole', async () => {
    const app = await opened('http');
    await app.page.evaluate(() => {
      const draw = Reflect.get(HTMLCanvasElement.prototype, 'toBlob') as (this: HTMLCanvasElement, ...args: unknown[]) => void;
      HTMLCanvasElement.prototype.toBlob = function slowly(...args) {
        setTimeout(() => {
          draw.apply(this, args);
        }, 700);
      };
    });
    await app.byTestId('report-workbook').click();
    await app.byTestId('report-workbook-cancel').click();
    await app.page.getByText('報告書の作成を中止しました').first().waitFor();
    const book = readWorkbook(await bytesOf(await downloaded(app, 'report-workbook')));
    expect(book.sheets).toHaveLength(8);
    await app.page.context().close();
  });
});
