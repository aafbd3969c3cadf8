import type { Outcome } from '../core/outcome.ts';
import type { ScopeShape } from '../metrics/scope-definition.ts';
import { type Choices, type Dimension, type Scope, scopeVariables } from '../metrics/scope.ts';
import type { Cancellation } from './cancellation.ts';
import { ColumnFilters } from './column-filters.ts';
import type { Database, NumberColumns, Row } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import type { FactTable } from './fact-table.ts';
import type { IsCancelled } from './pending-query.ts';
import { RolledItems } from './rolled-items.ts';
import { type Visible, measureOf } from './visible.ts';

/** Asks the database about the visible records in a scope. */
export class Asker {
  readonly #database: Database;
  readonly #cancellation: Cancellation;
  readonly #filters: ColumnFilters;
  readonly #rolled: RolledItems;
  readonly #facts: FactTable;

  constructor(database: Database, cancellation: Cancellation, facts: FactTable) {
    this.#database = database;
    this.#cancellation = cancellation;
    this.#facts = facts;
    this.#filters = new ColumnFilters(database);
    this.#rolled = new RolledItems(database);
  }

  /** The lines to ask for where a table of this dimension is wanted: items stand on the level chosen. */
  linesOf<D extends Dimension>(visible: Visible, choices: Choices, dimension: D): D | 'item_group' {
    return this.#rolled.linesOf(visible, choices, dimension);
  }

  /**
   * Readies the engine for statements of a shape about the lines of a dimension.
   * @throws what the engine throws while it brings together what they read
   */
  async bind(visible: Visible, scope: Scope, choices: Choices, dimension: Dimension, { source }: ScopeShape): Promise<void> {
    if (source === 'fact') await this.#facts.bring(visible);
    this.#filters.apply(visible.store, visible.facts, scope.columns);
    this.#database.bind(scopeVariables(scope, measureOf(choices, visible), dimension, visible.names));
  }

  /** The columns of a statement that gives nothing but numbers; a cancelled or interrupted one fails as `cancelled`. */
  async columns(statement: string, isInterrupted: IsCancelled = () => false): Promise<Outcome<NumberColumns>> {
    const isCancelled = this.#cancellation.watch();
    try {
      return await this.#database.columns(statement, () => isCancelled() || isInterrupted());
    } catch (error) {
      return engineFailure(error);
    }
  }

  /** The rows of a statement; a cancelled or interrupted one fails as `cancelled`. */
  async query(statement: string, isInterrupted: IsCancelled = () => false): Promise<Outcome<readonly Row[]>> {
    const isCancelled = this.#cancellation.watch();
    try {
      return await this.#database.query(statement, () => isCancelled() || isInterrupted());
    } catch (error) {
      return engineFailure(error);
    }
  }
}
