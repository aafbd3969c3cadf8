import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppPage, AppBrowser, WAYS } from './app-page.ts';

const SAMPLES = readdirSync('sample-data')
  .filter((name) => name.endsWith('.csv'))
  .map((name) => `sample-data/${name}`);

const REFUSED = [
  'DROP TABLE fact',
  "COPY fact TO 'fact.csv'",
  "ATTACH ':memory:' AS other",
  'INSTALL json',
  'DELETE FROM fact',
  'SELECT 1; DROP TABLE fact',
];

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

async function openPane(app: AppPage): Promise<void> {
  await app.byTestId('nav-explore').click();
  await app.byTestId('explore-sql').click();
  await app.page.locator('.cm-content').waitFor();
}

/** Types a statement over what stands there, as a user does. */
async function write(app: AppPage, statement: string): Promise<void> {
  await app.page.locator('.cm-content').click();
  await app.page.keyboard.press('Control+A');
  await app.page.keyboard.insertText(statement);
}

async function run(app: AppPage, statement: string): Promise<void> {
  await write(app, statement);
  await app.page.keyboard.press('Control+Enter');
}

const failure = (app: AppPage, code: string) => app.page.locator(`[data-testid="sql-failure"][data-code="${code}"]`);

async function cells(app: AppPage): Promise<string[]> {
  await app.byTestId('sql-result').waitFor();
  return app.byTestId('sql-result').locator('td').allInnerTexts();
}

for (const way of WAYS) {
  describe(`調べる, opened over ${way}`, () => {
    it('refuses what is not one SELECT and ends an endless one on demand; the data is what it was', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      const before = { applications: await app.applications(), items: await app.save('items.csv'), months: await app.save('monthly.csv') };
      await openPane(app);
      for (const statement of REFUSED) {
        await run(app, statement);
        await failure(app, 'sql_refused').waitFor();
        await run(app, 'SELECT 1');
        await app.byTestId('sql-result').waitFor();
      }
      await run(app, 'SELECT count(*) FROM range(1e9::BIGINT) a, range(1e9::BIGINT) b');
      await expect.poll(() => app.byTestId('sql-status').textContent()).toMatch(/実行中… [12] 秒/u);
      await app.byTestId('sql-cancel').click();
      await failure(app, 'cancelled').waitFor();
      await run(app, 'SELECT count(*) FROM レコード');
      expect(await cells(app)).toEqual(['870']);
      expect({ applications: await app.applications(), items: await app.save('items.csv'), months: await app.save('monthly.csv') }).toEqual(before);
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });

    it('ends an endless statement when something else is wanted', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      await openPane(app);
      await run(app, 'SELECT count(*) FROM range(1e9::BIGINT) a, range(1e9::BIGINT) b');
      await app.page.locator('[data-testid="sql-cancel"]:enabled').waitFor();
      await app.byTestId('scope-region').selectOption('out');
      await failure(app, 'cancelled').waitFor();
      await expect.poll(() => app.applications()).not.toBe('748');
      await app.page.context().close();
    });

    it('narrows everything to a value that is ticked, says so in words and takes it back', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      await app.byTestId('nav-explore').click();
      await app.byTestId('column-疑義種別').click();
      const line = app.page.locator('[data-testid="value-line"][data-value="単月点検"]');
      const records = await line.locator('td').first().innerText();
      await line.locator('input').check();
      await app.byTestId('scope-column').waitFor();
      expect(await app.byTestId('scope-words').textContent()).toContain('疑義種別が「単月点検」の申出');
      expect(new URL(app.page.url()).hash).toBe('#/explore');
      // The column itself is counted without its own narrowing.
      await app.page.locator('[data-testid="value-line"][data-value="調剤"]').waitFor();
      await app.byTestId('nav-summary').click();
      const figure = app.page.locator('[data-metric="applications"] button.figure');
      await expect.poll(async () => (await figure.innerText()) === (await app.applications())).toBe(true);
      await figure.click();
      await app.byTestId('drill-claim').first().waitFor();
      expect(await app.byTestId('drill-records').innerText()).toBe(records);
      await app.page.keyboard.press('Escape');
      await app.byTestId('scope-column').click();
      await expect.poll(() => app.applications()).toBe('748');
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });

    it('opens the statement behind a table, runs it to the same figures and saves the answer', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      await app.byTestId('nav-check-types').click();
      await app.page.locator('main button.figure').first().waitFor();
      await app.drawn();
      const inTable = await app.page.locator('tr[data-line]:not([data-line="total"])').evaluateAll((lines) =>
        lines.map((line) => line.querySelector('td button.figure')?.textContent ?? ''),
      );
      expect(inTable.length).toBeGreaterThan(3);
      await app.byTestId('statement-check_type').click();
      await app.byTestId('statement-take').click();
      await app.byTestId('sql-run').click();
      await app.byTestId('sql-result').waitFor();
      const rows = await app.byTestId('sql-result').locator('tbody tr td:nth-child(2)').allInnerTexts();
      expect(rows.map(Number).toSorted((a, b) => b - a)).toEqual(inTable.map((text) => Number(text.replace(',', ''))).toSorted((a, b) => b - a));
      const [download] = await Promise.all([app.page.waitForEvent('download'), app.byTestId('sql-export').click()]);
      expect(download.suggestedFilename()).toBe('sql-result.csv');
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });

    it('is brought back, with data and statement, after a statement that took the engine down', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES);
      await openPane(app);
      await run(app, "SELECT list(repeat('x', 1000) || range) FROM range(100000000)");
      await failure(app, 'engine_stopped').waitFor({ timeout: 90_000 });
      await app.byTestId('engine-state').and(app.page.locator('[data-state="ready"]')).waitFor({ state: 'attached', timeout: 60_000 });
      await expect.poll(() => app.applications(), { timeout: 20_000 }).toBe('748');
      await run(app, 'SELECT count(*) FROM レコード');
      expect(await cells(app)).toEqual(['870']);
      await app.page.context().close();
    });
  });
}

it('the pane is worked by keys alone: names are completed, Esc leaves it', async () => {
  const app = await browser.open();
  await app.load(SAMPLES);
  await openPane(app);
  await write(app, 'SELECT 点検区');
  await app.page.keyboard.press('Control+Space');
  await app.page.locator('.cm-tooltip-autocomplete [aria-selected]').waitFor();
  // A completion that has just appeared takes no key for a moment.
  await app.page.waitForTimeout(200);
  await app.page.keyboard.press('Enter');
  expect(await app.page.locator('.cm-content').innerText()).toBe('SELECT 点検区分');
  await app.page.keyboard.press('Escape');
  expect(await app.byTestId('sql-run').evaluate((button) => button === document.activeElement)).toBe(true);
  await app.page.context().close();
});

it('first rows of many: told so, page by page', async () => {
  const app = await browser.open();
  await app.load(SAMPLES);
  await openPane(app);
  await run(app, 'SELECT range AS n FROM range(20000)');
  await expect.poll(() => app.byTestId('sql-status').textContent()).toContain('先頭 10,000 行');
  expect(await app.byTestId('sql-result').locator('tbody tr').count()).toBe(200);
  await app.page.context().close();
});
