// The worker of the bare page: boots the engine the way its documentation shows and answers one query.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- declares a module for this compiler world
/// <reference path="../../../src/engine/blocking-build.d.ts" />
import { BROWSER_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';

const MODULE_URL = 'http://engine.invalid/duckdb-eh.wasm';

async function boot(wasm: ArrayBuffer): Promise<string> {
  const bundle = { mainModule: MODULE_URL, mainWorker: '' };
  const platformFetch = self.fetch.bind(self);
  self.fetch = () => Promise.resolve(new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } }));
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), BROWSER_RUNTIME);
  await engine.instantiate(() => undefined);
  self.fetch = platformFetch;
  engine.open({ path: ':memory:' });
  engine.connect().query('SELECT 1');
  return engine.getVersion();
}

self.onmessage = (event: MessageEvent<ArrayBuffer>) => {
  void boot(event.data).then((version) => self.postMessage(version));
};
