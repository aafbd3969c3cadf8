import { fileURLToPath } from 'node:url';
import { type Plugin, defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { kernelPlugin } from './tools/kernel-plugin.ts';

const BLOCKING_BUILD = '@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';

/**
 * The engine's glue code evaluates text only to load extensions, which this app never does and its
 * Content-Security-Policy forbids. As indirect calls they do not keep the bundler from joining the modules.
 */
const indirectEval: Plugin = {
  name: 'indirect-eval',
  transform: {
    filter: { id: /duckdb-browser-blocking/u },
    handler: (code) => ({ code: code.replaceAll(/\beval\(/gu, '(0,eval)('), map: null }),
  },
};

/** What page and workers are bundled with; `tools/build.ts` adds the entry of each. */
export default defineConfig({
  plugins: [solid(), kernelPlugin(), indirectEval],
  resolve: {
    alias: {
      // Shipped in the package but not exported by it.
      [BLOCKING_BUILD]: fileURLToPath(new URL(`node_modules/${BLOCKING_BUILD}`, import.meta.url)),
      // Asked for only under Node.
      'node:worker_threads': fileURLToPath(new URL('tools/stand-ins/worker-threads.ts', import.meta.url)),
    },
  },
  publicDir: false,
});
