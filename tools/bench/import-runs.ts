import type { ImportTimes } from './in-page/probe.ts';
import type { MeasuredBrowser, MeasuredPage } from './measured-browser.ts';
import { importNatively } from './native-import.ts';
import type { SampleSet } from './sample-sets.ts';

/** Times of several imports of one set, each in a fresh page whose engine is ready. */
export interface ImportRuns {
  readonly set: SampleSet;
  /** Milliseconds of each run in the browser. */
  readonly browser: readonly number[];
  /** The same until what is out of sight is drawn too. */
  readonly whole: readonly number[];
  /** Milliseconds of each native run; empty where none was wanted. */
  readonly native: readonly number[];
  /** Milliseconds of the longest task of the page's thread in any run; 0 where none took 50 ms. */
  readonly longestTask: number;
}

export interface ImportPlan {
  readonly runs: number;
  /** Whether the set is also read natively, before each run in the browser. */
  readonly withNative: boolean;
}

/** How one page imports; unless told otherwise it just does. */
type Import = (page: MeasuredPage, load: () => Promise<ImportTimes>) => Promise<ImportTimes>;

/** @param last imports in the last run's page, which closes after it */
export async function runImports(
  browser: MeasuredBrowser,
  address: string,
  set: SampleSet,
  { runs, withNative }: ImportPlan,
  last: Import = (_, load) => load(),
): Promise<ImportRuns> {
  const native: number[] = [];
  const times: ImportTimes[] = [];
  for (let run = 1; run <= runs; run++) {
    if (withNative) native.push(await importNatively(set));
    const page = await browser.open(`${address}#/summary`);
    const load = () => page.import(set.files);
    times.push(await (run === runs ? last(page, load) : load()));
    await page.close();
  }
  return {
    set,
    browser: times.map(({ ms }) => ms),
    whole: times.map(({ wholeMs }) => wholeMs),
    native,
    longestTask: Math.max(...times.map(({ longestTask }) => longestTask)),
  };
}
