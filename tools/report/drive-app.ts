import { basename, join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { launchOptions } from '../ensure-browser.ts';
import { driveDecisions } from './drive-decisions.ts';
import type { ReportArguments } from './read-arguments.ts';

/** The files the app offers for download, by their names. */
const DOWNLOADS = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv', 'rejected.csv', 'import.json'] as const;

/** Nothing the app does takes longer than this without showing progress. */
const PATIENCE_MS = 30 * 60 * 1000;

/** What is given beside the records, by absolute paths; the app refuses what it cannot use and goes on without it. */
export interface OwnFiles {
  readonly rules: readonly string[];
  readonly masters: readonly string[];
  readonly applications: readonly string[];
  readonly exclusions: readonly string[];
}

/** What the app made of the files. */
export interface Report {
  /** `name: sentence` of each file that was refused. */
  readonly refused: readonly string[];
  /** A sentence for each line of a 対応表 that is no rule; the others are used. */
  readonly lines: readonly string[];
  /** Whether the files were written: at least one input could be used. */
  readonly isWritten: boolean;
}

/** Opens the app as a user would, gives it the files, sets the options and saves its own downloads to `out`. */
export async function driveApp(
  url: string,
  browserPath: string,
  files: readonly string[],
  out: string,
  options: ReportArguments,
  own: OwnFiles,
): Promise<Report> {
  const browser = await chromium.launch(launchOptions(browserPath));
  try {
    const page = await browser.newPage({ acceptDownloads: true });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${url}#/mapping?${viewOf(options)}`);
    const told = await giveOwnFiles(page, own);
    await page.locator('[data-testid="nav-import"]').click();
    await page.locator('input[type=file]').first().setInputFiles([...files]);
    await page.locator('body[data-imports="1"]').waitFor({ state: 'attached' });
    const refused = [...told.refused, ...(await page.locator('[data-testid="refused-file"]').allInnerTexts())];
    const isLoaded = await page.locator('[data-testid="export-import.json"]').isEnabled();
    if (!isLoaded) return { refused, lines: told.lines, isWritten: false };
    if (options.inspected.size > 0) await giveInspected(page, options.inspected);
    for (const name of DOWNLOADS) await save(page, name, out);
    const undecided = options.decide === null ? [] : await driveDecisions(page, options.decide, (name) => save(page, name, out));
    return { refused: [...refused, ...undecided], lines: told.lines, isWritten: true };
  } finally {
    await browser.close();
  }
}

/** The part of the address that sets scope and choices; what stands at its default is left out. */
function viewOf({ axis, from, to, grain, attribution, denominator }: ReportArguments): string {
  const view: Record<string, string> = { axis, grain, points: attribution, per: denominator };
  if (from !== null) view.from = from;
  if (to !== null) view.to = to;
  return new URLSearchParams(view).toString();
}

/** What was told of the files beside the records: those refused, and lines of a 対応表 that are no rule. */
interface Told {
  readonly refused: string[];
  readonly lines: string[];
}

/** Before the records, so that these are classified once. */
async function giveOwnFiles(page: Page, { rules, masters, applications, exclusions }: OwnFiles): Promise<Told> {
  const told: Told = { refused: [], lines: [] };
  for (const path of rules) await giveRules(page, path, told);
  if (masters.length > 0) {
    await page.locator('[data-testid="masters-file"]').setInputFiles([...masters]);
    await page.locator('[data-testid="masters"][data-finished="1"]').waitFor();
    told.refused.push(...(await page.locator('[data-testid="master-refused"]').allInnerTexts()));
    // One whose layout is not known waits for a user to choose its columns; its first two lines say so.
    const waiting = await page.locator('[data-testid="master-columns"]').allInnerTexts();
    told.refused.push(...waiting.map((text) => text.split(/\n+/u).slice(0, 2).join('。')));
  }
  let finished = 0;
  for (const [kind, paths] of Object.entries({ applications, exclusions })) {
    for (const path of paths) {
      await page.locator(`[data-testid="${kind}-input"]`).setInputFiles(path);
      finished++;
      await page.locator(`body[data-lists="${String(finished)}"]`).waitFor({ state: 'attached' });
      told.refused.push(...(await page.locator(`[data-testid="${kind}-refused"]`).allInnerTexts()));
    }
  }
  return told;
}

async function giveRules(page: Page, path: string, told: Told): Promise<void> {
  const section = page.locator('[data-testid="rules"]');
  await section.locator('[data-testid="rules-file"]').setInputFiles(path);
  await page.locator('[data-testid="rules"][data-finished="1"]').waitFor();
  const failures = await section.locator('[role="alert"]:not([data-testid="rules-refused"])').allInnerTexts();
  told.refused.push(...failures.map((sentence) => `${basename(path)}: ${sentence}`));
  for (const fault of await section.locator('.rule-fault').all()) {
    const line = await fault.locator('xpath=preceding-sibling::tr[1]/td[1]').innerText();
    told.lines.push(`${basename(path)}: ${line} 行目: ${await fault.innerText()}`);
  }
}

async function giveInspected(page: Page, inspected: ReadonlyMap<string, number>): Promise<void> {
  await page.locator('[data-testid="nav-summary"]').click();
  for (const [month, count] of inspected) {
    const input = page.locator(`[data-testid="inspected-${month}"]`);
    if ((await input.count()) > 0) await input.fill(String(count));
  }
}

async function save(page: Page, name: string, out: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-testid="export-${name}"]`).first().dispatchEvent('click'),
  ]);
  await download.saveAs(join(out, name));
}
