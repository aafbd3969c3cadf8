import { itemCodes } from '../classify/item-codes.ts';
import type { FoundItem } from '../classify/item.ts';
import { type ItemCatalogue, type Mention, NO_MENTIONS, take } from './item-catalogue.ts';
import type { StoredColumn } from './record-store.ts';

/** Tells the items that the texts of a column name, from one code up to, not including, another: a list a text. */
type Search = (column: StoredColumn, code: number, end: number) => readonly (readonly Mention[])[];

/** The items of each distinct text of one column. */
export class TextItems {
  readonly #column: StoredColumn;
  readonly #search: Search;
  readonly #known: (readonly Mention[] | undefined)[] = [[]];

  constructor(column: StoredColumn, search: Search) {
    this.#column = column;
    this.#search = search;
  }

  /**
   * Searches the texts that came since the last call.
   * @param most texts at a time
   * @returns whether all are searched
   */
  prepare(most = Number.POSITIVE_INFINITY): boolean {
    const start = this.#known.length;
    for (const mentions of this.#search(this.#column, start, start + most)) this.#known.push(mentions);
    return this.#known.length >= this.#column.distinct;
  }

  /** Adds the items that a record's text names and that are not among `named` yet; for the texts that there are by now. */
  collector(): (row: number, named: number[]) => void {
    const { codes } = this.#column;
    const known = this.#known;
    return (row, named) => {
      const code = codes[row] as number;
      if (code === 0) return;
      const mentions = (known[code] ??= this.#search(this.#column, code, code + 1)[0] ?? NO_MENTIONS);
      for (const mention of mentions) take(mention, named);
    };
  }
}

/** Searches each text by itself. */
export function eachText(find: (text: string) => readonly FoundItem[], catalogue: ItemCatalogue): Search {
  return (column, code, end) => column.textsFrom(code, end).map((text) => mentionsOf(find(text), catalogue));
}

/** Searches for official codes: what a text says of one is read once, however many texts say the same. */
export function codedTexts(catalogue: ItemCatalogue): Search {
  const met: Mention[] = [];
  const mentionOf = (column: StoredColumn, mention: number): Mention => (met[mention] ??= readMention(column.mentionText(mention), catalogue));
  return (column, code, end) => {
    const told = column.codedIn(code, end);
    const lists: (readonly Mention[])[] = [];
    for (let at = 0, text = code; at < told.length; text++) {
      const count = told[at++] as number;
      if (count === 0) lists.push(NO_MENTIONS);
      else if (count === 1) lists.push(mentionOf(column, told[at] as number).alone);
      else if (count < 0) lists.push(mentionsOf(itemCodes(column.text(text)), catalogue));
      else lists.push(Array.from(told.subarray(at, at + count), (mention) => mentionOf(column, mention)));
      at += Math.max(count, 0);
    }
    return lists;
  };
}

function mentionsOf(found: readonly FoundItem[], catalogue: ItemCatalogue): readonly Mention[] {
  const [only] = found;
  if (only === undefined) return NO_MENTIONS;
  return found.length === 1 ? catalogue.mention(only).alone : found.map((each) => catalogue.mention(each));
}

function readMention(text: string, catalogue: ItemCatalogue): Mention {
  const [found] = itemCodes(text);
  if (found === undefined) throw new Error('a mention holds a code');
  return catalogue.mention(found);
}
