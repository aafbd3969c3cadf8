import type { FoundItem, ItemKind } from '../classify/item.ts';
import type { RuleMatcher } from '../classify/match-rules.ts';
import type { Rule } from '../classify/rule.ts';
import { namesBeside } from '../classify/names-beside.ts';
import { nextMessage } from '../core/next-message.ts';
import { FIELD } from '../layout/kept.ts';
import { BASES, type Basis } from './item-basis.ts';
import { ItemCatalogue, type Mention, take } from './item-catalogue.ts';
import { type FoundItems, ItemsOfRecords } from './items-of-records.ts';
import type { NameSearch } from './name-search.ts';
import type { RecordStore, StoredColumn } from './record-store.ts';
import { BracketedTextItems, TextItems, codedTexts, eachText } from './text-items.ts';

/** Items that a list beside the records gives to those that name none themselves (CLASSIFY, "Items" 1). */
export interface ItemsBeside {
  /** The same object as long as what it gives is the same. */
  readonly source: object;
  /** All items of the list, each under its one name; that name counts where no text ever gave one. */
  readonly all: Iterable<FoundItem>;
  /** Those for the record at a place among the given ones. */
  of(place: number): readonly FoundItem[];
}

/** What was asked last, and the answer. */
interface LastSearch {
  readonly records: Int32Array;
  readonly rules: string;
  readonly source: object;
  readonly found: FoundItems;
}

/** The ways by their places in {@link BASES}. */
const BY = Object.fromEntries(BASES.map((basis, place) => [basis, place])) as Readonly<Record<Basis, number>>;

/** So many texts are searched in one step. */
const STEP = 1 << 14;

/** The texts that may name items, each read by itself. */
export const ITEM_FIELDS = [FIELD.reasonName, FIELD.reasonSupplement, FIELD.reasonText, FIELD.remark, FIELD.supplement];

/**
 * Finds the items of a store's records: official codes and, with masters, names in their texts, and what rules name; where
 * a record has none of these, what a list beside them gives it, else, without masters, bracketed names.
 * Each distinct text is searched once in the life of the store.
 */
export class ItemFinder {
  readonly #catalogue = new ItemCatalogue();
  readonly #coded: readonly TextItems[];
  readonly #bracketed: readonly BracketedTextItems[];
  readonly #columns: readonly StoredColumn[];
  #names: NameSearch | null = null;
  #named: readonly TextItems[] = [];
  #last: LastSearch | null = null;

