import { JOINS, type Join, MATCHED } from './applications-joined.ts';
import type { JoinedLists } from './joined-lists.ts';

/** What became of a list of applications: lines = the sum of `joins`; loaded applications = listed + unlisted. */
export interface ApplicationListCounts {
  /** Name of the file. */
  readonly name: string;
  readonly lines: number;
  readonly joins: Readonly<Record<Join, number>>;
  readonly matched: number;
  readonly unmatched: number;
  /** Loaded applications that a line names, and those that none names. */
  readonly listed: number;
  readonly unlisted: number;
  /** Applications without a result record, and how many lines name them. */
  readonly waiting: number;
  readonly waitingLines: number;
  /** Request months of these, ascending (yyyymm), without the blank one. */
  readonly waitingMonths: readonly number[];
  /** Loaded records that have their items from the list. */
  readonly recordsGiven: number;
  /** Lines whose name no master knows. */
  readonly unresolved: number;
}

/** What became of a list of excluded claims: keys = matched + unmatched. */
export interface ExclusionCounts {
  readonly name: string;
  readonly keys: number;
  readonly matched: number;
  readonly unmatched: number;
  /** Loaded applications of the matched keys. */
  readonly applications: number;
}

export interface ListCounts {
  readonly applications: ApplicationListCounts | null;
  readonly exclusions: ExclusionCounts | null;
}

export const NO_LIST_COUNTS: ListCounts = { applications: null, exclusions: null };

/**
 * @param loaded number of loaded applications
 * @param recordsGiven loaded records that have their items from the list
 */
export function describeLists(joined: JoinedLists, loaded: number, recordsGiven: number): ListCounts {
  return { applications: describeApplications(joined, loaded, recordsGiven), exclusions: describeExclusions(joined) };
}

function describeApplications({ lists, applications, waiting, items }: JoinedLists, loaded: number, recordsGiven: number): ApplicationListCounts | null {
  if (lists.applications === null || applications === null) return null;
  const { list, name } = lists.applications;
  const joins = Object.fromEntries(JOINS.map((join) => [join, applications.join.filter((each) => each === join).length])) as Record<Join, number>;
  const matched = MATCHED.reduce((sum, join) => sum + joins[join], 0);
  return {
    name,
    lines: list.length,
    joins,
    matched,
    unmatched: list.length - matched,
    listed: applications.linesOf.size,
    unlisted: loaded - applications.linesOf.size,
    waiting: new Set(waiting.map(({ application }) => application)).size,
    waitingLines: waiting.length,
    waitingMonths: [...new Set(waiting.map(({ place }) => list[place]?.month ?? 0))].filter((month) => month !== 0).toSorted((a, b) => a - b),
    recordsGiven,
    unresolved: items.filter((each) => each.some(({ kind }) => kind === 'その他')).length,
  };
}

function describeExclusions({ lists, exclusions }: JoinedLists): ExclusionCounts | null {
  if (lists.exclusions === null || exclusions === null) return null;
  const keys = lists.exclusions.list.length;
  const unmatched = exclusions.unmatched.length;
  return { name: lists.exclusions.name, keys, matched: keys - unmatched, unmatched, applications: exclusions.applications.size };
}
