import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppPage, AppBrowser, WAYS, type Way } from './app-page.ts';
import { violations } from './find-violations.ts';

const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

async function openDecide(way: Way = 'http', scheme: 'light' | 'dark' = 'light'): Promise<AppPage> {
  const app = await browser.open(way, '', scheme);
  await app.load(SAMPLES.map((name) => `sample-data/${name}`));
  await app.byTestId('nav-decide').click();
  await firstRow(app).waitFor();
  return app;
}

function firstRow(app: AppPage) {
  return app.page.locator('.decide-table tbody tr[data-key]').first();
}

/** The cells of a CSV without quoted commas in the columns asked for. */
function column(csv: string, name: string): string[] {
  const [head = '', ...lines] = csv.slice(1).trimEnd().split('\r\n').map((line) => line.replace(/"[^"]*"/gu, 'x'));
  const place = head.split(',').indexOf(name);
  return lines.map((line) => line.split(',')[place] ?? '');
}

describe('the screen 除外検討', () => {
  it('saves the same decisions however the app is opened, with the counts and rates of items.csv', async () => {
    const texts: string[] = [];
    for (const way of WAYS) {
      const app = await openDecide(way);
      const items = await app.save('items.csv');
      const decisions = await app.save('decisions.csv');
      for (const name of ['コード', '申出件数', '結果判明件数', '原審率']) {
        expect(column(decisions, name)).toEqual(column(items, name).slice(0, column(decisions, name).length));
      }
      texts.push(decisions);
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    }
    expect(texts[1]).toBe(texts[0]);
  });

  it('a line shows the numbers of the item table and opens the same records', async () => {
    const app = await openDecide();
    const key = (await firstRow(app).getAttribute('data-key')) ?? '';
    const count = (await firstRow(app).locator('button.figure').first().textContent()) ?? '';
    await firstRow(app).locator('button.figure').first().click();
    await app.byTestId('drill-claim').first().waitFor();
    expect(await app.page.locator('dialog[open]').innerText()).toContain(count);
    await app.page.keyboard.press('Escape');
    await app.byTestId('nav-items').click();
    await app.byTestId('item-search').fill(key.split(':')[1] ?? '');
    const line = app.page.locator('.figures tbody tr[data-line]').first();
    expect(await line.locator('button.figure').first().textContent()).toBe(count);
    await app.page.context().close();
  });

  it('rates follow the denominator, as the item table does', async () => {
    const app = await openDecide();
    await app.byTestId('denominator').selectOption('applied');
    const key = (await firstRow(app).getAttribute('data-key')) ?? '';
    const rate = await firstRow(app).locator('td.rate').first().innerText();
    await app.byTestId('nav-items').click();
    await app.byTestId('item-search').fill(key.split(':')[1] ?? '');
    const rates = await app.page.locator('.figures tbody tr[data-line]').first().locator('td.with-bar').allInnerTexts();
    expect(rates).toContain(rate);
    await app.page.context().close();
  });

  it('a click in the plot selects an item, and its grounds are told', async () => {
    const app = await openDecide();
    const plot = app.byTestId('effect-plot');
    const box = await plot.boundingBox();
    if (box === null) throw new Error('no plot');
    for (let step = 1; step < 20 && (await app.page.locator('.plot-chosen').count()) === 0; step++) {
      await app.page.mouse.click(box.x + box.width * 0.5, box.y + (box.height * step) / 20);
    }
    expect(await app.page.locator('.decide-table tr.selected').count()).toBe(1);
    expect(await app.byTestId('line-reason').textContent()).toMatch(/。$/u);
    const [picture] = await Promise.all([app.page.waitForEvent('download'), app.byTestId('picture-effect-plot').click()]);
    expect(picture.suggestedFilename()).toBe('effect-plot.svg');
    await app.page.context().close();
  });

  it('lines are decided together with a reason; it can be undone and done again', async () => {
    const app = await openDecide();
    await app.byTestId('filter-verdict').selectOption('watch');
    const watched = app.byTestId('decide-count');
    const before = await watched.textContent();
    await app.byTestId('choose-all').check();
    expect(await app.byTestId('bulk-set').isDisabled()).toBe(true);
    await app.byTestId('bulk-verdict').selectOption('keep');
    await app.byTestId('bulk-reason').fill('市の指示');
    await app.byTestId('bulk-set').click();
    expect(await watched.textContent()).toMatch(/^0 /u);
    await app.byTestId('undo').click();
    expect(await watched.textContent()).toBe(before);
    await app.byTestId('redo').click();
    expect(await watched.textContent()).toMatch(/^0 /u);
    await app.byTestId('filter-mark').selectOption('overridden');
    await app.byTestId('filter-verdict').selectOption('keep');
    expect(await firstRow(app).innerText()).toContain('市の指示');
    await app.page.context().close();
  });

  it('limits and rules change what is proposed', async () => {
    const app = await openDecide();
    const freed = app.byTestId('freed-share');
    const before = await freed.textContent();
    await app.byTestId('policy').click();
    await app.byTestId('policy-maxFreed').fill('３');
    await app.byTestId('policy-maxFreed').blur();
    expect(await freed.textContent()).not.toBe(before);
    await app.byTestId('policy-maxFreed').fill('130');
    await app.byTestId('policy-maxFreed').blur();
    expect(await app.byTestId('policy-maxFreed').getAttribute('aria-invalid')).toBe('true');
    await app.page.context().close();
  });

  it('scenarios stand side by side and are kept in the settings file; a damaged file changes nothing', async () => {
    const app = await openDecide();
    await app.byTestId('decide-scenarios').click();
    await app.byTestId('scenario-name').fill('案1');
    await app.byTestId('keep-scenario').click();
    expect(await app.byTestId('scenarios').locator('thead').innerText()).toContain('案1');
    await app.byTestId('share-planner').locator('tbody tr').first().waitFor();
    const [download] = await Promise.all([app.page.waitForEvent('download'), app.byTestId('save-settings').click()]);
    const file = await download.path();
    await app.byTestId('undo').click();
    expect(await app.byTestId('scenarios').locator('thead').innerText()).not.toContain('案1');
    const damaged = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"saishinsa-workbench settings","version":2}') };
    await app.byTestId('settings-input').setInputFiles(damaged);
    expect(await app.page.locator('.settings-bar [role=alert]').innerText()).toContain('設定は元のまま');
    expect(await app.byTestId('scenarios').locator('thead').innerText()).not.toContain('案1');
    await app.byTestId('settings-input').setInputFiles(file);
    await app.byTestId('scenarios').getByText('案1').waitFor();
    await app.page.context().close();
  });

  it('an exclusion goes from proposal to approval, is exported, and violations are listed', async () => {
    const app = await openDecide();
    await app.byTestId('filter-verdict').selectOption('exclude');
    await firstRow(app).locator('input[type=checkbox]').check();
    await app.byTestId('bulk-enter').click();
    await app.byTestId('decide-ledger').click();
    await app.byTestId('ledger-month').selectOption('2024-05');
    await app.byTestId('step-approved').click();
    expect(await app.byTestId('ledger-entry').getAttribute('data-status')).toBe('approved');
    const [download] = await Promise.all([app.page.waitForEvent('download'), app.byTestId('export-exclusions').click()]);
    expect(download.suggestedFilename()).toBe('exclusions-2024-05.csv');
    await app.byTestId('violations').locator('tbody tr').first().waitFor();
    await app.page.context().close();
  });

  it('past months are tried, told as a sentence, a chart and a table, and saved', async () => {
    const app = await openDecide();
    await app.byTestId('decide-backtest').click();
    await app.byTestId('run-backtest').click();
    await app.byTestId('backtest-sentence').waitFor();
    const rows = await app.byTestId('backtest-table').locator('tbody tr').count();
    const { months } = JSON.parse(await app.save('backtest.json')) as { months: { month: string; learnedThrough: string }[] };
    expect(months).toHaveLength(rows);
    for (const { month, learnedThrough } of months) expect(learnedThrough < month).toBe(true);
    expect(app.complaints).toEqual([]);
    await app.page.context().close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`axe finds nothing on any of its views in ${scheme} colours`, { timeout: 180_000 }, async () => {
      const app = await openDecide('http', scheme);
      await firstRow(app).locator('.line-name').click();
      expect(await violations(app)).toEqual([]);
      await app.byTestId('choose-all').check();
      await app.byTestId('bulk-enter').click();
      for (const tab of ['scenarios', 'backtest', 'ledger'] as const) {
        await app.byTestId(`decide-${tab}`).click();
        if (tab === 'backtest') await app.byTestId('run-backtest').click();
        if (tab === 'backtest') await app.byTestId('backtest-sentence').waitFor();
        if (tab === 'scenarios') await app.byTestId('share-planner').locator('tbody tr').first().waitFor();
        expect(await violations(app), tab).toEqual([]);
      }
      await app.page.context().close();
    });
  }
});
