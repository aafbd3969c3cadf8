import { ITEM_LEVELS, type ItemLevel, itemKey } from '../classify/item.ts';
import type { ItemLevels } from '../classify/item-levels.ts';
import { roomFor } from '../core/room-for.ts';
import type { Item } from './item-catalogue.ts';

/** Records and the items they name on one level: one entry a pair, each item of a record once. */
export interface ItemPairs {
  readonly record: Int32Array;
  /** 0 for a record that names none. */
  readonly item: Int32Array;
  /** For each pair how many items its record names. */
  readonly count: Int32Array;
}

/** Items and what stands above them, all numbered from 1: first the items found, then the groups that none of them is. */
export class ItemTree {
  readonly items: readonly Item[];
  readonly #above: Readonly<Record<ItemLevel, Int32Array>>;
  readonly #numbers = new Map<string, number>();
  readonly #found: number;

  /** @param levels null without masters: then nothing stands above an item */
  constructor(found: readonly Item[], levels: ItemLevels | null) {
    const items = [...found];
    found.forEach((item, index) => this.#numbers.set(itemKey(item), index + 1));
    const above = (level: ItemLevel): Int32Array => {
      const numbers = new Int32Array(found.length + 1);
      if (levels === null) return numbers.map((_, number) => number);
      found.forEach((item, index) => {
        const group = levels.at(level, item);
        let number = this.#numbers.get(itemKey(group));
        if (number === undefined) this.#numbers.set(itemKey(group), (number = items.push(group)));
        numbers[index + 1] = number;
      });
      return numbers;
    };
    this.#above = { product: above('product'), generic: above('generic'), class: above('class') };
    this.#found = found.length;
    this.items = items;
  }

  /** The numbers of the items found that are this one or stand below it. */
  within(key: string): readonly number[] {
    const number = this.#numbers.get(key);
    if (number === undefined) return [];
    const found: number[] = [];
    for (let item = 1; item <= this.#found; item++) if (ITEM_LEVELS.some((level) => this.#above[level][item] === number)) found.push(item);
    return found;
  }

  /** What records name on a level. @param pairs on the level of products; those of one record stand together */
  rollUp(level: ItemLevel, pairs: Pick<ItemPairs, 'record' | 'item'>): ItemPairs {
    const above = this.#above[level];
    const size = pairs.record.length;
    let record = new Int32Array(size);
    let item = new Int32Array(size);
    let count = new Int32Array(size);
    let made = 0;
    const named: number[] = [];
    for (let from = 0; from < size; ) {
      const row = pairs.record[from] as number;
      named.length = 0;
      let to = from;
      for (; to < size && pairs.record[to] === row; to++) {
        const number = above[pairs.item[to] as number] as number;
        if (!named.includes(number)) named.push(number);
      }
      record = roomFor(record, made + named.length);
      item = roomFor(item, made + named.length);
      count = roomFor(count, made + named.length);
      for (const each of named) {
        record[made] = row;
        item[made] = each;
        count[made++] = each === 0 ? 0 : named.length;
      }
      from = to;
    }
    return { record: record.slice(0, made), item: item.slice(0, made), count: count.slice(0, made) };
  }
}
