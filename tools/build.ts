import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type InlineConfig, type Rolldown, build as bundle } from 'vite';
import { zipFiles } from './zip-files.ts';

const OUT = 'dist';
const PORTABLE = 'saishinsa-workbench.html';
const ENGINE_WASM = 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';
const STAMP = join(OUT, 'build.txt');

/** What the build is made from; a newer file among them makes it stale. */
const SOURCES = ['src', 'workers', 'public', 'sample-data', 'index.html', 'vite.config.ts', 'package-lock.json', 'tools/build.ts', 'tools/kernel-plugin.ts', 'tools/kernel-cache.ts'];

/** A part of the app beside the page's own script. */
interface Part {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

interface Page {
  readonly script: string;
  readonly styles: string;
}

/** Writes `dist/` for any static server and `dist/saishinsa-workbench.html` for a double click, from the same parts. */
export async function build(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(join(OUT, 'assets'), { recursive: true });
  const [page, reader, engine, report] = [
    await bundlePage(),
    await bundleWorker('reader', 'workers/reader.worker.ts'),
    await bundleWorker('engine', 'workers/engine.worker.ts'),
    await bundleWorker('report', 'workers/report.worker.ts'),
  ];
  const parts: readonly Part[] = [
    part('reader', 'js', Buffer.from(reader)),
    part('engine', 'js', Buffer.from(engine)),
    part('report', 'js', Buffer.from(report)),
    part('duckdb', 'wasm', readFileSync(ENGINE_WASM)),
    part('samples', 'zip', zipSamples()),
  ];
  writeServed(page, parts);
  writePortable(page, parts);
  if (existsSync('public')) cpSync('public', OUT, { recursive: true });
  writeFileSync(STAMP, `${fingerprint()}\n`);
}

/** Builds unless `dist/` was made from what is here now. @returns whether it built */
export async function buildIfStale(): Promise<boolean> {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === fingerprint()) return false;
  await build();
  return true;
}

async function bundlePage(): Promise<Page> {
  const output = await bundled('src/main.tsx', 'page');
  const styles = output.find((each) => each.type === 'asset' && each.fileName.endsWith('.css'));
  return { script: classicScript(output), styles: styles?.type === 'asset' ? String(styles.source) : '' };
}

export async function bundleWorker(name: string, entry: string): Promise<string> {
  return classicScript(await bundled(entry, name));
}

/** One script that needs no module loader: module scripts do not run from a folder. */
function classicScript(output: Rolldown.RolldownOutput['output']): string {
  const [chunk, ...others] = output.filter((each) => each.type === 'chunk');
  if (chunk === undefined || others.length > 0 || chunk.imports.length > 0 || chunk.exports.length > 0) {
    throw new Error('the bundle must be a single script that stands alone');
  }
  return `(() => {"use strict";${chunk.code}})();`;
}

async function bundled(entry: string, name: string): Promise<Rolldown.RolldownOutput['output']> {
  const config: InlineConfig = {
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: { input: { [name]: entry }, output: { format: 'es', codeSplitting: false } },
    },
  };
  const result = await bundle(config);
  const [first] = Array.isArray(result) ? result : [result];
  if (!('output' in first)) throw new Error(`nothing was built from ${entry}`);
  return first.output;
}

function writeServed(page: Page, parts: readonly Part[]): void {
  const script = part('app', 'js', Buffer.from(page.script));
  const styles = part('app', 'css', Buffer.from(page.styles));
  for (const { file, bytes } of [script, styles, ...parts]) writeFileSync(join(OUT, file), bytes);
  const policy = contentPolicy({ script: "'self'", style: "'self'", connect: "'self'" });
  writePage('index.html', policy, {
    styles: `<link rel="stylesheet" href="${styles.file}" />`,
    assets: parts
      .map(({ name, file, bytes }) => `<script type="text/plain" data-asset="${name}" data-path="${file}" data-bytes="${bytes.length}"></script>`)
      .join('\n    '),
    script: `<script src="${script.file}"></script>`,
  });
}

function writePortable(page: Page, parts: readonly Part[]): void {
  // A script element ends at its first closing tag, wherever that stands.
  const script = page.script.replaceAll('</script', String.raw`<\/script`);
  const policy = contentPolicy({ script: `'${sha256(script)}'`, style: `'${sha256(page.styles)}'`, connect: "'none'" });
  const packed = ({ name, bytes }: Part): string =>
    `<script type="text/plain" data-asset="${name}" data-bytes="${bytes.length}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>`;
  writePage(PORTABLE, policy, {
    styles: `<style>${page.styles}</style>`,
    assets: parts.map(packed).join('\n    '),
    script: `<script>${script}</script>`,
  });
}

function writePage(file: string, policy: string, holes: { styles: string; assets: string; script: string }): void {
  const filled = readFileSync('index.html', 'utf8')
    .replace('<!-- content-security-policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace('<!-- styles -->', () => holes.styles)
    .replace('<!-- assets -->', () => holes.assets)
    .replace('<!-- script -->', () => holes.script);
  writeFileSync(join(OUT, file), filled);
}

/** Nothing from elsewhere, no inline script without its hash, no eval; WebAssembly may be compiled. Workers inherit it. */
function contentPolicy(sources: { script: string; style: string; connect: string }): string {
  return [
    "default-src 'none'",
    `script-src ${sources.script} 'wasm-unsafe-eval'`,
    `style-src ${sources.style}`,
    'worker-src blob:',
    `connect-src ${sources.connect}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function part(name: string, extension: string, bytes: Uint8Array): Part {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { name, bytes, file: `assets/${name}-${hash}.${extension}` };
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function zipSamples(): Uint8Array {
  const names = existsSync('sample-data') ? readdirSync('sample-data').filter((name) => name.endsWith('.csv')).toSorted() : [];
  return zipFiles(names.map((name) => ({ name, bytes: readFileSync(join('sample-data', name)) })));
}

/** Changes whenever a source file changes. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) if (existsSync(source)) for (const file of filesUnder(source)) hash.update(relative('.', file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file:').href) await build();
