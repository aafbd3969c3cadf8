import { bracketedNames } from '../classify/bracketed-names.ts';
import { itemCodes } from '../classify/item-codes.ts';
import type { FoundItem, ItemKind } from '../classify/item.ts';
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

/** The items of the loaded records. */
export interface FoundItems {
  /** Item number n is `items[n − 1]`; 0 stands for "names none" (未分類). */
  readonly items: readonly Item[];
  /** One entry a pair: a record and an item it names; one entry with item 0 for a record that names none. */
  readonly record: Int32Array;
  readonly item: Int32Array;
  /** For each given record, in order: how many items it names. */
  readonly count: Int32Array;
}

/** The texts that may name items, each read by itself. */
const ITEM_FIELDS = [FIELD.reasonName, FIELD.reasonSupplement, FIELD.reasonText, FIELD.remark, FIELD.supplement];

/**
 * Finds the items of a store's records from their texts: official codes; where a record has none, bracketed names.
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

  /** The items of the given records. */
  find(records: Int32Array): FoundItems {
    this.#catalogue.forgetTimes();
    const count = new Int32Array(records.length);
    let record = new Int32Array(records.length + 16);
    let item = new Int32Array(records.length + 16);
    let pairs = 0;
    const named: number[] = [];
    for (let i = 0; i < records.length; i++) {
      const row = records[i] as number;
      named.length = 0;
      for (const texts of this.#coded) texts.collect(row, named);
      if (named.length === 0) for (const texts of this.#bracketed) texts.collect(row, named);
      count[i] = named.length;
      if (named.length === 0) named.push(0);
      record = roomFor(record, pairs + named.length);
      item = roomFor(item, pairs + named.length);
      for (const each of named) {
        record[pairs] = row;
        item[pairs++] = each;
      }
    }
    return { items: this.#catalogue.items(), record: record.slice(0, pairs), item: item.slice(0, pairs), count };
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
    for (const text of this.#column.textsFrom(this.#known.length)) this.#known.push(this.#mentionsIn(text));
  }

  /** Adds the items that a record's text names and that are not among `named` yet. */
  collect(row: number, named: number[]): void {
    const code = this.#column.codes[row] as number;
    if (code === 0) return;
    for (const mention of this.#mentions(code)) {
      mention.times++;
      if (!named.includes(mention.item)) named.push(mention.item);
    }
  }

  #mentions(code: number): readonly Mention[] {
    return (this.#known[code] ??= this.#mentionsIn(this.#column.text(code)));
  }

  #mentionsIn(text: string): readonly Mention[] {
    const found = this.#find(text);
    const [only] = found;
    if (only === undefined) return NO_MENTIONS;
    return found.length === 1 ? this.#catalogue.mention(only).alone : found.map((each) => this.#catalogue.mention(each));
  }
}

/** One item under one name, and how often it stood so in the texts of the records asked for. */
interface Mention {
  readonly item: number;
  readonly name: string;
  times: number;
  /** The list of nothing but this mention, which most texts share. */
  readonly alone: readonly Mention[];
}

const NO_MENTIONS: readonly Mention[] = [];

function createMention(item: number, name: string): Mention {
  const alone: Mention[] = [];
  const mention = { item, name, times: 0, alone };
  alone.push(mention);
  return mention;
}

interface Entry {
  readonly kind: ItemKind;
  readonly code: string;
  readonly byName: Map<string, Mention>;
}

class ItemCatalogue {
  readonly #numbers = new Map<ItemKind, Map<string, number>>();
  readonly #entries: Entry[] = [];

  mention({ kind, code, name }: FoundItem): Mention {
    let ofKind = this.#numbers.get(kind);
    if (ofKind === undefined) this.#numbers.set(kind, (ofKind = new Map<string, number>()));
    let number = ofKind.get(code);
    if (number === undefined) {
      number = this.#entries.push({ kind, code, byName: new Map() });
      ofKind.set(code, number);
    }
    const { byName } = this.#entries[number - 1] as Entry;
    let mention = byName.get(name);
    if (mention === undefined) byName.set(name, (mention = createMention(number, name)));
    return mention;
  }

  forgetTimes(): void {
    for (const { byName } of this.#entries) for (const mention of byName.values()) mention.times = 0;
  }

  items(): readonly Item[] {
    return this.#entries.map(({ kind, code, byName }) => {
      let best: Mention | null = null;
      for (const mention of byName.values()) {
        if (mention.name === '' || mention.times === 0) continue;
        const isBetter = best === null || mention.times > best.times || (mention.times === best.times && byCodePoints(mention.name, best.name) < 0);
        if (isBetter) best = mention;
      }
      return { kind, code, name: best?.name ?? '' };
    });
  }
}
