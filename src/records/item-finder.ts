import { bracketedNames } from '../classify/bracketed-names.ts';
import { itemCodes } from '../classify/item-codes.ts';
import type { FoundItem, ItemKind } from '../classify/item.ts';
import type { RuleMatcher } from '../classify/match-rules.ts';
import type { Rule } from '../classify/rule-table.ts';
import { roomFor } from '../core/room-for.ts';
import { byCodePoints } from '../core/text.ts';
import { FIELD } from '../layout/kept.ts';
import type { RecordStore, StoredColumn } from './record-store.ts';

/** What an application is about, as tables and files name it. */
export interface Item {
  readonly kind: ItemKind;
  readonly code: string;
  /** The commonest name that stood with the code; empty where none ever did. */
  readonly name: string;
}

/** How an item was found in a record; the first way that found it (METRICS, `recognised.csv`). */
export const BASES = ['code', 'name', 'rule', 'list', 'bracket'] as const;
export type Basis = (typeof BASES)[number];

/** Items that a list beside the records gives to those that name none themselves (CLASSIFY, "Items" 1). */
export interface ItemsBeside {
  /** All items of the list, each under its one name; that name counts where no text ever gave one. */
  readonly all: Iterable<FoundItem>;
  /** Those for the record at a place among the given ones. */
  of(place: number): readonly FoundItem[];
}

/** The items of the loaded records. */
export interface FoundItems {
  /** Item number n is `items[n − 1]`; 0 stands for "names none" (未分類). */
  readonly items: readonly Item[];
  /** One entry a pair: a record and an item it names; one entry with item 0 for a record that names none. */
  readonly record: Int32Array;
  readonly item: Int32Array;
  /** For each pair the place in {@link BASES}; meaningless for item 0. */
  readonly basis: Uint8Array;
  /** For each given record, in order: how many items it names. */
  readonly count: Int32Array;
}

/** The texts that may name items, each read by itself. */
const ITEM_FIELDS = [FIELD.reasonName, FIELD.reasonSupplement, FIELD.reasonText, FIELD.remark, FIELD.supplement];

/**
 * Finds the items of a store's records: official codes in their texts, and what rules name; where a record has neither,
 * what a list beside them gives it, else bracketed names.
 * Each distinct text is searched once in the life of the store.
 */
export class ItemFinder {
  readonly #catalogue = new ItemCatalogue();
  readonly #coded: readonly TextItems[];
  readonly #bracketed: readonly TextItems[];

  constructor(store: RecordStore) {
    const columns = ITEM_FIELDS.map((field) => store.column(field));
    this.#coded = columns.map((column) => new TextItems(column, itemCodes, this.#catalogue));
    this.#bracketed = columns.map((column) => new TextItems(column, bracketedNames, this.#catalogue));
  }

