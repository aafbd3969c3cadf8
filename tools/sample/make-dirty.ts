import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DirtyCase } from './dirty-case.ts';
import { continuationCases, lineCases } from './dirty-lines.ts';
import { quoteCases } from './dirty-quotes.ts';
import { wholeFileCases } from './dirty-refused.ts';
import { setCases } from './dirty-sets.ts';
import { valueCases } from './dirty-values.ts';

/** Every case of sample-data/dirty, each to be loaded on its own, its files in the order of names. */
export function dirtyCases(): DirtyCase[] {
  return [...wholeFileCases(), ...valueCases(), ...lineCases(), ...continuationCases(), ...quoteCases(), ...setCases()];
}

export function writeDirty(directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory)) rmSync(join(directory, name));
  const cases = dirtyCases().map(({ about, files, warnings }) => {
    for (const file of files) writeFileSync(join(directory, file.name), file.bytes);
    return { about, warnings, files: files.map(({ name, expect }) => ({ name, ...expect })) };
  });
  writeFileSync(join(directory, 'manifest.json'), `${JSON.stringify({ cases }, null, 1)}\n`);
}

const DIRECTORY = fileURLToPath(new URL('../../sample-data/dirty/', import.meta.url));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeDirty(DIRECTORY);
