import type { ColdStart } from './cold-start.ts';
import type { DecideTimes } from './decide-times.ts';
import type { ImportRuns } from './import-runs.ts';
import type { MappingTimes } from './mapping-times.ts';
import type { QueryComparison } from './native-queries.ts';
import type { ReportTimes } from './report-times.ts';
import type { TimedTable } from './scope-tour.ts';
import { median, quantile } from './statistics.ts';

/** Everything a run measured. */
export interface Measured {
  readonly reference: ImportRuns;
  readonly smallFiles: ImportRuns;
  /** Sets of the same shape, the second with ten times the records. */
  readonly growth: { readonly from: ImportRuns; readonly to: ImportRuns };
  readonly tables: readonly TimedTable[];
  /** Null where the reference work was not measured in a page. */
  readonly decide: DecideTimes | null;
  /** As `decide`. */
  readonly mapping: MappingTimes | null;
  readonly report: ReportTimes | null;
  readonly queries: QueryComparison;
  readonly served: ColdStart;
  readonly portable: ColdStart;
  /** Null where the system does not tell. */
  readonly peakMemoryMb: number | null;
  /** Version of the engine in the browser. */
  readonly browserEngine: string;
}

/** The last line of the output. */
export interface Figures {
  readonly importRatio: number;
  readonly importMs: number;
  readonly nativeMs: number;
  readonly queryP95Ms: number;
  readonly queryRatio: number;
  readonly coldStartRatio: number;
  readonly portableColdStartRatio: number;
  readonly coldStartMs: number;
  readonly portableColdStartMs: number;
  readonly peakMemoryMb: number | null;
  readonly growth10x: number;
  readonly longestMainTaskMs: number;
  readonly estimateMs: number | null;
  readonly decideShownMs: number | null;
  readonly ruleRedrawMs: number | null;
  readonly scenarioRedrawMs: number | null;
  readonly nameSearchMs: number | null;
  readonly nameSearchLongestTaskMs: number | null;
  readonly ruleAppliedMs: number | null;
  readonly workbookMs: number | null;
  readonly csvMs: number | null;
  readonly reportLongestTaskMs: number | null;
}

export function figuresOf(measured: Measured): Figures {
  const { reference, smallFiles, growth, tables, decide, mapping, report, queries, served, portable, peakMemoryMb } = measured;
  const importMs = median(reference.browser);
  const nativeMs = median(reference.native);
  return {
    importRatio: ratio(importMs / nativeMs),
    importMs: Math.round(importMs),
    nativeMs: Math.round(nativeMs),
    queryP95Ms: Math.round(quantile(tables.map(({ roundTripMs }) => roundTripMs), 0.95)),
    queryRatio: ratio(queries.ratio),
    coldStartRatio: ratio(median(served.app) / median(served.bare)),
    portableColdStartRatio: ratio(median(portable.app) / median(portable.bare)),
    coldStartMs: Math.round(median(served.app)),
    portableColdStartMs: Math.round(median(portable.app)),
    peakMemoryMb: peakMemoryMb === null ? null : Math.round(peakMemoryMb),
    growth10x: ratio(median(growth.to.browser) / median(growth.from.browser)),
    longestMainTaskMs: Math.round(Math.max(reference.longestTask, smallFiles.longestTask)),
    estimateMs: decide === null ? null : Math.round(median(decide.estimate)),
    decideShownMs: decide === null ? null : Math.round(decide.shown),
    ruleRedrawMs: decide === null ? null : Math.round(median(decide.rule)),
    scenarioRedrawMs: decide === null ? null : Math.round(median(decide.scenario)),
    nameSearchMs: mapping === null ? null : Math.round(mapping.nameSearch),
    nameSearchLongestTaskMs: mapping === null ? null : Math.round(mapping.nameSearchLongestTask),
    ruleAppliedMs: mapping === null ? null : Math.round(median(mapping.rule)),
    workbookMs: report === null ? null : Math.round(report.workbook),
    csvMs: report === null ? null : Math.round(report.csv),
    reportLongestTaskMs: report === null ? null : Math.round(report.longestTask),
  };
}

function ratio(value: number): number {
  return Math.round(value * 100) / 100;
}
