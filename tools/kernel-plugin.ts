import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { KernelCache } from './kernel-cache.ts';

const QUERY = '?kernel';

/** Loaded by name: its types would declare AssemblyScript's globals for all tools. */
const COMPILER = 'assemblyscript/asc';

/** What is used of the compiler. */
interface Compiler {
  main(options: readonly string[], host: CompilerHost): Promise<{ readonly error: Error | null }>;
}

interface CompilerHost {
  readFile(name: string, base: string): string | null;
  writeFile(name: string, content: Uint8Array | string): void;
  listFiles(): string[];
  readonly stderr: { write(chunk: Uint8Array | string): boolean };
}

/** Compiles AssemblyScript that is imported with `?kernel` to WebAssembly, given as base64 text. */
export function kernelPlugin(): Plugin {
  const compiled = new Map<string, Promise<string>>();
  return {
    name: 'kernel',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\?kernel$/u },
      handler: (source, importer) => (importer === undefined ? null : resolve(dirname(importer), source.slice(0, -QUERY.length)) + QUERY),
    },
    load: {
      filter: { id: /\?kernel$/u },
      async handler(id) {
        const entry = id.slice(0, -QUERY.length);
        const known = compiled.get(entry) ?? compile(entry);
        compiled.set(entry, known);
        return { code: `export default ${JSON.stringify(await known)};`, map: null, moduleType: 'js' };
      },
    },
  };
}

async function compile(entry: string): Promise<string> {
  const options = ['-O3', '--converge', '--runtime', 'minimal', '--enable', 'simd', '--use', 'abort='];
  const cache = new KernelCache([relative('.', entry), ...options, compilerVersion()]);
  const kept = cache.find();
  if (kept !== null) return kept;
  const asked = new Set<string>();
  const written: Uint8Array[] = [];
  const told: string[] = [];
  const { default: compiler } = (await import(COMPILER)) as { readonly default: Compiler };
  const { error } = await compiler.main([relative('.', entry), ...options, '--outFile', 'kernel.wasm'], {
    readFile: (name, base) => {
      const path = resolve(base, name);
      asked.add(path);
      return read(path);
    },
    writeFile: (_, content) => {
      if (typeof content !== 'string') written.push(content);
    },
    listFiles: () => [],
    stderr: { write: (chunk) => told.push(String(chunk)) > 0 },
  });
  const [wasm] = written;
  if (error !== null || wasm === undefined) {
    throw new Error(`${entry} does not compile:\n${told.join('')}`, { cause: error });
  }
  const text = Buffer.from(wasm).toString('base64');
  cache.keep(asked, text);
  return text;
}

/** Told without loading the compiler, which takes a second. */
function compilerVersion(): string {
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json') as { readonly version: string };
  return version;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
