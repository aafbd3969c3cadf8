import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppBrowser } from './app-page.ts';
import { violations } from './find-violations.ts';

const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));
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
      await app.byTestId('nav-mapping').click();
      await app.byTestId('applications-input').setInputFiles({ name: '申出.csv', mimeType: 'text/csv', buffer: Buffer.from('共通キー,名称\n142,架空検査\n') });
      await app.byTestId('exclusions-input').setInputFiles({ name: '除外.csv', mimeType: 'text/csv', buffer: Buffer.from('142') });
      await app.byTestId('exclusion-keys').waitFor();
      for (const side of ['unmatched_lines', 'unlisted', 'unmatched_keys']) await app.byTestId(`side-${side}`).locator('summary').click();
      await app.byTestId('coverage-点検区分').getByRole('button').click();
      await app.byTestId('unclassified-text').first().getByRole('button').click();
      await app.byTestId('rule-result').fill('縦覧点検');
      await app.byTestId('preview-hits').waitFor();
      await app.byTestId('marked-records').locator('dd').first().waitFor();
      await app.byTestId('rules-new').click();
      await app.byTestId('rule-line').waitFor();
      await app.byTestId('masters-file').setInputFiles({ name: 'h.csv', mimeType: 'text/csv', buffer: Buffer.from('301000110,歯科初診料\n') });
      await app.byTestId('master-columns').waitFor();
      expect(await violations(app), 'mapping').toEqual([]);
      for (const screen of ['summary', 'items', 'check-types', 'safety'] as const) {
        await app.byTestId(`nav-${screen}`).click();
        const isTable = screen === 'items' || screen === 'check-types';
        await app.page.locator(isTable ? '.trend-drawing' : 'main h1').first().waitFor();
        expect(await violations(app), screen).toEqual([]);
      }
      await app.byTestId('nav-items').click();
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
