import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppBrowser, WAYS } from './app-page.ts';

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

const SAMPLES = readdirSync('sample-data')
  .filter((name) => name.endsWith('.csv'))
  .map((name) => `sample-data/${name}`);

for (const way of WAYS) {
  describe(`the engine dies, opened over ${way}`, () => {
    it('while nothing is asked: view and data are back', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      await app.byTestId('nav-items').click();
      await app.byTestId('scope-from').selectOption('2024-05');
      await expect.poll(() => app.applications()).not.toBe('748');
      const before = { applications: await app.applications(), items: await app.save('items.csv'), address: app.page.url() };
      await app.killEngine();
      await app.page.waitForFunction(() => document.querySelector('[data-testid="engine-state"]')?.getAttribute('data-state') === 'restarting');
      await app.byTestId('engine-state').and(app.page.locator('[data-state="ready"]')).waitFor({ state: 'attached' });
      await expect.poll(() => app.applications()).toBe(before.applications);
      expect(await app.save('items.csv')).toBe(before.items);
      expect(app.page.url()).toBe(before.address);
      await app.page.context().close();
    });

    it('in the middle of an import: the import comes to its end', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES.slice(0, 3));
      await app.page.locator('input[type=file]').first().setInputFiles(SAMPLES.slice(3));
      await app.killEngine();
      await app.importFinished(1);
      await app.byTestId('engine-state').and(app.page.locator('[data-state="ready"]')).waitFor({ state: 'attached' });
      await expect.poll(() => app.applications()).toBe('748');
      const record = JSON.parse(await app.save('import.json')) as { files: unknown[] };
      expect(record.files).toHaveLength(6);
      await app.page.context().close();
    });

    it('in the middle of a query: the answer comes from the next engine', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      await app.byTestId('nav-items').click();
      await app.page.locator('main button.figure').first().waitFor();
      const killed = app.killEngine();
      await app.byTestId('scope-region').selectOption('out');
      await killed;
      await expect.poll(() => app.applications(), { timeout: 20_000 }).not.toBe('748');
      expect(app.page.url()).toContain('region=out');
      await app.page.context().close();
    });
  });
}

it('readers that died in between cost nothing', async () => {
  const app = await browser.open();
  await app.load(SAMPLES.slice(0, 2));
  for (const worker of app.page.workers()) {
    const isReader = await worker.evaluate(() => self.name === 'reader');
    if (isReader) await worker.evaluate(() => setTimeout(() => self.close()));
  }
  await app.load(SAMPLES.slice(2));
  await expect.poll(() => app.applications()).toBe('748');
  await app.page.context().close();
});
