import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppPage, AppBrowser } from './app-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));
interface AxeWindow {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
}

/** What axe finds on the screen as it stands, a line a place. */
async function violations(app: AppPage): Promise<string[]> {
  await app.page.evaluate(AXE);
  return app.page.evaluate(async () => {
    const { axe } = window as unknown as AxeWindow;
    const found = await axe.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  });
}

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

for (const scheme of ['light', 'dark'] as const) {
  describe(`in ${scheme} colours`, () => {
    it('axe finds nothing on any screen, in the columns’ sheet and in the records behind a figure', { timeout: 60_000 }, async () => {
      const app = await browser.open('http', '', scheme);
      expect(await violations(app)).toEqual([]);
      await app.load(SAMPLES.map((name) => `sample-data/${name}`));
      expect(await violations(app)).toEqual([]);
      for (const screen of ['summary', 'items', 'check-types', 'report', 'safety'] as const) {
        await app.byTestId(`nav-${screen}`).click();
        const isTable = screen === 'items' || screen === 'check-types';
        await app.page.locator(isTable ? '.trend-drawing' : screen === 'report' ? '.sheet' : 'main h1').first().waitFor();
        expect(await violations(app), screen).toEqual([]);
      }
      await app.byTestId('nav-explore').click();
      await app.byTestId('column-増減点数').click();
      await app.byTestId('bin').first().waitFor();
      expect(await violations(app), 'columns explored').toEqual([]);
      await app.byTestId('explore-sql').click();
      await app.byTestId('sql-run').click();
      await app.byTestId('sql-result').waitFor();
      expect(await violations(app), 'statements').toEqual([]);
      await app.byTestId('nav-items').click();
      await app.byTestId('statement-item').click();
      await app.byTestId('statement-text').waitFor();
      expect(await violations(app), 'statement').toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.byTestId('column-choice').click();
      expect(await violations(app), 'columns').toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.page.locator('main button.figure').first().click();
      await app.byTestId('drill-claim').first().waitFor();
      expect(await violations(app), 'records').toEqual([]);
      await app.page.context().close();
    });
  });
}