  /** Searches the texts that came since the last call, so that less is to do when the items are asked for. */
  prepare(): void {
    for (const texts of this.#coded) texts.prepare();
  }

  /**
   * The items of the given records.
   * @param rules those of the target 項目; every one that hits adds its item
   */
  find(records: Int32Array, rules: readonly Rule[], matcher: RuleMatcher, beside: ItemsBeside): FoundItems {
    this.#catalogue.forgetTimes();
    for (const item of beside.all) this.#catalogue.listed(item);
    const ruled = rules.map((rule) => this.#catalogue.mention({ kind: rule.result as ItemKind, code: rule.resultCode, name: rule.note }));
    const hitting = matcher.every(rules);
    const places: number[] = [];
    const count = new Int32Array(records.length);
    let record = new Int32Array(records.length + 16);
    let item = new Int32Array(records.length + 16);
    let basis = new Uint8Array(records.length + 16);
    let pairs = 0;
    const named: number[] = [];
    const bases: number[] = [];
    const foundBy = (way: Basis): void => {
      while (bases.length < named.length) bases.push(BASES.indexOf(way));
    };
    for (let i = 0; i < records.length; i++) {
      const row = records[i] as number;
      named.length = 0;
      bases.length = 0;
      for (const texts of this.#coded) texts.collect(row, named);
      foundBy('code');
      if (rules.length > 0) {
        places.length = 0;
        hitting(row, places);
        for (const place of places) take(ruled[place] as Mention, named);
        foundBy('rule');
      }
      if (named.length === 0) {
        for (const each of beside.of(i)) take(this.#catalogue.listed(each), named);
        foundBy('list');
      }
      if (named.length === 0) {
        for (const texts of this.#bracketed) texts.collect(row, named);
        foundBy('bracket');
      }
      count[i] = named.length;
      if (named.length === 0) named.push(0);
      record = roomFor(record, pairs + named.length);
      item = roomFor(item, pairs + named.length);
      basis = roomFor(basis, pairs + named.length);
      named.forEach((each, place) => {
        record[pairs] = row;
        basis[pairs] = bases[place] ?? 0;
        item[pairs++] = each;
      });
    }
    return { items: this.#catalogue.items(), record: record.slice(0, pairs), item: item.slice(0, pairs), basis: basis.slice(0, pairs), count };
  }

  /** The numbers of items that a list beside the records named at the last search. */
  numbersOf(items: readonly FoundItem[]): readonly number[] {
    return [...new Set(items.map((each) => this.#catalogue.listed(each).item))];
  }
}

/** The items of each distinct text of one column. */
class TextItems {
  readonly #column: StoredColumn;
  readonly #find: (text: string) => readonly FoundItem[];
  readonly #catalogue: ItemCatalogue;
  readonly #known: (readonly Mention[] | undefined)[] = [[]];

  constructor(column: StoredColumn, find: (text: string) => readonly FoundItem[], catalogue: ItemCatalogue) {
    this.#column = column;
    this.#find = find;
    this.#catalogue = catalogue;
  }

  prepare(): void {
    for (let code = this.#known.length; code < this.#column.distinct; code++) this.#mentions(code);
  }

  /** Adds the items that a record's text names and that are not among `named` yet. */
  collect(row: number, named: number[]): void {
    const code = this.#column.codes[row] as number;
    if (code === 0) return;
    for (const mention of this.#mentions(code)) take(mention, named);
  }

  #mentions(code: number): readonly Mention[] {
    return (this.#known[code] ??= this.#find(this.#column.text(code)).map((found) => this.#catalogue.mention(found)));
  }
}

/** One item under one name, and how often it stood so in the texts of the records asked for. */
interface Mention {
  readonly item: number;
  readonly name: string;
  times: number;
}

function take(mention: Mention, named: number[]): void {
  mention.times++;
  if (!named.includes(mention.item)) named.push(mention.item);
}

interface Entry {
  readonly kind: ItemKind;
  readonly code: string;
  readonly byName: Map<string, Mention>;
  /** As a list beside the records names it; null where none does. */
  listed: Mention | null;
}

class ItemCatalogue {
  readonly #numbers = new Map<string, number>();
  readonly #entries: Entry[] = [];

  mention(found: FoundItem): Mention {
    const number = this.#numberOf(found);
    const { byName } = this.#entries[number - 1] as Entry;
    const mention = byName.get(found.name) ?? { item: number, name: found.name, times: 0 };
    byName.set(found.name, mention);
    return mention;
  }

  /** An item of a list beside the records. */
  listed(found: FoundItem): Mention {
    const number = this.#numberOf(found);
    const entry = this.#entries[number - 1] as Entry;
    return (entry.listed ??= { item: number, name: found.name, times: 0 });
  }

  /** Forgets how often texts named items, and what was on a list. */
  forgetTimes(): void {
    for (const entry of this.#entries) {
      for (const mention of entry.byName.values()) mention.times = 0;
      entry.listed = null;
    }
  }

  #numberOf({ kind, code }: FoundItem): number {
    const key = `${kind}:${code}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#entries.push({ kind, code, byName: new Map(), listed: null });
      this.#numbers.set(key, number);
    }
    return number;
  }

  items(): readonly Item[] {
    return this.#entries.map(({ kind, code, byName, listed }) => {
      let best: Mention | null = null;
      for (const mention of byName.values()) {
        if (mention.name === '' || mention.times === 0) continue;
        const isBetter = best === null || mention.times > best.times || (mention.times === best.times && byCodePoints(mention.name, best.name) < 0);
        if (isBetter) best = mention;
      }
      return { kind, code, name: best?.name ?? listed?.name ?? '' };
    });
  }
}
