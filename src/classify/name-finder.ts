import { type FormHit, FormTrie } from './form-trie.ts';
import type { FoundItem } from './item.ts';
import type { MasterBook } from './master-book.ts';
import { isOwnWord } from './name-borders.ts';
import { type NameText, nameText } from './name-text.ts';

/** A name found in a text. */
export interface FoundName {
  readonly item: FoundItem;
  /** Where it stands in the text's NFKC form; the end is exclusive. */
  readonly begin: number;
  readonly end: number;
}

/** Finds the names of the masters in free text: the longest match wins, matches do not overlap. */
export class NameFinder {
  readonly #book: MasterBook;
  readonly #forms: FormTrie;

  constructor(book: MasterBook) {
    this.#book = book;
    this.#forms = new FormTrie(book.forms());
  }

  /** The names in a text, from left to right. */
  find(text: string): readonly FoundName[] {
    return this.findIn(nameText(text));
  }

  /** As {@link find}, in a text that was brought into its form already. */
  findIn(searched: NameText): readonly FoundName[] {
    const hits = this.#forms.find(searched.signs);
    if (hits.length === 0) return [];
    const taken: FormHit[] = [];
    for (const hit of hits.toSorted(byPrecedence)) {
      const isFree = taken.every(({ begin, end }) => hit.end <= begin || hit.begin >= end);
      if (isFree && isOwnWord(searched, hit.begin, hit.end)) taken.push(hit);
    }
    return taken.toSorted((a, b) => a.begin - b.begin).flatMap((hit) => this.#meaning(searched, hit));
  }

  #meaning(searched: NameText, { begin, end, form }: FormHit): readonly FoundName[] {
    const item = this.#book.resolve(form, searched.signs.slice(end, end + 4));
    if (item === null) return [];
    const { places } = searched;
    return [{ item, begin: places?.[begin] ?? begin, end: places === null ? end : (places[end - 1] as number) + 1 }];
  }
}

/** The longer first, of two equally long the one further left. A form that is a full name means that, whatever else it is a stem of. */
function byPrecedence(a: FormHit, b: FormHit): number {
  return b.form.length - a.form.length || a.begin - b.begin;
}
