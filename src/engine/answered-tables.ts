import type { Table } from '../metrics/figures.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';

const MOST_KEPT = 100;

/** Tables that were answered about one state of the loaded records, so that a screen gone back to shows at once. */
export class AnsweredTables {
  readonly #tables = new Map<string, Table>();

  find(scope: Scope, choices: Choices, dimension: Dimension): Table | null {
    return this.#tables.get(keyOf(scope, choices, dimension)) ?? null;
  }

  keep(scope: Scope, choices: Choices, dimension: Dimension, table: Table): void {
    const [oldest] = this.#tables.keys();
    if (this.#tables.size >= MOST_KEPT && oldest !== undefined) this.#tables.delete(oldest);
    this.#tables.set(keyOf(scope, choices, dimension), table);
  }
}

function keyOf(scope: Scope, choices: Choices, dimension: Dimension): string {
  return JSON.stringify([dimension, scope, choices]);
}
