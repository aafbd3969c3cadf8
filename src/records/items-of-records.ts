import type { Item } from './item-catalogue.ts';

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

/** Brings together the items of records that name just one and those of all others. */
export class ItemsOfRecords {
  readonly #records: Int32Array;
  readonly #sole: Int32Array;
  readonly #soleBasis: number;
  readonly #count: Int32Array;
  /** The items of the others, in their order; item 0 for a record that names none. */
  readonly #items: number[] = [];
  readonly #bases: number[] = [];

  /**
   * @param sole for each record its item where it names just one; for the others 0 or less
   * @param soleBasis the basis of all of these
   */
  constructor(records: Int32Array, sole: Int32Array, soleBasis: number) {
    this.#records = records;
    this.#sole = sole;
    this.#soleBasis = soleBasis;
    this.#count = new Int32Array(records.length).fill(1);
  }

  /** The items of one of the others; all of them must be added, in their order. @param bases one an item */
  add(place: number, items: readonly number[], bases: readonly number[]): void {
    this.#count[place] = items.length;
    if (items.length === 0) {
      this.#items.push(0);
      this.#bases.push(0);
    }
    for (let each = 0; each < items.length; each++) {
      this.#items.push(items[each] as number);
      this.#bases.push(bases[each] as number);
    }
  }

  pairs(): Omit<FoundItems, 'items'> {
    const [records, sole, count, items, bases] = [this.#records, this.#sole, this.#count, this.#items, this.#bases];
    let size = items.length;
    for (const each of sole) if (each > 0) size++;
    const record = new Int32Array(size);
    const item = new Int32Array(size);
    const basis = new Uint8Array(size).fill(this.#soleBasis);
    let pair = 0;
    let other = 0;
    for (let place = 0; place < records.length; place++) {
      if ((sole[place] as number) > 0) {
        record[pair] = records[place] as number;
        item[pair++] = sole[place] as number;
        continue;
      }
      for (let left = Math.max(count[place] as number, 1); left > 0; left--) {
        record[pair] = records[place] as number;
        basis[pair] = bases[other] as number;
        item[pair++] = items[other++] as number;
      }
    }
    return { record, item, basis, count };
  }
}
