import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Database } from '../../src/engine/database.ts';

/** The shipped engine (the same wasm as in the browser) in this process. */
export async function openEngine(): Promise<Database> {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as typeof import('@duckdb/duckdb-wasm/blocking');
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
