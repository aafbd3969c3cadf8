import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppPage, AppBrowser } from './app-page.ts';

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

const SAMPLE = 'sample-data/202404.csv';

/** A page whose browser tells of so many GiB of memory. */
async function openWith(gibibytes: number): Promise<AppPage> {
  const app = await browser.open();
  await app.page.addInitScript({ content: `Object.defineProperty(navigator, 'deviceMemory', { value: ${String(gibibytes)} })` });
  await app.page.reload();
  return app;
}

it('tells beside the import how many more months fit', async () => {
  const app = await openWith(8);
  await app.load([SAMPLE]);
  expect(await app.byTestId('months-that-fit').textContent()).toMatch(/120 か月分以上/u);
  expect(await app.byTestId('memory-go-on').count()).toBe(0);
  await app.page.context().close();
});

it('asks before what likely does not fit; a no leaves all as it was, a yes imports', async () => {
  const app = await openWith(0.25);
  await app.page.locator('input[type=file]').first().setInputFiles([SAMPLE]);
  await app.byTestId('memory-stop').click();
  await app.importFinished(0);
  expect(await app.applications()).toBe('');
  await app.page.locator('input[type=file]').first().setInputFiles([SAMPLE]);
  await app.byTestId('memory-go-on').waitFor();
  await app.page.keyboard.press('Escape');
  await app.importFinished(1);
  expect(await app.applications()).toBe('');
  await app.page.locator('input[type=file]').first().setInputFiles([SAMPLE]);
  await app.byTestId('memory-go-on').click();
  await app.importFinished(2);
  expect(await app.applications()).not.toBe('');
  expect(await app.byTestId('months-that-fit').textContent()).toMatch(/足りなくなる/u);
  expect(app.complaints).toEqual([]);
  await app.page.context().close();
});
