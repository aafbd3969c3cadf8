import { type FoundItem, type ItemIdentity, type ItemKind, itemKey } from '../classify/item.ts';
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
}

/** Counts a mention and adds its item to `named`, once. */
export function take(mention: Mention, named: number[]): void {
  mention.times++;
  if (!named.includes(mention.item)) named.push(mention.item);
}

interface Entry {
  readonly kind: ItemKind;
  readonly code: string;
  readonly byName: Map<string, Mention>;
  /** As a list beside the records names it; null where none does. */
  listed: Mention | null;
}

/** Numbers items from 1 in the order in which they are met, and knows what they are called. */
export class ItemCatalogue {
  readonly #numbers = new Map<string, number>();
  readonly #entries: Entry[] = [];

  mention(found: FoundItem): Mention {
    const number = this.#numberOf(found);
    const { byName } = this.#entries[number - 1] as Entry;
    const mention = byName.get(found.name) ?? { item: number, name: found.name, times: 0 };
    byName.set(found.name, mention);
    return mention;
  }

  /** An item of a list beside the records. */
  listed(found: FoundItem): Mention {
    const number = this.#numberOf(found);
    const entry = this.#entries[number - 1] as Entry;
    return (entry.listed ??= { item: number, name: found.name, times: 0 });
  }

  /** Forgets how often texts named items, and what was on a list. */
  forgetTimes(): void {
    for (const entry of this.#entries) {
      for (const mention of entry.byName.values()) mention.times = 0;
      entry.listed = null;
    }
  }

  #numberOf({ kind, code }: FoundItem): number {
    const key = itemKey({ kind, code });
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#entries.push({ kind, code, byName: new Map(), listed: null });
      this.#numbers.set(key, number);
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
