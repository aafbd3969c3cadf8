import type { FoundItem, ItemIdentity, ItemKind } from '../classify/item.ts';
import { byCodePoints } from '../core/text.ts';

/** What an application is about, as tables and files name it. */
export interface Item {
  readonly kind: ItemKind;
  readonly code: string;
  /** The commonest name that stood with the code; empty where none ever did. */
  readonly name: string;
}

/** One item under one name, and how often it stood so in the texts of the records asked for. */
export interface Mention {
  readonly item: number;
  readonly name: string;
  times: number;
  /** The number of the list of nothing but this mention, which most texts share. */
  readonly alone: number;
}

/** Stands for the item where there may be several. */
export const SEVERAL = -1;

/** The number of the empty list. */
export const NO_MENTIONS = 0;

/** Adds the item of a mention to `named`, once. */
export function name({ item }: Mention, named: number[]): void {
  if (!named.includes(item)) named.push(item);
}

/** Counts a mention and adds its item to `named`, once. */
export function take(mention: Mention, named: number[]): void {
  mention.times++;
  name(mention, named);
}

interface Entry {
  readonly kind: ItemKind;
  readonly code: string;
  readonly byName: Map<string, Mention>;
  /** As a list beside the records names it; null where none does. */
  listed: Mention | null;
}

/**
 * Numbers items from 1 in the order in which they are met, and knows what they are called. What a text names is a list of
 * mentions, known by its number.
 */
export class ItemCatalogue {
  readonly #numbers = new Map<ItemKind, Map<string, number>>();
  readonly #entries: Entry[] = [];
  readonly #lists: (readonly Mention[])[] = [[]];

  /** How many lists of mentions there are; their numbers are below. */
  get lists(): number {
    return this.#lists.length;
  }

  /** The mentions of a list, in the order of the text. */
  list(number: number): readonly Mention[] {
    return this.#lists[number] as readonly Mention[];
  }

  /** The number of a list of these mentions. */
  listOf(mentions: readonly Mention[]): number {
    const [only] = mentions;
    if (only === undefined) return NO_MENTIONS;
    return mentions.length === 1 ? only.alone : this.#lists.push(mentions) - 1;
  }

  /** For each list its item where it names only one, 0 where it names none, {@link SEVERAL} where it may name several. */
  soleItems(): Int32Array {
    return Int32Array.from(this.#lists, (mentions) => (mentions.length > 1 ? SEVERAL : (mentions[0]?.item ?? 0)));
  }

  /** Counts the mentions of lists. @param times for each list how often it was met */
  count(times: Int32Array): void {
    for (let number = 0; number < times.length; number++) {
      const more = times[number] as number;
      if (more > 0) for (const mention of this.list(number)) mention.times += more;
    }
  }

  mention(found: FoundItem): Mention {
    const number = this.#numberOf(found);
    const { byName } = this.#entries[number - 1] as Entry;
    let mention = byName.get(found.name);
    if (mention === undefined) byName.set(found.name, (mention = this.#createMention(number, found.name)));
    return mention;
  }

  /** An item of a list beside the records. */
  listed(found: FoundItem): Mention {
    const number = this.#numberOf(found);
    const entry = this.#entries[number - 1] as Entry;
    return (entry.listed ??= this.#createMention(number, found.name));
  }

  /** Forgets how often texts named items, and what was on a list. */
  forgetTimes(): void {
    for (const entry of this.#entries) {
      for (const mention of entry.byName.values()) mention.times = 0;
      entry.listed = null;
    }
  }

  #createMention(item: number, name: string): Mention {
    const mention = { item, name, times: 0, alone: this.#lists.length };
    this.#lists.push([mention]);
    return mention;
  }

  #numberOf({ kind, code }: FoundItem): number {
    let ofKind = this.#numbers.get(kind);
    if (ofKind === undefined) this.#numbers.set(kind, (ofKind = new Map<string, number>()));
    let number = ofKind.get(code);
    if (number === undefined) {
      number = this.#entries.push({ kind, code, byName: new Map(), listed: null });
      ofKind.set(code, number);
    }
    return number;
  }

  /** All items under their names: the masters', else the commonest in the texts, else the list's. */
  items(official: (item: ItemIdentity) => string | null): readonly Item[] {
    return this.#entries.map(({ kind, code, byName, listed }) => {
      let best: Mention | null = null;
      for (const mention of byName.values()) {
        if (mention.name === '' || mention.times === 0) continue;
        const isBetter = best === null || mention.times > best.times || (mention.times === best.times && byCodePoints(mention.name, best.name) < 0);
        if (isBetter) best = mention;
      }
      return { kind, code, name: official({ kind, code }) ?? best?.name ?? listed?.name ?? '' };
    });
  }
}
