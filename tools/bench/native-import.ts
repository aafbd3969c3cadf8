import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, closeSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { FIELD_COUNT } from '../../src/layout/fields.ts';
import { FIELD } from '../../src/layout/kept.ts';
import { nativeEngine } from './native-engine.ts';
import { BENCH_FOLDER, type SampleSet } from './sample-sets.ts';

const UTF8_FOLDER = join(BENCH_FOLDER, 'utf8');

/** The 14 columns the figures are made of. */
const COLUMNS: readonly number[] = [
  FIELD.claimKey,
  FIELD.feeTable,
  FIELD.provider,
  FIELD.insurer,
  FIELD.pointsDelta,
  FIELD.requestMonth,
  FIELD.doubtKind,
  FIELD.reasonName,
  FIELD.reasonCode,
  FIELD.reasonSupplement,
  FIELD.reasonText,
  FIELD.resultMonth,
  FIELD.resultName,
  FIELD.resultCode,
];

export function hasIconv(): boolean {
  return spawnSync('iconv', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * The native way: `iconv` to UTF-8, a file a core at a time, then DuckDB's `read_csv` of 14 columns into a table, with
 * all threads. @returns milliseconds for both
 */
export async function importNatively(set: SampleSet): Promise<number> {
  rmSync(UTF8_FOLDER, { recursive: true, force: true });
  mkdirSync(UTF8_FOLDER, { recursive: true });
  const instance = await nativeEngine().DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const begin = performance.now();
    const converted = await convertAll(set.files);
    await connection.run(`CREATE TABLE record AS SELECT ${COLUMNS.map(columnName).join(', ')} FROM ${readCsv(converted)}`);
    const ms = performance.now() - begin;
    const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM record');
    const records = counted.getRows()[0]?.[0];
    if (records !== set.records) throw new Error(`natively ${String(records)} records were read, not ${set.records}`);
    return ms;
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(UTF8_FOLDER, { recursive: true, force: true });
  }
}

async function convertAll(files: readonly string[]): Promise<string[]> {
  const waiting = files.map((from) => ({ from, to: join(UTF8_FOLDER, basename(from)) }));
  const converted = waiting.map(({ to }) => to);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await convert(next.from, next.to);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return converted;
}

async function convert(from: string, to: string): Promise<void> {
  const target = openSync(to, 'w');
  try {
    const child = spawn('iconv', ['-f', 'CP932', '-t', 'UTF-8', from], { stdio: ['ignore', target, 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`iconv could not convert ${from}`);
  } finally {
    closeSync(target);
  }
}

function readCsv(files: readonly string[]): string {
  const columns = Array.from({ length: FIELD_COUNT }, (_, index) => `${columnName(index + 1)}: 'VARCHAR'`);
  const names = files.map((file) => `'${file.replaceAll("'", "''")}'`);
  return `read_csv([${names.join(', ')}], columns = {${columns.join(', ')}}, auto_detect = false, header = true,
    delim = ',', quote = '"', escape = '"')`;
}

/** 22 names occur twice, so columns are named by number. */
function columnName(field: number): string {
  return `field_${field}`;
}
