import { type FoundItem, type ItemIdentity, itemKey } from '../classify/item.ts';
import { ItemLevels } from '../classify/item-levels.ts';
import { MasterBook } from '../classify/master-book.ts';
import type { Master } from '../classify/master.ts';
import { NameFinder } from '../classify/name-finder.ts';
import { nameForm } from '../classify/name-text.ts';
import { nextMessage } from '../core/next-message.ts';

/** What the loaded masters know: the names in texts, what items are called, what stands above them. */
export class NameSearch {
  readonly #book: MasterBook;
  readonly finder: NameFinder;
  readonly levels: ItemLevels;

  private constructor(book: MasterBook, finder: NameFinder) {
    this.#book = book;
    this.finder = finder;
    this.levels = new ItemLevels(book.entries.values());
  }

  /** In steps, between which messages are heard; null where there is no master. */
  static async of(masters: readonly Master[]): Promise<NameSearch | null> {
    if (masters.length === 0) return null;
    const book = new MasterBook(masters);
    await nextMessage();
    const finder = new NameFinder(book);
    await nextMessage();
    return new NameSearch(book, finder);
  }

  /** As the master has it; null for an item that no master has. */
  nameOf(item: ItemIdentity): string | null {
    return this.#book.entries.get(itemKey(item))?.name ?? this.levels.groupName(item);
  }

  /** The item that a name standing alone means; null where no master knows it. */
  resolve(name: string): FoundItem | null {
    return this.#book.resolve(nameForm(name), '');
  }
}
