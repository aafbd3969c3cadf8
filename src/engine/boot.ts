import { BROWSER_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { Database } from './database.ts';

/** Never requested: the bytes answer it. The host cannot exist. */
const MODULE_URL = 'http://local.invalid/duckdb-eh.wasm';

/** Starts the engine from its wasm. While it instantiates, this worker's `fetch` answers the module's address from the bytes. */
export async function bootEngine(wasm: ArrayBuffer): Promise<Outcome<Database>> {
  const bundle = { mainModule: MODULE_URL, mainWorker: '' };
  const platformFetch = self.fetch.bind(self);
  self.fetch = () => Promise.resolve(new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } }));
  try {
    const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), BROWSER_RUNTIME);
    await bindings.instantiate(() => undefined);
    return done(new Database(bindings));
  } catch (error) {
    if (error instanceof Error) return failed(failure('engine_unavailable', { detail: error.message }));
    throw error;
  } finally {
    self.fetch = platformFetch;
  }
}
