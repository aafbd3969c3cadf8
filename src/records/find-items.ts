import { bracketedNames } from '../classify/bracketed-names.ts';
import { itemCodes } from '../classify/item-codes.ts';
import type { FoundItem, ItemKind } from '../classify/item.ts';
import { byCodePoints } from '../core/text.ts';
import { roomFor } from '../core/room-for.ts';
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

/** Finds the items of records from their texts: official codes; where a record has none, bracketed names. */
export function findItems(store: RecordStore, records: Int32Array): FoundItems {
  const catalogue = new ItemCatalogue();
  const columns = ITEM_FIELDS.map((field) => store.column(field));
  const coded = columns.map((column) => new ItemsByText(column, itemCodes, catalogue));
  const bracketed = columns.map((column) => new ItemsByText(column, bracketedNames, catalogue));
  const count = new Int32Array(records.length);
  let record = new Int32Array(records.length + 16);
  let item = new Int32Array(records.length + 16);
  let pairs = 0;
  const named: number[] = [];
  for (let i = 0; i < records.length; i++) {
    const row = records[i] as number;
    named.length = 0;
    for (const texts of coded) texts.collect(row, named);
    if (named.length === 0) for (const texts of bracketed) texts.collect(row, named);
    count[i] = named.length;
    if (named.length === 0) named.push(0);
    record = roomFor(record, pairs + named.length);
    item = roomFor(item, pairs + named.length);
    for (const each of named) {
      record[pairs] = row;
      item[pairs++] = each;
    }
  }
  return { items: catalogue.items(), record: record.slice(0, pairs), item: item.slice(0, pairs), count };
}

/** The items of each distinct text of one column, found when first asked for. */
class ItemsByText {
  readonly #column: StoredColumn;
  readonly #find: (text: string) => readonly FoundItem[];
  readonly #catalogue: ItemCatalogue;
  readonly #known: (readonly Mention[] | undefined)[] = [[]];

  constructor(column: StoredColumn, find: (text: string) => readonly FoundItem[], catalogue: ItemCatalogue) {
    this.#column = column;
    this.#find = find;
    this.#catalogue = catalogue;
  }

  /** Adds the items that a record's text names and that are not among `named` yet. */
  collect(row: number, named: number[]): void {
    const code = this.#column.codes[row] as number;
    if (code === 0) return;
    const mentions = (this.#known[code] ??= this.#find(this.#column.text(code)).map((found) => this.#catalogue.mention(found)));
    for (const mention of mentions) {
      mention.times++;
      if (!named.includes(mention.item)) named.push(mention.item);
    }
  }
}

/** One item under one name, and in how many texts of records it stood so. */
interface Mention {
  readonly item: number;
  readonly name: string;
  times: number;
}

class ItemCatalogue {
  readonly #numbers = new Map<string, number>();
  readonly #mentions: { kind: ItemKind; code: string; byName: Map<string, Mention> }[] = [];

  mention(found: FoundItem): Mention {
    const key = `${found.kind}:${found.code}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.#mentions.push({ kind: found.kind, code: found.code, byName: new Map() });
      number = this.#mentions.length;
      this.#numbers.set(key, number);
    }
    const { byName } = this.#mentions[number - 1] as { byName: Map<string, Mention> };
    const known = byName.get(found.name) ?? { item: number, name: found.name, times: 0 };
    byName.set(found.name, known);
    return known;
  }

  items(): readonly Item[] {
    return this.#mentions.map(({ kind, code, byName }) => {
      const names = [...byName.values()].filter((mention) => mention.name !== '');
      names.sort((a, b) => b.times - a.times || byCodePoints(a.name, b.name));
      return { kind, code, name: names[0]?.name ?? '' };
    });
  }
}
