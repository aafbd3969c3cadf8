import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Synthetic months on disk. */
export interface SampleSet {
  /** Paths in the order of names. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly records: number;
}

interface SetShape {
  readonly folder: string;
  readonly months: number;
  /** Records a month, over all its files. */
  readonly records: number;
  readonly filesPerMonth: number;
}

/** What is measured with; kept out of git. */
export const BENCH_FOLDER = '.cache/bench';
const GENERATOR = 'tools/sample';
const STAMP = 'made-from.txt';

const SHAPES = {
  reference: { folder: 'reference', months: 24, records: 12_000, filesPerMonth: 1 },
  tenth: { folder: 'tenth', months: 24, records: 1200, filesPerMonth: 1 },
  tenfold: { folder: 'tenfold', months: 24, records: 120_000, filesPerMonth: 1 },
  smallFiles: { folder: 'small-files', months: 2, records: 12_000, filesPerMonth: 144 },
} as const satisfies Record<string, SetShape>;

export type SetName = keyof typeof SHAPES;

/** Makes the sets that are not there from the same generator, side by side. */
export async function makeSets(names: readonly SetName[]): Promise<void> {
  const generator = generatorHash();
  await Promise.all([...new Set(names)].map((name) => makeUnlessKept(SHAPES[name], generator)));
}

/** A set that was made. */
export function sampleSet(name: SetName): SampleSet {
  const { folder, months, records } = SHAPES[name];
  const files = readdirSync(join(BENCH_FOLDER, folder)).filter((file) => file !== STAMP);
  const paths = files.toSorted().map((file) => join(BENCH_FOLDER, folder, file));
  return { files: paths, bytes: paths.reduce((total, path) => total + statSync(path).size, 0), records: months * records };
}

async function makeUnlessKept(shape: SetShape, generator: string): Promise<void> {
  const folder = join(BENCH_FOLDER, shape.folder);
  const stamp = join(folder, STAMP);
  const args = [
    ['--out', resolve(folder)],
    ['--months', shape.months],
    ['--records', shape.records],
    ['--files-per-month', shape.filesPerMonth],
    ['--encoding', 'cp932'],
    ['--quote', 'filled'],
    ['--no-planted'],
  ].flat().map(String);
  const origin = `${args.join(' ')}\n${generator}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === origin) return;
  rmSync(folder, { recursive: true, force: true });
  console.log(`Making the set ${shape.folder} …`);
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', join(GENERATOR, 'make-sample.ts'), ...args], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the set ${shape.folder} could not be made`);
  writeFileSync(stamp, origin);
}

function generatorHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(GENERATOR).toSorted()) hash.update(name).update(readFileSync(join(GENERATOR, name)));
  return hash.digest('hex');
}
