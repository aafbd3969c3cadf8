import type { ListedApplication, ResolveName } from '../classify/application-list.ts';
import type { ExcludedClaim } from '../classify/exclusion-list.ts';
import type { FoundItem } from '../classify/item.ts';
import { type JoinedList, joinApplications } from './applications-joined.ts';
import { ClaimKeys } from './claim-keys.ts';
import { type ExcludedClaims, matchExclusions } from './excluded-claims.ts';
import type { BaseFacts } from './facts.ts';
import { itemsOfList } from './listed-items.ts';
import type { RecordStore } from './record-store.ts';
import { type WaitingLine, waitingApplications } from './waiting-applications.ts';

/** A list the user loaded, under the name of its file. */
export interface NamedList<T> {
  readonly name: string;
  readonly list: readonly T[];
}

/** The lists in force; null where none was loaded. */
export interface UserLists {
  readonly applications: NamedList<ListedApplication> | null;
  readonly exclusions: NamedList<ExcludedClaim> | null;
}

export const NO_LISTS: UserLists = { applications: null, exclusions: null };

/** Records from here on are lines of the list that wait for their result; none stands in the store. */
export const FIRST_WAITING = 2 ** 30;

/** The lists in force, joined with the loaded records. */
export interface JoinedLists {
  readonly lists: UserLists;
  readonly applications: JoinedList | null;
  readonly exclusions: ExcludedClaims | null;
  /** Lines of the list whose application has no result record. */
  readonly waiting: readonly WaitingLine[];
  /** The items of each line of the list. */
  readonly items: readonly (readonly FoundItem[])[];
  /** For each loaded record 1 where its claim is excluded, else 0. */
  readonly excluded: Int32Array;
}

export function joinLists(lists: UserLists, store: RecordStore, base: BaseFacts, resolve: ResolveName): JoinedLists {
  const excluded = new Int32Array(base.size);
  if (lists.applications === null && lists.exclusions === null) {
    return { lists, applications: null, exclusions: null, waiting: [], items: [], excluded };
  }
  const keys = new ClaimKeys(store, base);
  const applications = lists.applications === null ? null : joinApplications(lists.applications.list, keys);
  const exclusions = lists.exclusions === null ? null : matchExclusions(lists.exclusions.list, keys);
  if (exclusions !== null) {
    for (let i = 0; i < excluded.length; i++) excluded[i] = exclusions.applications.has(base.application[i] as number) ? 1 : 0;
  }
  return {
    lists,
    applications,
    exclusions,
    waiting: applications === null ? [] : waitingApplications(applications, base.applications),
    items: itemsOfList(lists.applications?.list ?? [], resolve),
    excluded,
  };
}

/** The items the list gives to an application, each once, in the order of its lines. */
export function itemsOfApplication({ applications, items }: JoinedLists, application: number): readonly FoundItem[] {
  return (applications?.linesOf.get(application) ?? []).flatMap((place) => items[place] ?? []);
}
