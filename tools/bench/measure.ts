import { type Packaging, compareColdStarts, engineVersion } from './cold-start.ts';
import { type DecideTimes, timeDecisions, timeEstimates } from './decide-times.ts';
import type { Measured } from './figures.ts';
import { type ImportPlan, runImports } from './import-runs.ts';
import { type MappingTimes, timeMapping } from './mapping-times.ts';
import type { MeasuredBrowser } from './measured-browser.ts';
import { importNatively } from './native-import.ts';
import { compareWithNative } from './native-queries.ts';
import { type ReportTimes, timeReport } from './report-times.ts';
import { type SetName, sampleSet } from './sample-sets.ts';
import { ALL_SCOPES, type TimedTable, type Tour, askAlone, tourScopes } from './scope-tour.ts';
import { canMeasureMemory, peakMemoryMb } from './tab-memory.ts';

/** How often each thing is measured. */
export interface Plan {
  readonly reference: ImportPlan;
  readonly smallFiles: ImportPlan;
  /** From one set to the next of ten times its records. */
  readonly growth: { readonly from: SetName; readonly to: SetName; readonly runs: number };
  readonly coldRounds: number;
  readonly tour: Tour;
  readonly tableRounds: number;
  /** Whether reports, decisions and mapping are measured too. */
  readonly withScreens: boolean;
}

export const FULL: Plan = {
  reference: { runs: 7, withNative: true },
  smallFiles: { runs: 5, withNative: true },
  growth: { from: 'reference', to: 'tenfold', runs: 3 },
  coldRounds: 7,
  tour: { scopes: ALL_SCOPES, rounds: 1 },
  tableRounds: 5,
  withScreens: true,
};

export const QUICK: Plan = {
  reference: { runs: 2, withNative: true },
  smallFiles: { runs: 1, withNative: false },
  growth: { from: 'tenth', to: 'reference', runs: 1 },
  coldRounds: 1,
  tour: { scopes: 5, rounds: 1 },
  tableRounds: 2,
  withScreens: false,
};

/** One after another, so that what is measured does not share the machine with the rest of the run. */
export async function measure(browser: MeasuredBrowser, packagings: Readonly<Record<'served' | 'portable', Packaging>>, plan: Plan): Promise<Measured> {
  const address = packagings.served.app;
  const set = sampleSet('reference');
  const step = stepper();
  step('opening');
  // The first page of a browser opens slower than any other, so it is not measured.
  const browserEngine = await engineVersion(browser, packagings.served.bare);
  const opening = await compareColdStarts(browser, packagings, plan.coldRounds);
  step('small files');
  await importNatively(set);
  const smallFiles = await runImports(browser, address, sampleSet('smallFiles'), plan.smallFiles);
  step('reference work and its tables');
  let tables: TimedTable[] = [];
  let alone: TimedTable[] = [];
  const decisions: Omit<DecideTimes, 'estimate'>[] = [];
  const mappings: MappingTimes[] = [];
  const reports: ReportTimes[] = [];
  let peakMb: number | null = null;
  const reference = await runImports(browser, address, set, plan.reference, async (page, load) => {
    const peak = canMeasureMemory() ? await peakMemoryMb(await browser.pageProcesses(), load) : { mb: null, result: await load() };
    peakMb = peak.mb;
    tables = await tourScopes(page, plan.tour);
    alone = await askAlone(page, tables, plan.tableRounds);
    if (!plan.withScreens) return peak.result;
    decisions.push(await timeDecisions(page));
    reports.push(await timeReport(page));
    mappings.push(await timeMapping(page));
    return peak.result;
  });
  if (plan.withScreens) step('estimates');
  const decide = decisions.map((times) => ({ ...times, estimate: timeEstimates() }))[0] ?? null;
  step('tables natively');
  const queries = await compareWithNative(set, alone, plan.tableRounds);
  step('growth');
  const runsOf = async (name: SetName) =>
    name === 'reference' ? reference : runImports(browser, address, sampleSet(name), { runs: plan.growth.runs, withNative: false });
  const growth = { from: await runsOf(plan.growth.from), to: await runsOf(plan.growth.to) };
  step(null);
  const [mapping = null, report = null] = [mappings[0], reports[0]];
  return { reference, smallFiles, growth, tables, decide, mapping, report, queries, ...opening, peakMemoryMb: peakMb, browserEngine };
}

/** The sets a plan measures with. */
export function setsOf({ growth }: Plan): readonly SetName[] {
  return ['reference', 'smallFiles', growth.from, growth.to];
}

/** Says what is measured now, and how long that took. */
function stepper(): (name: string | null) => void {
  let begin: number | null = null;
  return (name) => {
    if (begin !== null) process.stdout.write(`${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
    begin = performance.now();
    if (name !== null) process.stdout.write(`${name} … `);
  };
}
