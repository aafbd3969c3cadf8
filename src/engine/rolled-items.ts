import type { ItemLevel } from '../classify/item.ts';
import type { Choices, Dimension } from '../metrics/scope.ts';
import type { ItemPairs, ItemTree } from '../records/item-tree.ts';
import { appendColumns } from './arrow-columns.ts';
import type { Database } from './database.ts';
import type { Visible } from './visible.ts';

/** Keeps in `record_group` the items of the visible records on the level that was last asked for. */
export class RolledItems {
  readonly #database: Database;
  /** What the table was filled for. */
  #tree: ItemTree | null = null;
  #level: ItemLevel = 'product';

  constructor(database: Database) {
    this.#database = database;
  }

  /** The lines to ask for: items stand on the level chosen, which is filled when it is first asked for. */
  linesOf<D extends Dimension>({ facts, waiting, tree }: Visible, { itemLevel }: Choices, dimension: D): D | 'item_group' {
    if (dimension !== 'item' || itemLevel === 'product') return dimension;
    if (this.#tree !== tree || this.#level !== itemLevel) {
      this.#tree = null;
      loadGroups(this.#database, [tree.rollUp(itemLevel, facts.items), tree.rollUp(itemLevel, waiting.pairs)]);
      this.#tree = tree;
      this.#level = itemLevel;
    }
    return 'item_group';
  }
}

/** Replaces what is rolled up by these pairs. */
function loadGroups(database: Database, groups: readonly ItemPairs[]): void {
  database.transaction(() => {
    database.execute('DELETE FROM record_group');
    for (const { record, item, count } of groups) appendColumns(database, 'record_group', { record, item, items: count });
  });
}
