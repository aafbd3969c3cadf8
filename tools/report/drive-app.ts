import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { launchOptions } from '../ensure-browser.ts';
import { driveDecisions } from './drive-decisions.ts';
import type { ReportArguments } from './read-arguments.ts';

/** The files the app offers for download, by their names. */
const DOWNLOADS = ['monthly.csv', 'items.csv', 'check-types.csv', 'rejected.csv', 'import.json'] as const;

/** Nothing the app does takes longer than this without showing progress. */
const PATIENCE_MS = 30 * 60 * 1000;

/** What the app made of the files. */
export interface Report {
  /** `name: sentence` of each file that was refused. */
  readonly refused: readonly string[];
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
): Promise<Report> {
  const browser = await chromium.launch(launchOptions(browserPath));
  try {
    const page = await browser.newPage({ acceptDownloads: true });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${url}#/import?${viewOf(options)}`);
    await page.locator('input[type=file]').first().setInputFiles([...files]);
    await page.locator('body[data-imports="1"]').waitFor({ state: 'attached' });
    const refused = await page.locator('[data-testid="refused-file"]').allInnerTexts();
    const isLoaded = await page.locator('[data-testid="export-import.json"]').isEnabled();
    if (!isLoaded) return { refused, isWritten: false };
    if (options.inspected.size > 0) await giveInspected(page, options.inspected);
    for (const name of DOWNLOADS) await save(page, name, out);
    const undecided = options.decide === null ? [] : await driveDecisions(page, options.decide, (name) => save(page, name, out));
    return { refused: [...refused, ...undecided], isWritten: true };
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
