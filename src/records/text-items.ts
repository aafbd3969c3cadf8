import { bracketedNames } from '../classify/bracketed-names.ts';
import { itemCodes, mentionedItem } from '../classify/item-codes.ts';
import type { FoundItem } from '../classify/item.ts';
import { roomFor } from '../core/room-for.ts';
import { type ItemCatalogue, type Mention, NO_MENTIONS, SEVERAL, name, take } from './item-catalogue.ts';
import type { StoredColumn } from './record-store.ts';

/**
 * Tells the items that the texts of a column name, from one code up to, not including, another: for each text the number
 * of a list of the catalogue.
 */
type Search = (column: StoredColumn, code: number, end: number) => ArrayLike<number>;

/** Tells the items that a text names, each under the name it has there. */
type Find = (text: string) => readonly FoundItem[];

/** The items of each distinct text of one column, all searched ahead. */
export class TextItems {
  readonly #column: StoredColumn;
  readonly #search: Search;
  readonly #catalogue: ItemCatalogue;
  #lists = new Int32Array(1 << 6);
  #known = 1;

  constructor(column: StoredColumn, search: Search, catalogue: ItemCatalogue) {
    this.#column = column;
    this.#search = search;
    this.#catalogue = catalogue;
  }

  /**
   * Searches the texts that came since the last call.
   * @param most texts at a time
   * @returns whether all are searched
   */
  prepare(most = Number.POSITIVE_INFINITY): boolean {
    const found = this.#search(this.#column, this.#known, Math.min(this.#known + most, this.#column.distinct));
    this.#lists = roomFor(this.#lists, this.#known + found.length);
    this.#lists.set(found, this.#known);
    this.#known += found.length;
    return this.#known >= this.#column.distinct;
  }

  /** Counts how often the lists of the catalogue stand in the texts of these rows. @param times one a list, added to */
  countLists(rows: Int32Array, times: Int32Array): void {
    const lists = this.#lists;
    const { codes } = this.#column;
    for (const row of rows) {
      const list = lists[codes[row] as number] as number;
      times[list] = (times[list] as number) + 1;
    }
  }

  /**
   * The same, and notes for each of these rows the only item its texts name so far.
   * @param itemOf for each list as `soleItems` of the catalogue tells it
   * @param sole one a row: 0 while it names none, {@link SEVERAL} once it may name several
   */
  noteSole(rows: Int32Array, times: Int32Array, itemOf: Int32Array, sole: Int32Array): void {
    const lists = this.#lists;
    const { codes } = this.#column;
    for (let place = 0; place < rows.length; place++) {
      const list = lists[codes[rows[place] as number] as number] as number;
      if (list === NO_MENTIONS) continue;
      times[list] = (times[list] as number) + 1;
      const item = itemOf[list] as number;
      const before = sole[place] as number;
      sole[place] = before === 0 || before === item ? item : SEVERAL;
    }
  }

  /** Adds the items that a row's text names and that are not among `named` yet. */
  collector(): (row: number, named: number[]) => void {
    const { codes } = this.#column;
    const lists = this.#lists;
    const catalogue = this.#catalogue;
    return (row, named) => {
      const list = lists[codes[row] as number] as number;
      if (list !== NO_MENTIONS) for (const mention of catalogue.list(list)) name(mention, named);
    };
  }
}

/** The items that stand between brackets in the few texts of a column that are asked for, each searched when it first is. */
export class BracketedTextItems {
  readonly #column: StoredColumn;
  readonly #catalogue: ItemCatalogue;
  readonly #known = new Map<number, readonly Mention[]>();
  /** For each code whether its text may name an item. */
  #openings = new Uint8Array(1 << 6);
  #looked = 0;

  constructor(column: StoredColumn, catalogue: ItemCatalogue) {
    this.#column = column;
    this.#catalogue = catalogue;
  }

  /** Counts what a row's text names, and adds the items that are not among `named` yet. */
  collector(): (row: number, named: number[]) => void {
    const { codes } = this.#column;
    const known = this.#known;
    const openings = this.#lookForOpenings();
    return (row, named) => {
      const code = codes[row] as number;
      if (openings[code] === 0) return;
      let mentions = known.get(code);
      if (mentions === undefined) known.set(code, (mentions = bracketedNames(this.#column.text(code)).map((each) => this.#catalogue.mention(each))));
      for (const mention of mentions) take(mention, named);
    };
  }

  #lookForOpenings(): Uint8Array {
    const { distinct } = this.#column;
    this.#openings = roomFor(this.#openings, distinct);
    this.#openings.set(this.#column.openingsIn(this.#looked, distinct), this.#looked);
    this.#looked = distinct;
    return this.#openings;
  }
}

/** Searches each text by itself. */
export function eachText(find: Find, catalogue: ItemCatalogue): Search {
  return (column, code, end) => column.textsFrom(code, end).map((text) => listOf(find(text), catalogue));
}

/** Searches for official codes: what a text says of one is read once, however many texts say the same. */
export function codedTexts(catalogue: ItemCatalogue): Search {
  /** By the numbers the column knows them by, which begin with 1. */
  const met: (Mention | null)[] = [null];
  return (column, code, end) => {
    const told = column.codedIn(code, end);
    for (const text of column.mentionsFrom(met.length)) met.push(catalogue.mention(mentionedItem(text)));
    const lists = new Int32Array(Math.max(end - code, 0));
    let text = 0;
    for (let at = 0; at < told.length; text++) {
      const count = told[at++] as number;
      if (count === 0) continue;
      if (count === 1) lists[text] = (met[told[at++] as number] as Mention).alone;
      else if (count < 0) lists[text] = listOf(itemCodes(column.text(code + text)), catalogue);
      else {
        lists[text] = catalogue.listOf(Array.from(told.subarray(at, at + count), (mention) => met[mention] as Mention));
        at += count;
      }
    }
    return lists;
  };
}

function listOf(found: readonly FoundItem[], catalogue: ItemCatalogue): number {
  return catalogue.listOf(found.map((each) => catalogue.mention(each)));
}
