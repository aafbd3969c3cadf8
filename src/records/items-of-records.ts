import { roomFor } from '../core/room-for.ts';
import type { FoundItems } from './item-finder.ts';

/** Gathers the pairs of records and items, record by record. */
export class ItemsOfRecords {
  readonly #records: Int32Array;
  readonly #count: Int32Array;
  #record: Int32Array<ArrayBuffer>;
  #item: Int32Array<ArrayBuffer>;
  #basis: Uint8Array<ArrayBuffer>;
  #pairs = 0;

  /** @param records the given ones; each is to be added, in this order */
  constructor(records: Int32Array) {
    this.#records = records;
    this.#count = new Int32Array(records.length);
    // Some name several.
    const room = records.length + (records.length >> 3) + 16;
    this.#record = new Int32Array(room);
    this.#item = new Int32Array(room);
    this.#basis = new Uint8Array(room);
  }

  /** The record at a place, which names one item. */
  addOne(place: number, item: number, basis: number): void {
    this.#count[place] = 1;
    this.#makeRoom(1);
    this.#add(place, item, basis);
  }

  /** The record at a place, which names these, or none. @param bases one an item */
  addAll(place: number, items: readonly number[], bases: readonly number[]): void {
    this.#count[place] = items.length;
    this.#makeRoom(items.length + 1);
    if (items.length === 0) this.#add(place, 0, 0);
    for (let each = 0; each < items.length; each++) this.#add(place, items[each] as number, bases[each] as number);
  }

  finish(): Omit<FoundItems, 'items'> {
    return {
      record: this.#record.slice(0, this.#pairs),
      item: this.#item.slice(0, this.#pairs),
      basis: this.#basis.slice(0, this.#pairs),
      count: this.#count,
    };
  }

  #add(place: number, item: number, basis: number): void {
    this.#record[this.#pairs] = this.#records[place] as number;
    this.#item[this.#pairs] = item;
    this.#basis[this.#pairs++] = basis;
  }

  #makeRoom(more: number): void {
    if (this.#pairs + more <= this.#item.length) return;
    this.#record = roomFor(this.#record, this.#pairs + more);
    this.#item = roomFor(this.#item, this.#record.length);
    this.#basis = roomFor(this.#basis, this.#record.length);
  }
}
