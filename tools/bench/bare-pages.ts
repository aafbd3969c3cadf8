import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWorker } from '../build.ts';
import { BENCH_FOLDER } from './sample-sets.ts';

export const BARE_FOLDER = join(BENCH_FOLDER, 'bare');
export const BARE_PORTABLE = join(BARE_FOLDER, 'portable.html');
const STAMP = join(BARE_FOLDER, 'made-from.txt');
const ENGINE_WASM = 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';

/**
 * Pages that do nothing but boot the same engine in a worker started from a Blob: one that fetches the parts from
 * beside it, one that holds them gzipped as base64.
 */
export async function makeBarePages(): Promise<void> {
  const script = await bundleWorker('bare-page', 'tools/bench/in-page/bare-page.ts');
  const engine = await bundleWorker('bare-engine', 'tools/bench/in-page/bare-engine.ts');
  const wasm = readFileSync(ENGINE_WASM);
  const origin = createHash('sha256').update(script).update(engine).update(wasm).digest('hex');
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== origin) {
    rmSync(BARE_FOLDER, { recursive: true, force: true });
    mkdirSync(BARE_FOLDER, { recursive: true });
    const parts: Readonly<Record<string, Uint8Array>> = { engine: Buffer.from(engine), duckdb: wasm };
    for (const [name, bytes] of Object.entries(parts)) writeFileSync(join(BARE_FOLDER, name), bytes);
    const beside = (name: string): string => `<script type="text/plain" data-asset="${name}" data-path="${name}"></script>`;
    const inside = (name: string, bytes: Uint8Array): string =>
      `<script type="text/plain" data-asset="${name}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>`;
    writeFileSync(join(BARE_FOLDER, 'page.js'), script);
    writeFileSync(join(BARE_FOLDER, 'index.html'), page(Object.keys(parts).map(beside), '<script src="page.js"></script>'));
    writeFileSync(BARE_PORTABLE, page(Object.entries(parts).map(([name, bytes]) => inside(name, bytes)), `<script>${script}</script>`));
    writeFileSync(STAMP, origin);
  }
}

function page(assets: readonly string[], script: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8" /></head><body>\n${assets.join('\n')}\n${script}\n</body></html>\n`;
}
