import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppPage, AppBrowser } from './app-page.ts';

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));

/** Opens each count of the screen and compares it with the list behind it. */
async function openEveryCount(app: AppPage, most: number): Promise<number> {
  const buttons = app.page.locator('main button.figure');
  await app.drawn();
  let opened = 0;
  for (let i = 0; i < (await buttons.count()) && opened < most; i++) {
    const label = (await buttons.nth(i).getAttribute('aria-label')) ?? '';
    if (!label.includes('件数')) continue;
    const shown = ((/[\d,]+/u.exec((await buttons.nth(i).innerText())))?.[0] ?? '').replaceAll(',', '');
    await buttons.nth(i).click();
    await expect.poll(() => app.byTestId('drill-applications').textContent(), { timeout: 10_000, interval: 20, message: label }).toBe(shown);
    await app.page.keyboard.press('Escape');
    await app.byTestId('drill-applications').waitFor({ state: 'detached' });
    opened++;
  }
  return opened;
}

it('every count opens the records behind it', async () => {
  const app = await browser.open();
  await app.load(SAMPLES.map((name) => `sample-data/${name}`));
  let opened = 0;
  for (const screen of ['summary', 'check-types', 'items'] as const) {
    await app.byTestId(`nav-${screen}`).click();
    await app.page.locator('main button.figure').first().waitFor();
    opened += await openEveryCount(app, 60);
  }
  expect(opened).toBeGreaterThan(100);
  expect(app.complaints).toEqual([]);
  await app.page.context().close();
});

it('the address carries the scope, and Back undoes it', async () => {
  const app = await browser.open();
  await app.load(SAMPLES.map((name) => `sample-data/${name}`));
  const everything = await app.applications();
  await app.byTestId('nav-check-types').click();
  await app.byTestId('scope-from').selectOption('2024-06');
  await expect.poll(() => app.applications()).not.toBe(everything);
  expect(app.page.url()).toContain('from=2024-06');
  await app.page.goBack();
  await expect.poll(() => app.applications()).toBe(everything);
  await app.page.goForward();
  await expect.poll(() => app.applications()).not.toBe(everything);
  await app.page.context().close();
});
