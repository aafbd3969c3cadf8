import type { Outcome } from '../core/outcome.ts';
import { type Choices, type Dimension, type Scope, scopeVariables } from '../metrics/scope.ts';
import type { Cancellation } from './cancellation.ts';
import type { Database, NumberColumns, Row } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import { RolledItems } from './rolled-items.ts';
import { type Visible, measureOf } from './visible.ts';

/** Asks the database about the visible records in a scope. */
export class Asker {
  readonly #database: Database;
  readonly #cancellation: Cancellation;
  readonly #rolled: RolledItems;

  constructor(database: Database, cancellation: Cancellation) {
    this.#database = database;
    this.#cancellation = cancellation;
    this.#rolled = new RolledItems(database);
  }

  /** The lines to ask for where a table of this dimension is wanted: items stand on the level chosen. */
  linesOf<D extends Dimension>(visible: Visible, choices: Choices, dimension: D): D | 'item_group' {
    return this.#rolled.linesOf(visible, choices, dimension);
  }

  /** What the next statements are about. */
  bind(visible: Visible, scope: Scope, choices: Choices, dimension: Dimension): void {
    this.#database.bind(scopeVariables(scope, measureOf(choices, visible), dimension, visible.names));
  }

  /** The rows of a statement; a cancelled one fails as `cancelled`. */
  async query(statement: string): Promise<Outcome<readonly Row[]>> {
    try {
      return await this.#database.query(statement, this.#cancellation.watch());
    } catch (error) {
      return engineFailure(error);
    }
  }

  /** The same for a statement that answers with numbers only. */
  async columns(statement: string): Promise<Outcome<NumberColumns>> {
    try {
      return await this.#database.columns(statement, this.#cancellation.watch());
    } catch (error) {
      return engineFailure(error);
    }
  }
}