  constructor(store: RecordStore, names: NameSearch | null = null) {
    this.#columns = ITEM_FIELDS.map((field) => store.column(field));
    const coded = codedTexts(this.#catalogue);
    this.#coded = this.#columns.map((column) => new TextItems(column, coded, this.#catalogue));
    this.#bracketed = this.#columns.map((column) => new BracketedTextItems(column, this.#catalogue));
    this.useNames(names);
  }

  /**
   * From now on names are those of these masters; null takes them away.
   * @returns takes that back, and remembers what was found before
   */
  useNames(names: NameSearch | null): () => void {
    const [namesBefore, namedBefore, lastBefore] = [this.#names, this.#named, this.#last];
    this.#names = names;
    this.#last = null;
    const named = names === null ? null : eachText((text) => namesBeside(text, names.finder).map(({ item }) => item), this.#catalogue);
    this.#named = named === null ? [] : this.#columns.map((column) => new TextItems(column, named, this.#catalogue));
    return () => {
      this.#names = namesBefore;
      this.#named = namedBefore;
      this.#last = lastBefore;
    };
  }

  /** Searches the texts that came since the last call, so that less is to do when the items are asked for. */
  prepare(): void {
    for (const texts of this.#searched()) texts.prepare();
  }

  /** As {@link prepare}, in steps between which messages are heard. */
  async prepareInSteps(): Promise<void> {
    for (const texts of this.#searched()) while (!texts.prepare(STEP)) await nextMessage();
  }

  #searched(): readonly TextItems[] {
    return [...this.#coded, ...this.#named];
  }

  /**
   * The items of the given records; the very same as last time where nothing they depend on has changed.
   * @param rules those of the target 項目; every one that hits adds its item
   */
  find(records: Int32Array, rules: readonly Rule[], matcher: RuleMatcher, beside: ItemsBeside): FoundItems {
    const asked = { records, rules: JSON.stringify(rules), source: beside.source };
    const last = this.#last;
    if (last?.records === records && last.rules === asked.rules && last.source === asked.source) return last.found;
    const found = this.#search(records, rules, matcher, beside);
    this.#last = { ...asked, found };
    return found;
  }

  #search(records: Int32Array, rules: readonly Rule[], matcher: RuleMatcher, beside: ItemsBeside): FoundItems {
    this.#catalogue.forgetTimes();
    for (const item of beside.all) this.#catalogue.listed(item);
    const ruled = rules.map((rule) => this.#catalogue.mention({ kind: rule.result as ItemKind, code: rule.resultCode, name: rule.note }));
    this.prepare();
    const times = new Int32Array(this.#catalogue.lists);
    const isTold = rules.length === 0 && this.#names === null;
    const sole = isTold ? this.#soleItems(records, times) : new Int32Array(records.length);
    if (!isTold) for (const texts of this.#searched()) texts.countLists(records, times);
    this.#catalogue.count(times);
    const hitting = matcher.every(rules);
    const coded = this.#coded.map((texts) => texts.collector());
    const byName = this.#named.map((texts) => texts.collector());
    const bracketed = this.#bracketed.map((texts) => texts.collector());
    const places: number[] = [];
    const found = new ItemsOfRecords(records, sole, BY.code);
    const named: number[] = [];
    const bases: number[] = [];
    const foundBy = (basisCode: number): void => {
      while (bases.length < named.length) bases.push(basisCode);
    };
    for (const i of placesToLookAt(sole)) {
      const row = records[i] as number;
      named.length = 0;
      bases.length = 0;
      if (!isTold || sole[i] !== 0) for (const collect of coded) collect(row, named);
      foundBy(BY.code);
      for (const collect of byName) collect(row, named);
      foundBy(BY.name);
      if (rules.length > 0) {
        places.length = 0;
        hitting(row, places);
        for (const place of places) take(ruled[place] as Mention, named);
        foundBy(BY.rule);
      }
      if (named.length === 0) {
        for (const each of beside.of(i)) take(this.#catalogue.listed(each), named);
        foundBy(BY.list);
      }
      if (named.length === 0 && this.#names === null) {
        for (const collect of bracketed) collect(row, named);
        foundBy(BY.bracket);
      }
      found.add(i, named, bases);
    }
    return { items: this.#catalogue.items((each) => this.#names?.nameOf(each) ?? null), ...found.pairs() };
  }

  /**
   * For each of these records the item its codes name, where they name only one; 0 where none, less where perhaps several.
   * Where nothing but codes is asked, most records need no closer look.
   * @param times for each list of the catalogue how often it stands in the records' texts; added to
   */
  #soleItems(records: Int32Array, times: Int32Array): Int32Array {
    const sole = new Int32Array(records.length);
    const itemOf = this.#catalogue.soleItems();
    for (const texts of this.#coded) texts.noteSole(records, times, itemOf, sole);
    return sole;
  }

  /** The numbers of items that a list beside the records named at the last search. */
  numbersOf(items: readonly FoundItem[]): readonly number[] {
    return [...new Set(items.map((each) => this.#catalogue.listed(each).item))];
  }
}

/** The places of records of which it is not settled that they name just one item. */
function placesToLookAt(sole: Int32Array): Int32Array {
  const places = new Int32Array(sole.length);
  let length = 0;
  for (let place = 0; place < sole.length; place++) if ((sole[place] as number) <= 0) places[length++] = place;
  return places.subarray(0, length);
}
