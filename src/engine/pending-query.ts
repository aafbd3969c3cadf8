import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { RecordBatchReader, Table } from 'apache-arrow';
import { failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';

/** So long the engine runs between two questions whether it is to go on; unless told it takes 100 ms. */
export const POLLING_MS = 8;

/** Asked between the steps of a long query. */
export type IsCancelled = () => boolean;

/**
 * Runs one statement step by step, so that messages are heard in between.
 * @param connection the engine's number of it
 * @returns the whole result; `cancelled` when the caller asked for it meanwhile
 * @throws Error when the engine refuses it
 */
export async function pendingQuery(
  bindings: DuckDBBindings,
  connection: number,
  statement: string,
  isCancelled: IsCancelled,
): Promise<Outcome<Table>> {
  let header = bindings.startPendingQuery(connection, statement, false);
  while (header === null) {
    await nextMessage();
    if (isCancelled()) {
      bindings.cancelPendingQuery(connection);
      return failed(failure('cancelled'));
    }
    header = bindings.pollPendingQuery(connection);
  }
  const parts = [header];
  for (;;) {
    const part = bindings.fetchQueryResults(connection);
    if (part === null || part.length === 0) break;
    parts.push(part);
  }
  return done(new Table([...RecordBatchReader.from(parts)]));
}
