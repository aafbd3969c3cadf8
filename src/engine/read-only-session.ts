import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { type DataType, type Table, Type } from 'apache-arrow';
import { type Failure, failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { RefusedCalls } from '../explore/allowed-functions.ts';
import tableFunctions from '../explore/definitions/table-functions.sql?raw';
import { asText, firstRows, withoutEnd } from '../explore/guarded-statement.ts';
import type { SqlAnswer } from '../explore/sql-answer.ts';
import type { Variable } from '../metrics/scope.ts';
import { engineFailure } from './engine-failure.ts';
import { type IsCancelled, pendingQuery } from './pending-query.ts';
import { Variables } from './variables.ts';

/** What the engine says to a statement that would write, or that is not one statement. */
const NOT_READING = /read-only|multiple statements|Permission Error/iu;

/** A connection of its own for statements a user wrote: one SELECT at a time, in a transaction that cannot write. */
export class ReadOnlySession {
  readonly #bindings: DuckDBBindings;
  readonly #connection: DuckDBConnection;
  readonly #id: number;
  readonly #variables: Variables;
  readonly #refusedCalls: RefusedCalls;

  constructor(bindings: DuckDBBindings) {
    this.#bindings = bindings;
    this.#connection = bindings.connect();
    this.#id = this.#connection.useUnsafe((_, id) => id);
    this.#variables = new Variables(this.#connection);
    this.#refusedCalls = new RefusedCalls(namesIn(this.#connection.query(tableFunctions)));
  }

  /** Binds what the statements of the app read, so that these can be run here too. */
  bind(variables: readonly Variable[]): void {
    this.#variables.bind(variables);
  }

  /**
   * Runs one SELECT and gives its first rows as the engine writes them.
   * @param most rows given at most
   * @returns `sql_refused` for anything but one SELECT and for one that calls what may not be called, `sql_wrong` with the engine's words, `cancelled`, or
   * `engine_stopped` where it took all memory
   */
  async run(text: string, most: number, isCancelled: IsCancelled): Promise<Outcome<SqlAnswer>> {
    this.#bindings.runQuery(this.#id, 'BEGIN TRANSACTION READ ONLY');
    const outcome = await this.#read(withoutEnd(text), most, isCancelled).catch((error: unknown) => engineFailure(withOwnLines(error), 'sql_wrong'));
    if (outcome.ok || outcome.failure.code !== 'engine_stopped') this.#bindings.runQuery(this.#id, 'ROLLBACK');
    return outcome;
  }

  async #read(select: string, most: number, isCancelled: IsCancelled): Promise<Outcome<SqlAnswer>> {
    const refusal = this.#refusal(select);
    if (refusal !== null) return failed(refusal);
    const head = await pendingQuery(this.#bindings, this.#id, firstRows(select, 0), isCancelled);
    if (!head.ok) return head;
    const rows = await pendingQuery(this.#bindings, this.#id, asText(select, most + 1), isCancelled);
    return rows.ok ? done(answerOf(head.value, rows.value, most)) : rows;
  }

  /** Null for what calls nothing that may not be called, and is one SELECT both by itself and between the brackets it will run in. */
  #refusal(statement: string): Failure | null {
    // Before anything is prepared: some functions do their work there already.
    const call = this.#refusedCalls.find(statement);
    if (call !== null) return failure('sql_refused', { function: call });
    const inBrackets = this.#preparing(firstRows(statement, 0));
    const alone = this.#preparing(statement);
    if (inBrackets === null && alone === null) return null;
    if (alone === null || NOT_READING.test(alone)) return failure('sql_refused', { detail: alone ?? '' });
    return failure('sql_wrong', { detail: alone });
  }

  /** What the engine says against the statement; null where it takes it. Nothing is run. */
  #preparing(statement: string): string | null {
    try {
      this.#bindings.closePrepared(this.#id, this.#bindings.createPrepared(this.#id, statement));
      return null;
    } catch (error) {
      if (error instanceof Error) return error.message;
      throw error;
    }
  }
}

function namesIn(table: Table): string[] {
  return Array.from(table.getChild('name') as Iterable<unknown>, String);
}

/** The error with the line numbers of the statement between the brackets. */
function withOwnLines(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return new Error(error.message.replaceAll(/^LINE (\d+):/gmu, (_, line: string) => `LINE ${String(Number(line) - 1)}:`), { cause: error });
}

function answerOf(head: Table, rows: Table, most: number): SqlAnswer {
  const columns = head.schema.fields.map(({ name, type }) => ({ name, isNumber: isNumber(type as DataType) }));
  const vectors = columns.map((_, index) => rows.getChildAt(index));
  const count = Math.min(rows.numRows, most);
  return {
    columns,
    rows: Array.from({ length: count }, (_, row) => vectors.map((vector) => (vector?.get(row) ?? null) as string | null)),
    isCut: rows.numRows > most,
  };
}

function isNumber({ typeId }: DataType): boolean {
  return typeId === Type.Int || typeId === Type.Float || typeId === Type.Decimal;
}
