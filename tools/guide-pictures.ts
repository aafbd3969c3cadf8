// npx tsx tools/guide-pictures.ts: the pictures of docs/user-guide.ja.md, taken from the running app with the sample data.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { buildIfStale } from './build.ts';
import { ensureBrowser, launchOptions } from './ensure-browser.ts';
import { serve } from './serve.ts';

const OUT = 'docs/pictures';
const SAMPLES = readdirSync('sample-data')
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join('sample-data', name));

/** Each picture and how one gets there from the loaded sample data. */
const PICTURES: readonly { readonly name: string; readonly show: (page: Page) => Promise<void> }[] = [
  { name: 'import', show: (page) => page.getByTestId('nav-import').click() },
  {
    name: 'items',
    show: async (page) => {
      await page.getByTestId('nav-items').click();
      await page.locator('.trend-drawing').first().waitFor();
    },
  },
  {
    name: 'report',
    show: async (page) => {
      await page.getByTestId('nav-report').click();
      await page.getByTestId('report-insurer').fill('見本市');
      await page.getByTestId('report-contractor').fill('見本点検株式会社');
      await page.getByTestId('report-contractor').press('Tab');
      await page.getByTestId('chart-months').scrollIntoViewIfNeeded();
    },
  },
];

async function takePictures(executablePath: string): Promise<void> {
  await buildIfStale();
  mkdirSync(OUT, { recursive: true });
  const server = await serve('dist', 0);
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ja-JP' });
    await page.goto(`${server.url}#/import?axis=result`);
    await page.locator('input[type=file]').first().setInputFiles(SAMPLES);
    await page.locator('body[data-imports="1"]').waitFor({ state: 'attached' });
    for (const { name, show } of PICTURES) {
      await show(page);
      await page.screenshot({ path: join(OUT, `${name}.png`) });
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

const found = await ensureBrowser();
if (found.ok) await takePictures(found.executablePath);
else {
  console.error(found.sentence);
  process.exitCode = 1;
}
