import { RuleMatcher } from '../classify/match-rules.ts';
import { ItemFinder } from '../records/item-finder.ts';
import type { NameSearch } from '../records/name-search.ts';
import { RecordStore } from '../records/record-store.ts';

/** Records with what was found in their texts so far. */
export class Holding {
  readonly store = new RecordStore();
  readonly matcher = new RuleMatcher((field) => this.store.column(field));
  readonly finder: ItemFinder;

  constructor(names: NameSearch | null) {
    this.finder = new ItemFinder(this.store, names);
  }
}
