import type { FeeTable } from '../classify/claim-codes.ts';
import { normalisedKey } from '../classify/application-list.ts';
import type { Join, JoinedList } from './applications-joined.ts';
import { ClaimKeys } from './claim-keys.ts';
import type { BaseFacts } from './facts.ts';
import type { JoinedLists } from './joined-lists.ts';
import type { RecordStore } from './record-store.ts';

/** Listed applications of one request month and fee table. */
export interface RegisteredCount {
  /** yyyymm; 0 where neither the line nor a loaded record tells it. */
  readonly month: number;
  /** 0 where no loaded record of the claim tells it: a list has no such column. */
  readonly feeTable: FeeTable;
  /** Whether the insurer excludes the claim (点検除外データ). */
  readonly isExcluded: boolean;
  readonly count: number;
}

/** What a list of applications (申出データ) comes to. */
export interface Registered {
  readonly lines: number;
  readonly counts: readonly RegisteredCount[];
}

interface Application {
  readonly month: number;
  readonly feeTable: FeeTable;
  readonly isExcluded: boolean;
}

/**
 * Counts the applications a list names, each once (decision L12): the loaded ones that a line is joined with, and for
 * every other line its claim and month. A line without a key is an application of its own. The counts' sum is loaded
 * and listed + waiting + lines without key + claims of ambiguous lines.
 * @returns null where there is no list
 */
export function registeredApplications({ applications, exclusions }: JoinedLists, store: RecordStore, base: BaseFacts): Registered | null {
  if (applications === null) return null;
  const feeTables = feeTablesOf(base);
  const months = new Int32Array(base.applications);
  base.application.forEach((application, index) => (months[application] = base.requestMonth[index] as number));
  const joined = [...applications.linesOf.keys()].map(
    (application): Application => ({
      month: months[application] as number,
      feeTable: feeTables[application] as FeeTable,
      isExcluded: exclusions?.applications.has(application) === true,
    }),
  );
  const keys = new ClaimKeys(store, base);
  const others = new Map<string, Application>();
  applications.list.forEach(({ key, month }, place) => {
    const identity = identityOf(applications, place);
    if (identity === null || others.has(identity)) return;
    const exact = keys.exactly(key);
    const claims = exact === undefined ? keys.nearly(key) : [exact];
    const known = new Set(claims.flatMap((claim) => [...claim.months.keys()].map((application) => feeTables[application] as FeeTable)));
    const [only = 0] = known;
    others.set(identity, { month, feeTable: known.size === 1 ? only : 0, isExcluded: exclusions?.keys.has(key) === true });
  });
  return { lines: applications.list.length, counts: countAlike([...joined, ...others.values()]) };
}

const OWN_APPLICATION: readonly Join[] = ['no_key'];
const OF_CLAIM: readonly Join[] = ['unknown_key', 'other_month', 'ambiguous'];

/** What lines that are not joined share if they name one application; null for a joined line. */
function identityOf({ list, join }: JoinedList, place: number): string | null {
  const how = join[place] as Join;
  if (OWN_APPLICATION.includes(how)) return `line ${String(place)}`;
  const { key, month } = list[place] as JoinedList['list'][number];
  return OF_CLAIM.includes(how) ? `${String(month)} ${normalisedKey(key)}` : null;
}

/** The fee table of each loaded application: the first that one of its records tells, in load order. */
function feeTablesOf({ applications, application, feeTable }: BaseFacts): Int32Array {
  const known = new Int32Array(applications);
  application.forEach((each, index) => {
    if (known[each] === 0) known[each] = feeTable[index] as number;
  });
  return known;
}

function countAlike(all: readonly Application[]): readonly RegisteredCount[] {
  const counts = new Map<string, RegisteredCount>();
  for (const each of all) {
    const same = `${String(each.month)} ${String(each.feeTable)} ${String(each.isExcluded)}`;
    counts.set(same, { ...each, count: (counts.get(same)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => a.month - b.month || a.feeTable - b.feeTable || Number(a.isExcluded) - Number(b.isExcluded));
}
