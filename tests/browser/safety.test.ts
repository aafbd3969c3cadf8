import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppBrowser, type AppPage, WAYS } from './app-page.ts';

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

const FILES = ['sample-data/202404.csv', 'sample-data/202405.csv'];

async function opened(app: AppPage): Promise<AppPage> {
  await app.byTestId('nav-safety').click();
  await app.byTestId('safety').waitFor();
  return app;
}

describe.each(WAYS)('安全 over %s', (way) => {
  it('tells of no request to another host after an import, and of nothing kept', async () => {
    const app = await browser.open(way);
    await app.load(FILES);
    await opened(app);
    await expect.poll(() => app.byTestId('external-requests').textContent()).toBe('0');
    const parts = await app.page.locator('[data-testid=requests][data-kind=part] .value').innerText();
    if (way === 'http') expect(parts).toMatch(/assets\/app-\w+\.js.*assets\/duckdb-\w+\.wasm/u);
    const states = app.page.locator('[data-testid=stored]');
    await expect.poll(() => states.evaluateAll((rows) => rows.every((row) => row.hasAttribute('data-state')))).toBe(true);
    expect(await app.page.locator('[data-testid=stored][data-state=counted] .number').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/[1-9]/u),
    );
    expect(await app.page.locator('[data-testid=stored][data-state=counted]').count()).toBeGreaterThanOrEqual(4);
    await app.page.context().close();
  });

  it('the self test is refused by the browser and asks nothing of the network', async () => {
    const app = await opened(await browser.open(way));
    await app.byTestId('safety-self-test').click();
    const result = app.byTestId('safety-self-test-result');
    await result.waitFor();
    expect(await result.getAttribute('data-result')).toBe('refused');
    expect(await result.innerText()).toContain('ブラウザーが通信を拒否しました（connect-src による遮断）');
    await app.page.waitForTimeout(300);
    expect(await app.byTestId('external-requests').textContent()).toBe('0');
    expect(await app.byTestId('refusals').innerText()).toContain('https://example.invalid/');
    await app.page.context().close();
  });

  it('clearing forgets everything and tells what was forgotten', async () => {
    const app = await browser.open(way);
    await opened(app);
    expect(await app.byTestId('safety-clear').isDisabled()).toBe(true);
    await app.load(FILES);
    await app.byTestId('safety-clear').click();
    await app.byTestId('clear-keep').click();
    expect(await app.byTestId('safety-erased').count()).toBe(0);
    await app.byTestId('safety-clear').click();
    await app.byTestId('clear-confirm').click();
    await app.byTestId('safety-erased').waitFor();
    expect(await app.byTestId('safety-erased').innerText()).toMatch(/2 ファイル・[\d,]+ レコード/u);
    expect(await app.byTestId('safety-clear').isDisabled()).toBe(true);
    expect(await app.applications()).toBe('');
    await app.load(FILES);
    await expect.poll(() => app.applications()).not.toBe('');
    await app.page.context().close();
  });
});

it('lists every personal and sensitive field as passed over, and none of them as read', async () => {
  const app = await opened(await browser.open('http', '#/safety'));
  const numbers = (id: string) => app.page.locator(`[data-testid=${id}] li .number`).allInnerTexts();
  const [read, passed] = [await numbers('fields-read'), await numbers('fields-passed')];
  expect(read).toContain('192');
  expect(passed).toEqual(expect.arrayContaining(['13', '16', '17', '203']));
  expect(read.filter((number) => passed.includes(number))).toEqual([]);
  await app.page.context().close();
});
