import type { MeasuredPage } from './measured-browser.ts';

const CSV_FILES = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv', 'rejected.csv'] as const;

/** Milliseconds. */
export interface ReportTimes {
  /** From opening 報告書 with the reference work loaded to its pages being shown. */
  readonly shown: number;
  /** From the button to the file being handed to the browser. */
  readonly workbook: number;
  /** All CSV files, one after another. */
  readonly csv: number;
  /** The longest task of the page meanwhile; 0 where none took 50 ms. */
  readonly longestTask: number;
}

/** Opens 報告書 on a page with files loaded and saves the workbook and the CSV files as a user does. */
export async function timeReport({ page }: MeasuredPage): Promise<ReportTimes> {
  const tasks = await page.evaluateHandle(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    return durations;
  });
  const shown = await page.evaluate(async () => {
    const begin = performance.now();
    location.hash = '#/report';
    while (document.querySelector('[data-testid="paper"][aria-busy="false"]') === null) await new Promise(requestAnimationFrame);
    return performance.now() - begin;
  });
  const workbook = await saved(page, 'report-workbook');
  let csv = 0;
  for (const name of CSV_FILES) csv += await saved(page, `export-${name}`);
  // Long tasks are told a little later.
  await page.waitForTimeout(100);
  const longestTask = await tasks.evaluate((durations) => Math.max(0, ...durations));
  return { shown, workbook, csv, longestTask };
}

/** From the click to the download. */
async function saved(page: MeasuredPage['page'], button: string): Promise<number> {
  const target = page.locator(`[data-testid="${button}"]`);
  await target.waitFor();
  const begin = performance.now();
  const [download] = await Promise.all([page.waitForEvent('download'), target.click()]);
  const took = performance.now() - begin;
  await download.delete();
  return took;
}
