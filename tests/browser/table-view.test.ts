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

it('the order is told in words while its column is hidden', async () => {
  const app = await openItems();
  await app.page.locator('[data-sort=upheld]').click();
  expect(await app.byTestId('hidden-order').count()).toBe(0);
  await app.byTestId('column-choice').click();
  await app.page.getByRole('checkbox', { name: '原審件数', exact: true }).uncheck();
  expect(await app.byTestId('hidden-order').textContent()).toBe('並び順：原審件数の大きい順（非表示の列）');
  await app.page.getByRole('checkbox', { name: '原審件数', exact: true }).check();
  expect(await app.byTestId('hidden-order').count()).toBe(0);
  await app.page.context().close();
});

it('arrow keys reach lines that were not drawn, between the head and the total', async () => {
  const app = await openItems();
  const lines = Number(/\d+/u.exec((await app.byTestId('item-lines').textContent()) ?? '')?.[0]);
  const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? '');
  await app.page.locator('[data-row="0"][data-column="0"]').focus();
  await app.page.keyboard.press('Control+End');
  expect(await focused()).toBe(String(lines));
  await app.page.keyboard.press('ArrowUp');
  expect(await focused()).toBe(String(lines - 1));
  for (const moved of [10, 20, 30, 40]) {
    await app.page.keyboard.press('PageUp');
    expect(await focused()).toBe(String(lines - 1 - moved));
    const [head, cell, foot] = await app.page.evaluate(() =>
      [document.querySelector('.figures thead'), document.activeElement?.closest('tr'), document.querySelector('.figures tfoot')].map((part) => {
        const { top = 0, bottom = 0 } = part?.querySelector('th, td')?.getBoundingClientRect() ?? {};
        return { top, bottom };
      }),
    );
    expect(cell?.top).toBeGreaterThanOrEqual((head?.bottom ?? 0) - 1);
    expect(cell?.bottom).toBeLessThanOrEqual((foot?.top ?? 0) + 1);
  }
  await app.page.context().close();
});

it('scrolling draws the lines in sight; head and total stay', async () => {
  const app = await openItems();
  const frame = app.page.locator('.figures-frame');
  const places = () =>
    frame.evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return [(box.querySelector('thead th')?.getBoundingClientRect().top ?? 0) - top, bottom - (box.querySelector('tfoot th')?.getBoundingClientRect().bottom ?? 0)];
    });
  const before = await places();
  for (const at of [2000, 5000, 1000]) {
    await frame.evaluate((box, top) => box.scrollTo(0, top), at);
    // The line in the middle of the frame.
    await expect
      .poll(() =>
        frame.evaluate((box) => {
          const { left, top, height } = box.getBoundingClientRect();
          return document.elementFromPoint(left + 20, top + height / 2)?.closest('tr')?.getAttribute('aria-rowindex') ?? '';
        }),
      )
      .toMatch(/^\d+$/u);
    expect(await places()).toEqual(before);
  }
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
