import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as blocking from '@duckdb/duckdb-wasm/blocking';
import { Database } from '../../src/engine/database.ts';

type Blocking = typeof blocking;

/** The shipped engine (the same wasm as in the browser) in this process. */
export async function openEngine(): Promise<Database> {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as Blocking;
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = (name: string) => ({ mainModule: join(folder, name), mainWorker: '' });
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate(() => undefined);
  return new Database(bindings);
}
