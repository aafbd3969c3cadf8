import { FEE_TABLES, type FeeTable } from '../classify/claim-codes.ts';
import type { RejectedFault } from '../import/quarantine.ts';
import { type Count, type FileCounts, type WarningKind, type Coverage, countFiles, coverage, findWarnings, valuesMet } from './describe.ts';
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
  readonly coverage: Coverage;
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
  const monthsMet = (months: Int32Array): number[] => valuesMet(store.countsOf(months)).filter((month) => month !== 0);
  const feeTables = store.countsOf(facts.feeTable);
  return {
    files: countFiles(store, reconciled),
    faults: store.files.flatMap(({ facts: { name }, faults }) => faults.map((fault) => ({ ...fault, file: name }))),
    warnings: [...findWarnings(store, reconciled, facts, grain)].map(([code, count]) => ({ code, ...count })),
    applications: facts.applications,
    requestMonths: monthsMet(facts.requestMonth),
    resultMonths: monthsMet(facts.resultMonth),
    feeTables: Object.keys(FEE_TABLES).map((code) => Number(code) as FeeTable).filter((code) => (feeTables[code] ?? 0) > 0),
    grain,
    ownPrefecture: facts.ownPrefecture,
    ...describeClasses(store, facts),
    lists,
    memory,
  };
}

/** What of it the rules, the masters and the lists decide. */
export function describeClasses(store: RecordStore, facts: Facts): Pick<Loaded, 'checkTypes' | 'coverage'> {
  const checkType = store.countsOf(facts.checkType);
  const isMet = (code: number): boolean => (checkType[code] ?? 0) > 0;
  const counts = { result: store.countsOf(facts.result), checkType, itemCount: store.countsOf(facts.items.count) };
  return {
    checkTypes: [...facts.checkTypes.filter((_, index) => isMet(index + 1)), ...(isMet(0) ? ['未分類'] : [])],
    coverage: coverage(counts, facts.size),
  };
}
