import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { Variable, VariableName } from '../metrics/scope.ts';

const SETTERS: Readonly<Record<Variable['type'], string>> = {
  VARCHAR: 'CAST(? AS VARCHAR)',
  INTEGER: 'CAST(? AS INTEGER)',
  'INTEGER[]': "list_transform(list_filter(string_split(CAST(? AS VARCHAR), ','), x -> x <> ''), x -> CAST(x AS INTEGER))",
};

/** The variables of one connection, which statements read with `getvariable`; each connection has its own. */
export class Variables {
  readonly #connection: DuckDBConnection;
  readonly #setters = new Map<VariableName, ReturnType<DuckDBConnection['prepare']>>();
  readonly #bound = new Map<VariableName, Variable['value']>();

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  bind(variables: readonly Variable[]): void {
    for (const { name, type, value } of variables) {
      if (this.#bound.has(name) && this.#bound.get(name) === value) continue;
      let setter = this.#setters.get(name);
      if (setter === undefined) {
        setter = this.#connection.prepare(`SET VARIABLE ${name} = ${SETTERS[type]}`);
        this.#setters.set(name, setter);
      }
      setter.query(value);
      this.#bound.set(name, value);
    }
  }
}
