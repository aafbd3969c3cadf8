import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppPage, AppBrowser } from './app-page.ts';

const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

async function openItems(): Promise<AppPage> {
  const app = await browser.open();
  await app.load(SAMPLES.map((name) => `sample-data/${name}`));
  await app.byTestId('nav-items').click();
  await app.page.locator('.trend-drawing').first().waitFor();
  return app;
}

it('the points columns fit without scrolling sideways', async () => {
  const app = await openItems();
  expect(await app.page.locator('.figures-frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
  for (const column of ['pointsDelta', 'reducedEffect', 'effectPerApplication'])
    {expect(await app.page.locator(`[data-sort=${column}]`).isVisible()).toBe(true);}
  await app.page.context().close();
});

it('order, search and columns of a table stay while other screens are shown, each table its own', async () => {
  const app = await openItems();
  await app.byTestId('column-choice').click();
  await app.page.getByLabel('構成比').check();
  await app.page.keyboard.press('Escape');
  await app.page.locator('[data-sort=upheld]').click();
  await app.byTestId('item-search').fill('注射');
  const shown = await app.byTestId('item-lines').textContent();
  await app.byTestId('nav-check-types').click();
  await app.page.locator('[data-sort=upheld]').waitFor();
  expect(await app.page.locator('[data-sort=share]').count()).toBe(0);
  expect(await app.page.locator('th[aria-sort=descending] [data-sort]').getAttribute('data-sort')).toBe('applications');
  await app.byTestId('nav-items').click();
  expect(await app.page.locator('[data-sort=share]').count()).toBe(1);
  expect(await app.page.locator('th[aria-sort=descending] [data-sort]').getAttribute('data-sort')).toBe('upheld');
  expect(await app.byTestId('item-search').inputValue()).toBe('注射');
  expect(await app.byTestId('item-lines').textContent()).toBe(shown);
  expect(app.complaints).toEqual([]);
  await app.page.context().close();
});

it('prints every line, though only those in sight are drawn', async () => {
  const app = await openItems();
  const lines = Number(/\d+/u.exec((await app.byTestId('item-lines').textContent()) ?? '')?.[0]);
  const drawn = app.page.locator('.figures tbody tr[data-line]');
  expect(await drawn.count()).toBeLessThan(lines);
  await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await drawn.count()).toBe(lines);
  await app.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await drawn.count()).toBeLessThan(lines);
  await app.page.context().close();
});
