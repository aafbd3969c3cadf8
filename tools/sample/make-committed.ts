import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readOptions } from './make-sample.ts';
import { writeSample, type FileCounts } from './write-sample.ts';

const ARGUMENTS = ['--seed', '9', '--from', '2024-04', '--months', '6', '--records', '150', '--no-planted'];
const COUNTED = ['records', 'loaded', 'quarantined', 'duplicates', 'superseded', 'continued', 'blank'] as const;

/** The small set under sample-data, and the counts it was planted with: for all files loaded together in the order of names. */
export function writeCommitted(directory: string): void {
  const options = readOptions(['--out', directory, ...ARGUMENTS]);
  if (typeof options === 'string') throw new Error(options);
  const { files, totals } = writeSample(options);
  const { items, ...rest } = totals;
  const manifest = {
    command: `npm run sample -- --out sample-data ${ARGUMENTS.join(' ')}`,
    grain: options.grain,
    files: files.map((file) => ({ ...file, sha256: createHash('sha256').update(readFileSync(join(directory, file.name))).digest('hex') })),
    totals: { ...sums(files), distinctItems: Object.keys(items).filter((id) => id !== '未分類').length, ...rest },
  };
  writeFileSync(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}

function sums(files: readonly FileCounts[]): Record<string, number> {
  return Object.fromEntries(COUNTED.map((count) => [count, files.reduce((sum, file) => sum + file[count], 0)]));
}

const DIRECTORY = fileURLToPath(new URL('../../sample-data/', import.meta.url));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeCommitted(DIRECTORY);
