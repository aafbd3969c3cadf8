import { MASTER_NAMES, makeMasterFiles } from './master-files.ts';
import type { MeasuredPage } from './measured-browser.ts';

const ROUNDS = 5;

/** Milliseconds, on a page with the reference work loaded. */
export interface MappingTimes {
  /** From 31,000 names being chosen as masters to the screen 対応づけ telling what they found. */
  readonly nameSearch: number;
  /** Longest task of the page's thread meanwhile; 0 where none took 50 ms. */
  readonly nameSearchLongestTask: number;
  readonly names: number;
  /** From a rule being added to every table of the screen being drawn, each time with another rule. */
  readonly rule: readonly number[];
}

/** Adds rules and chooses masters on 対応づけ as a user does; both stay in use. */
export async function timeMapping({ page }: MeasuredPage): Promise<MappingTimes> {
  const masters = makeMasterFiles();
  await page.evaluate(() => {
    location.hash = '#/mapping';
  });
  await page.locator('[data-testid="coverage"]').waitFor();
  const rule: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = page.evaluate(() => window.probe.nextChange('rules'));
    await page.locator('[data-testid="rules-file"]').setInputFiles({ name: 'rules.csv', mimeType: 'text/csv', buffer: Buffer.from(ruleTable(round)) });
    rule.push((await drawn).ms);
  }
  const drawn = page.evaluate(() => window.probe.nextChange('masters'));
  await page.locator('[data-testid="masters-file"]').setInputFiles([...masters]);
  const { ms, longestTask } = await drawn;
  const used = await page.locator('[data-testid="masters-list"] tbody tr').count();
  if (used !== masters.length) throw new Error(`${String(used)} masters are in use`);
  return { nameSearch: ms, nameSearchLongestTask: longestTask, names: MASTER_NAMES, rule };
}

/** The table with one rule more in each round; what it looks for is new to the app. */
function ruleTable(round: number): string {
  const rules = Array.from({ length: round + 1 }, (_, number) => `点検区分,195,含む,${'回数用量重複病名適応'.slice(2 * number, 2 * number + 2)},横覧点検,,`);
  return ['対象,項番,照合,値,結果,結果コード,備考', ...rules.toReversed(), ''].join('\r\n');
}
