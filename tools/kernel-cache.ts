import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = '.cache/kernels';

/** What was compiled, and a hash of each file the compiler asked for; null where there was none. */
interface Kept {
  readonly inputs: Readonly<Record<string, string | null>>;
  readonly output: string;
}

/** Keeps what takes seconds to compile, as long as no file that the compiler read has changed. */
export class KernelCache {
  readonly #path: string;

  /** @param compiler all that decides about the outcome beside the files: entry, options, version */
  constructor(compiler: readonly string[], folder = FOLDER) {
    this.#path = join(folder, `${hashOf(JSON.stringify(compiler))}.json`);
  }

  /** Null where nothing is kept, or not of these files. */
  find(): string | null {
    if (!existsSync(this.#path)) return null;
    const { inputs, output } = JSON.parse(readFileSync(this.#path, 'utf8')) as Kept;
    const isSame = Object.entries(inputs).every(([path, hash]) => hash === fileHash(path));
    return isSame ? output : null;
  }

  /** @param paths of all files that the compiler asked for */
  keep(paths: Iterable<string>, output: string): void {
    const kept: Kept = { inputs: Object.fromEntries([...paths].map((path) => [path, fileHash(path)])), output };
    mkdirSync(dirname(this.#path), { recursive: true });
    // Processes that compile at the same time each put a whole file in its place.
    const written = `${this.#path}.${process.pid.toString()}`;
    writeFileSync(written, JSON.stringify(kept));
    renameSync(written, this.#path);
  }
}

function fileHash(path: string): string | null {
  return existsSync(path) ? hashOf(readFileSync(path)) : null;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
