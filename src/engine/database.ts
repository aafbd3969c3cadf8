import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { Table, Vector } from 'apache-arrow';
import { type Outcome, done } from '../core/outcome.ts';
import type { Variable } from '../metrics/scope.ts';
import { type IsCancelled, POLLING_MS, pendingQuery } from './pending-query.ts';
import { ReadOnlySession } from './read-only-session.ts';
import macros from './schema/macros.sql?raw';
import settings from './schema/settings.sql?raw';
import tables from './schema/tables.sql?raw';
import { Variables } from './variables.ts';

/** A row of a result: integers are exact, NULL is null. */
export type Row = Readonly<Record<string, number | string | null>>;

/** The columns of a result that holds nothing but numbers, without NULL: INTEGER as they are, DOUBLE and BIGINT as exact numbers. */
export type NumberColumns = Readonly<Record<string, Int32Array | Float64Array>>;

/** Bindings have it, and their type does not tell. */
interface WithModule {
  readonly mod: { readonly HEAPU8: Uint8Array };
}

/** The engine behind one narrow door: static statements, bound values, cancellable queries, exact numbers. */
export class Database {
  readonly #bindings: DuckDBBindings;
  readonly #connection: DuckDBConnection;
  readonly #id: number;
  readonly #variables: Variables;

  /** @param bindings instantiated, not yet opened */
  constructor(bindings: DuckDBBindings) {
    this.#bindings = bindings;
    bindings.open({ path: ':memory:', query: { castBigIntToDouble: false, queryPollingInterval: POLLING_MS } });
    this.#connection = bindings.connect();
    this.#id = this.#connection.useUnsafe((_, id) => id);
    this.#variables = new Variables(this.#connection);
    for (const script of [settings, macros, tables]) this.execute(script);
  }

  get version(): string {
    return this.#bindings.getVersion();
  }

  /** The engine's memory in bytes; it grows and never shrinks. */
  get bytesTaken(): number {
    return (this.#bindings as DuckDBBindings & WithModule).mod.HEAPU8.byteLength;
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
    this.#variables.bind(variables);
  }

  /**
   * Runs a statement of the program step by step, so that messages are heard in between.
   * @returns all rows; `cancelled` when the caller asked for it meanwhile
   */
  async query(statement: string, isCancelled: IsCancelled): Promise<Outcome<readonly Row[]>> {
    const result = await pendingQuery(this.#bindings, this.#id, statement, isCancelled);
    return result.ok ? done(rowsOf(result.value)) : result;
  }

  /** The same for a result of INTEGER, BIGINT and DOUBLE columns without NULL: each as one array. */
  async columns(statement: string, isCancelled: IsCancelled): Promise<Outcome<NumberColumns>> {
    const result = await pendingQuery(this.#bindings, this.#id, statement, isCancelled);
    return result.ok ? done(columnsOf(result.value)) : result;
  }

  /** Opens a connection for statements that users write. */
  readOnlySession(): ReadOnlySession {
    return new ReadOnlySession(this.#bindings);
  }
}

function columnsOf(table: Table): NumberColumns {
  return Object.fromEntries(
    table.schema.fields.map(({ name }) => {
      const vector = table.getChild(name);
      const values = exactValues(vector);
      const isWhole = vector?.nullCount === 0 && (values instanceof Int32Array || values instanceof Float64Array);
      if (!isWhole) throw new TypeError(`${name} is no column of numbers`);
      return [name, values];
    }),
  );
}

function rowsOf(table: Table): Row[] {
  const columns = table.schema.fields.map(({ name }) => ({ name, values: exactValues(table.getChild(name)) }));
  const rows: Row[] = [];
  for (let i = 0; i < table.numRows; i++) {
    const row: Record<string, number | string | null> = {};
    for (const { name, values } of columns) row[name] = values[i] as number | string | null;
    rows.push(row);
  }
  return rows;
}

/** @throws RangeError for an integer beyond 2^53; TypeError for what is neither number nor text */
function exactValues(vector: Vector | null): ArrayLike<number | string | null> {
  if (vector === null) return [];
  const values: unknown = vector.nullCount === 0 ? vector.toArray() : null;
  if (values instanceof BigInt64Array) return exactNumbers(values);
  if (values instanceof Int32Array || values instanceof Float64Array) return values;
  return Array.from(vector, exact);
}

/** Reads 64-bit integers by their halves, which takes a tenth of the time of making each a bigint. */
function exactNumbers(integers: BigInt64Array): Float64Array {
  const halves = new Int32Array(integers.buffer, integers.byteOffset, 2 * integers.length);
  const numbers = new Float64Array(integers.length);
  for (let i = 0; i < numbers.length; i++) {
    const low = halves[2 * i] as number;
    const number = (halves[2 * i + 1] as number) * 2 ** 32 + (low >>> 0);
    if (!Number.isSafeInteger(number)) throw new RangeError(`integer beyond 2^53: ${String(integers[i])}`);
    numbers[i] = number;
  }
  return numbers;
}

function exact(value: unknown): number | string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return exactNumbers(BigInt64Array.of(value))[0] as number;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`a ${typeof value} from the engine`);
}
