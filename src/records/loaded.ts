import { FEE_TABLES, type FeeTable } from '../classify/claim-codes.ts';
import type { RejectedFault } from '../import/quarantine.ts';
import { type Count, type FileCounts, type WarningKind, countFiles, coverage, distinctOf, findWarnings, monthsOf } from './describe.ts';
import type { Facts } from './facts.ts';
import type { GrainFinding } from './grain.ts';
import type { ListCounts } from './describe-lists.ts';
import type { MemoryUse } from './memory-forecast.ts';
import type { Reconciled } from './reconcile.ts';
import type { RecordStore } from './record-store.ts';

export interface Warning extends Count {
  readonly code: WarningKind;
}

/** All that is loaded, told after every change. */
export interface Loaded {
  readonly files: readonly FileCounts[];
  readonly faults: readonly RejectedFault[];
  readonly warnings: readonly Warning[];
  readonly applications: number;
  /** Months with a loaded record, ascending (yyyymm), without the blank one. */
  readonly requestMonths: readonly number[];
  readonly resultMonths: readonly number[];
  readonly feeTables: readonly FeeTable[];
  /** Names, 未分類 last where there are records without one. */
  readonly checkTypes: readonly string[];
  readonly grain: GrainFinding;
  /** 1 to 47; 0 where no insurer number names one. */
  readonly ownPrefecture: number;
  /** Share of loaded records classified, 0 to 1; null over no records. */
  readonly coverage: { readonly outcome: number | null; readonly checkType: number | null; readonly item: number | null };
  readonly lists: ListCounts;
  readonly memory: MemoryUse;
}

/** Tells what is loaded, from what the records were derived to. */
export function describeLoaded(
  store: RecordStore,
  reconciled: Reconciled,
  facts: Facts,
  grain: GrainFinding,
  lists: ListCounts,
  memory: MemoryUse,
): Loaded {
  const present = distinctOf(facts.feeTable);
  return {
    files: countFiles(store, reconciled),
    faults: store.files.flatMap(({ facts: { name }, faults }) => faults.map((fault) => ({ ...fault, file: name }))),
    warnings: [...findWarnings(store, reconciled, facts, grain)].map(([code, count]) => ({ code, ...count })),
    applications: facts.applications,
    requestMonths: monthsOf(facts.requestMonth),
    resultMonths: monthsOf(facts.resultMonth),
    feeTables: Object.keys(FEE_TABLES).map((code) => Number(code) as FeeTable).filter((code) => present.includes(code)),
    grain,
    ownPrefecture: facts.ownPrefecture,
    ...describeClasses(facts),
    lists,
    memory,
  };
}

/** What of it the rules, the masters and the lists decide. */
export function describeClasses(facts: Facts): Pick<Loaded, 'checkTypes' | 'coverage'> {
  const present = distinctOf(facts.checkType);
  return {
    checkTypes: [...facts.checkTypes.filter((_, index) => present.includes(index + 1)), ...(present.includes(0) ? ['未分類'] : [])],
    coverage: coverage(facts),
  };
}
