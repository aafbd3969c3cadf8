import { join } from 'node:path';
import { type Download, type Page, chromium } from 'playwright-core';
import { launchOptions } from '../ensure-browser.ts';
import type { ReportArguments } from './read-arguments.ts';

/** The files the app offers for download, by their names. */
const DOWNLOADS = ['monthly.csv', 'items.csv', 'check-types.csv', 'rejected.csv', 'import.json', 'report.xlsx'] as const;

/** These tell of single records and are not handed out with 匿名化. */
const ABOUT_RECORDS: readonly string[] = ['rejected.csv', 'import.json'];

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
    await importFinished(page);
    const refused = await page.locator('[data-testid="refused-file"]').allInnerTexts();
    const isLoaded = await page.locator('[data-testid="export-import.json"]').isEnabled();
    if (!isLoaded) return { refused, isWritten: false };
    if (options.inspected.size > 0) await giveInspected(page, options.inspected);
    await setPapers(page, options);
    for (const name of DOWNLOADS) if (options.anonymize === null || !ABOUT_RECORDS.includes(name)) await save(page, name, out);
    return { refused, isWritten: true };
  } finally {
    await browser.close();
  }
}

/** Goes on where the app asks whether to read more than is likely to fit: who runs this chose the files. */
async function importFinished(page: Page): Promise<void> {
  const finished = page.locator('body[data-imports="1"]');
  const goOn = page.locator('[data-testid="memory-go-on"]');
  await finished.or(goOn).first().waitFor({ state: 'attached' });
  if ((await goOn.count()) > 0) await goOn.click();
  await finished.waitFor({ state: 'attached' });
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

/** The choices of the report screen; nothing is changed where they stand at their defaults. */
async function setPapers(page: Page, { anonymize, encoding }: ReportArguments): Promise<void> {
  if (anonymize === null && encoding === 'utf-8') return;
  await page.locator('[data-testid="nav-report"]').click();
  await page.locator('[data-testid="report-encoding"]').selectOption(encoding);
  if (anonymize === null) return;
  await page.locator('[data-testid="report-anonymise"]').check();
  await page.locator('[data-testid="report-least"]').fill(String(anonymize));
  await page.locator('[data-testid="report-least"]').press('Tab');
}

/** Saves a file, and the list of characters that had no place in its encoding where the app writes one. */
async function save(page: Page, name: string, out: string): Promise<void> {
  const downloads: Download[] = [];
  const keep = (download: Download): void => {
    downloads.push(download);
  };
  page.on('download', keep);
  await Promise.all([page.waitForEvent('download'), page.locator(`[data-testid="export-${name}"]`).first().dispatchEvent('click')]);
  const told = await page.locator('.export-status').innerText();
  while (told.includes(`${name} を`) && told.includes('〓') && downloads.length < 2) await page.waitForEvent('download');
  page.off('download', keep);
  for (const download of downloads) await download.saveAs(join(out, download.suggestedFilename()));
}
