import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { RecordBatchReader, Table } from 'apache-arrow';
import { failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { Variable, VariableName } from '../metrics/scope.ts';
import macros from './schema/macros.sql?raw';
import settings from './schema/settings.sql?raw';
import tables from './schema/tables.sql?raw';

/** A row of a result: integers are exact, NULL is null. */
export type Row = Readonly<Record<string, number | string | null>>;

/** The columns of a result that holds nothing but numbers, without NULL. */
export type NumberColumns = Readonly<Record<string, Int32Array | Float64Array>>;

/** Asked between the steps of a long query. */
export type IsCancelled = () => boolean;

const SETTERS: Readonly<Record<Variable['type'], string>> = {
  VARCHAR: 'CAST(? AS VARCHAR)',
  INTEGER: 'CAST(? AS INTEGER)',
  'INTEGER[]': "list_transform(list_filter(string_split(CAST(? AS VARCHAR), ','), x -> x <> ''), x -> CAST(x AS INTEGER))",
};

/** The engine behind one narrow door: static statements, bound values, cancellable queries, exact numbers. */
export class Database {
  readonly #bindings: DuckDBBindings;
  readonly #connection: DuckDBConnection;
  readonly #id: number;
  readonly #setters = new Map<VariableName, ReturnType<DuckDBConnection['prepare']>>();
  readonly #bound = new Map<VariableName, Variable['value']>();

  /** @param bindings instantiated, not yet opened */
  constructor(bindings: DuckDBBindings) {
    this.#bindings = bindings;
    bindings.open({ path: ':memory:', query: { castBigIntToDouble: false } });
    this.#connection = bindings.connect();
    this.#id = this.#connection.useUnsafe((_, id) => id);
    for (const script of [settings, macros, tables]) this.execute(script);
  }

  get version(): string {
    return this.#bindings.getVersion();
  }

  /** Runs statements that were written into the program. @throws Error when the engine refuses them */
  execute(script: string): void {
    this.#bindings.runQuery(this.#id, script);
  }

  /** Appends an Arrow stream to an existing table. The bytes are given away. */
  append(table: string, stream: Uint8Array): void {
    this.#connection.insertArrowFromIPCStream(stream, { name: table, create: false });
  }

  /** Runs `work` in one transaction: all of it becomes visible, or nothing. */
  transaction(work: () => void): void {
    this.execute('BEGIN TRANSACTION');
    try {
      work();
      this.execute('COMMIT');
    } catch (error) {
      this.execute('ROLLBACK');
      throw error;
    }
  }

  /** Binds variables that statements read with `getvariable`. */
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

  /**
   * Runs a statement of the program step by step, so that messages are heard in between.
   * @returns all rows; `cancelled` when the caller asked for it meanwhile
   */
  async query(statement: string, isCancelled: IsCancelled): Promise<Outcome<readonly Row[]>> {
    const table = await this.#run(statement, isCancelled);
    return table.ok ? done(rowsOf(table.value)) : table;
  }

  /** The same for a result of INTEGER and DOUBLE columns without NULL: each as one array. */
  async columns(statement: string, isCancelled: IsCancelled): Promise<Outcome<NumberColumns>> {
    const table = await this.#run(statement, isCancelled);
    return table.ok ? done(columnsOf(table.value)) : table;
  }

  async #run(statement: string, isCancelled: IsCancelled): Promise<Outcome<Table>> {
    let header = this.#bindings.startPendingQuery(this.#id, statement, false);
    while (header === null) {
      await nextMessage();
      if (isCancelled()) {
        this.#bindings.cancelPendingQuery(this.#id);
        return failed(failure('cancelled'));
      }
      header = this.#bindings.pollPendingQuery(this.#id);
    }
    const parts = [header];
    for (;;) {
      const part = this.#bindings.fetchQueryResults(this.#id);
      if (part === null || part.length === 0) break;
      parts.push(part);
    }
    return done(new Table([...RecordBatchReader.from(parts)]));
  }
}

function columnsOf(table: Table): NumberColumns {
  return Object.fromEntries(
    table.schema.fields.map(({ name }) => {
      const vector = table.getChild(name);
      const values: unknown = vector?.toArray();
      const isWhole = vector?.nullCount === 0 && (values instanceof Int32Array || values instanceof Float64Array);
      if (!isWhole) throw new TypeError(`${name} is no column of numbers`);
      return [name, values];
    }),
  );
}

function rowsOf(table: Table): Row[] {
  const columns = table.schema.fields.map((field) => ({ name: field.name, vector: table.getChild(field.name) }));
  const rows: Row[] = [];
  for (let i = 0; i < table.numRows; i++) {
    const row: Record<string, number | string | null> = {};
    for (const { name, vector } of columns) row[name] = exact(vector?.get(i));
    rows.push(row);
  }
  return rows;
}

function exact(value: unknown): number | string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`integer beyond 2^53: ${String(value)}`);
    return number;
  }
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`a ${typeof value} from the engine`);
}
