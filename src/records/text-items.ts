import type { FoundItem } from '../classify/item.ts';
import { type ItemCatalogue, type Mention, take } from './item-catalogue.ts';
import type { StoredColumn } from './record-store.ts';

/** The items of each distinct text of one column. */
export class TextItems {
  readonly #column: StoredColumn;
  readonly #find: (text: string) => readonly FoundItem[];
  readonly #catalogue: ItemCatalogue;
  readonly #known: (readonly Mention[] | undefined)[] = [[]];

  constructor(column: StoredColumn, find: (text: string) => readonly FoundItem[], catalogue: ItemCatalogue) {
    this.#column = column;
    this.#find = find;
    this.#catalogue = catalogue;
  }

  /**
   * Searches the texts that came since the last call.
   * @param most texts at a time
   * @returns whether all are searched
   */
  prepare(most = Number.POSITIVE_INFINITY): boolean {
    const end = Math.min(this.#column.distinct, this.#known.length + most);
    for (let code = this.#known.length; code < end; code++) this.#mentions(code);
    return end === this.#column.distinct;
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
