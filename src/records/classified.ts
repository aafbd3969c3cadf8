import type { Rule } from '../classify/rule.ts';
import type { ResolveName } from '../classify/application-list.ts';
import { type Classifiers, classify } from './classes.ts';
import { type ListCounts, describeLists } from './describe-lists.ts';
import type { BaseFacts, Facts } from './facts.ts';
import { BASES } from './item-basis.ts';
import { type JoinedLists, type UserLists, itemsOfApplication, joinLists } from './joined-lists.ts';
import type { RecordStore } from './record-store.ts';
import { type WaitingFacts, deriveWaitingFacts } from './waiting-facts.ts';

/** What rules and lists make of the loaded records. */
export interface Classified {
  readonly facts: Facts;
  readonly joined: JoinedLists;
  readonly waiting: WaitingFacts;
  readonly counts: ListCounts;
}

/** Records, and who knows their texts. */
export interface ClassifiedStore extends Classifiers {
  readonly store: RecordStore;
}

/** What the user decides about classes. */
export interface Classification {
  /** In order, the user's before the shipped ones. */
  readonly rules: readonly Rule[];
  readonly lists: UserLists;
  readonly resolve: ResolveName;
}

/** Classifies the loaded records. */
export function classifyRecords(holding: ClassifiedStore, base: BaseFacts, { rules, lists, resolve }: Classification): Classified {
  const joined = joinLists(lists, holding.store, base, resolve);
  const beside = { source: lists, all: joined.items.flat(), of: (place: number) => itemsOfApplication(joined, base.application[place] as number) };
  const facts = { ...base, ...classify(base.record, holding.store.size, rules, holding, beside) };
  const counts = describeLists(joined, facts.applications, lists.applications === null ? 0 : recordsGivenByList(facts));
  return { facts, joined, waiting: deriveWaitingFacts(joined, facts, rules, holding.finder), counts };
}

function recordsGivenByList({ items }: Facts): number {
  const fromList = BASES.indexOf('list');
  let records = 0;
  let last = -1;
  for (let pair = 0; pair < items.record.length; pair++) {
    const record = items.record[pair] as number;
    if (items.basis[pair] !== fromList || record === last) continue;
    last = record;
    records++;
  }
  return records;
}
