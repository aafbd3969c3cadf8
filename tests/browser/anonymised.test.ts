import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppPage, AppBrowser } from './app-page.ts';

const SAMPLES = readdirSync('sample-data')
  .filter((name) => name.endsWith('.csv'))
  .map((name) => `sample-data/${name}`);

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

async function anonymised(): Promise<AppPage> {
  const app = await browser.open('http', '#/import?axis=result');
  await app.load(SAMPLES);
  await app.byTestId('nav-report').click();
  await app.byTestId('report-anonymise').check();
  return app;
}

describe('with 匿名化', () => {
  it('the archive holds the tables only, as they are saved one by one', async () => {
    const app = await anonymised();
    const zip = await app.saveAll();
    expect(Object.keys(zip)).toEqual(['monthly.csv', 'items.csv', 'check-types.csv']);
    for (const [name, text] of Object.entries(zip)) expect(text).toBe(await app.save(name));
    expect(zip['items.csv']).toContain('その他（10件未満）');
    await app.byTestId('report-anonymise').uncheck();
    expect(Object.keys(await app.saveAll())).toHaveLength(6);
    await app.page.context().close();
  });

  it('nothing that was decided can be saved', async () => {
    const app = await anonymised();
    await app.byTestId('nav-decide').click();
    await app.byTestId('decide').and(app.page.locator('[aria-busy="false"]')).waitFor();
    for (const id of ['export-decisions.csv', 'picture-effect-plot', 'save-settings']) expect(await app.byTestId(id).isDisabled(), id).toBe(true);
    await app.byTestId('decide-backtest').click();
    expect(await app.byTestId('export-backtest.json').isDisabled()).toBe(true);
    await app.byTestId('nav-report').click();
    await app.byTestId('report-anonymise').uncheck();
    await app.byTestId('nav-decide').click();
    await expect.poll(() => app.byTestId('export-backtest.json').isEnabled()).toBe(true);
    await app.page.context().close();
  });

  it('the answer to a statement is shown and not saved, and the reason told', async () => {
    const app = await anonymised();
    await app.byTestId('nav-explore').click();
    await app.byTestId('explore-sql').click();
    await app.byTestId('sql-run').click();
    await app.byTestId('sql-result').waitFor();
    expect(await app.byTestId('sql-withheld').innerText()).toContain('匿名化しているため');
    expect(await app.byTestId('sql-export').count()).toBe(0);
    await app.page.context().close();
  });

  it('a scope narrowed by a column is refused', async () => {
    const app = await anonymised();
    await app.byTestId('nav-explore').click();
    await app.byTestId('column-疑義種別').click();
    await app.page.locator('[data-testid="value-line"] input').first().check();
    await app.byTestId('scope-column').waitFor();
    await app.byTestId('export-items.csv').click();
    await app.page.getByRole('alert').filter({ hasText: '列の値で絞り込んだまま' }).waitFor();
    await app.page.context().close();
  });

  it('a list of records names no claim, and no screen but the papers can be copied', async () => {
    const app = await anonymised();
    await app.byTestId('nav-check-types').click();
    await app.page.locator('main button.figure').first().click();
    await app.byTestId('drill-record').first().waitFor();
    expect(await app.page.locator('.claim-key').count()).toBe(0);
    expect(await app.byTestId('full-record-open').count()).toBe(0);
    await app.page.keyboard.press('Escape');
    expect(await copied(app, 'main table')).toBe(false);
    await app.page.getByRole('alert').filter({ hasText: '匿名化しているため' }).waitFor();
    await app.byTestId('nav-report').click();
    await app.byTestId('sheet').first().waitFor();
    expect(await copied(app, '[data-testid="sheet"]')).toBe(true);
    await app.page.context().close();
  });
});

/** Whether the browser may copy what this selects. */
async function copied(app: AppPage, selector: string): Promise<boolean> {
  return app.page.evaluate((within) => {
    const part = document.querySelector(within);
    if (part === null) throw new Error(`nothing at ${within}`);
    getSelection()?.selectAllChildren(part);
    return part.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true }));
  }, selector);
}
