// Loaded through Vite, because the app takes its SQL into the build as text.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { DataType, tableFromIPC } from 'apache-arrow';
import { type Outcome, done } from '../../src/core/outcome.ts';
import type { Database, NumberColumns, Row } from '../../src/engine/database.ts';
import macros from '../../src/engine/schema/macros.sql?raw';
import tables from '../../src/engine/schema/tables.sql?raw';
import { createWorkbench, type Workbench } from '../../src/engine/workbench.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { Variable } from '../../src/metrics/scope.ts';
import { type NativeConnection, nativeEngine } from './native-engine.ts';

const CHUNK_ROWS = 2048;
const WATCH = { progress: () => undefined, isCancelled: () => false };

/** The app's engine work on native DuckDB with one thread: same records, same statements, same answers. */
export class NativeWorkbench {
  readonly version: string;
  readonly #database: NativeDatabase;
  readonly #workbench: Workbench;

  static async load(files: readonly string[]): Promise<NativeWorkbench> {
    const database = await NativeDatabase.open();
    const native = new NativeWorkbench(database, await database.version());
    for (const file of files) await native.#stage(file);
    const loaded = await native.#workbench.commit();
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
    return native;
  }

  private constructor(database: NativeDatabase, version: string) {
    this.version = version;
    this.#database = database;
    // The workbench uses the database's public face only.
    this.#workbench = createWorkbench(database as unknown as Database);
  }

  /**
   * Answers a call of the app for a table. `ms` is the time of its statements, from their text to their rows.
   * @param round answers of another round are not taken from what was kept
   */
  async table([scope, ...others]: readonly unknown[], round: number): Promise<{ ms: number; total: unknown; lines: number }> {
    this.#database.queryMs = 0;
    const asked = [{ ...(scope as object), round }, ...others];
    const answer = await this.#workbench.table(...(asked as unknown as Parameters<Workbench['table']>));
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return { ms: this.#database.queryMs, total: answer.value.total, lines: answer.value.lines.length };
  }

  async #stage(file: string): Promise<void> {
    const chunks = createReadStream(file, { highWaterMark: 4 << 20 }) as AsyncIterable<Uint8Array>;
    const source = { name: basename(file), chunks };
    const block = await importFile(source, { encoding: null }, WATCH);
    if (!block.ok) throw new Error(JSON.stringify(block.failure));
    await this.#workbench.stage(block.value);
  }
}

/** Stands in for the app's `Database`. What the app does at once waits here in a line, which a query waits for. */
class NativeDatabase implements Pick<Database, 'execute' | 'append' | 'transaction' | 'bind' | 'query' | 'columns'> {
  /** Milliseconds spent in queries since it was last set. */
  queryMs = 0;
  readonly #connection: NativeConnection;
  #last: Promise<unknown> = Promise.resolve();

  static async open(): Promise<NativeDatabase> {
    const instance = await nativeEngine().DuckDBInstance.create(':memory:', { threads: '1' });
    const database = new NativeDatabase(await instance.connect());
    for (const script of [macros, tables]) database.execute(script);
    return database;
  }

  private constructor(connection: NativeConnection) {
    this.#connection = connection;
  }

  async version(): Promise<string> {
    const rows = await this.#connection.runAndReadAll('SELECT version()');
    return String(rows.getRows()[0]?.[0]);
  }

  execute(script: string): void {
    this.#next(() => this.#connection.run(script));
  }

  transaction(work: () => void): void {
    this.execute('BEGIN TRANSACTION');
    work();
    this.execute('COMMIT');
  }

  append(table: string, stream: Uint8Array): void {
    this.#next(() => this.#append(table, stream));
  }

  bind(variables: readonly Variable[]): void {
    for (const { name, type, value } of variables) {
      const literal = value === null ? 'NULL' : type === 'INTEGER[]' ? `[${value}]` : `'${value}'`;
      this.execute(`SET VARIABLE ${name} = CAST(${literal} AS ${type})`);
    }
  }

  async query(statement: string): Promise<Outcome<readonly Row[]>> {
    await this.#last;
    const begin = performance.now();
    const result = await this.#connection.runAndReadAll(statement);
    const rows = result.getRowObjects();
    this.queryMs += performance.now() - begin;
    return done(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, exact(value)]))));
  }

  async columns(statement: string): Promise<Outcome<NumberColumns>> {
    await this.#last;
    const begin = performance.now();
    const result = await this.#connection.runAndReadAll(statement);
    const columns = result.getColumnsObject();
    this.queryMs += performance.now() - begin;
    return done(Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, numbers(values)])));
  }

  async #append(table: string, stream: Uint8Array): Promise<void> {
    const arrow = tableFromIPC(stream);
    const types = arrow.schema.fields.map(({ type }) => (DataType.isInt(type) && type.bitWidth === 64 ? nativeEngine().BIGINT : nativeEngine().INTEGER));
    const columns = types.map((_, index) => (arrow.getChildAt(index)?.toArray() ?? []) as Int32Array | BigInt64Array);
    const appender = await this.#connection.createAppender(table);
    for (let at = 0; at < arrow.numRows; at += CHUNK_ROWS) {
      const chunk = nativeEngine().DuckDBDataChunk.create(types);
      chunk.setColumns(columns.map((column) => [...column.subarray(at, at + CHUNK_ROWS)]));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  #next(step: () => Promise<unknown>): void {
    this.#last = this.#last.then(step);
    // A failure reaches the query that waits; until then it is not unhandled.
    this.#last.catch(() => undefined);
  }
}

function exact(value: unknown): number | string | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** As the engine in the browser gives them: BIGINT as exact numbers, INTEGER as they are. */
function numbers(values: readonly unknown[]): Int32Array | Float64Array {
  return typeof values[0] === 'bigint' ? Float64Array.from(values, Number) : Int32Array.from(values as readonly number[]);
}
