import { readIsoMonth } from '../../src/core/months.ts';
import { createWorkbench, type Workbench } from '../../src/engine/workbench.ts';
import { takeFingerprint } from '../../src/files/take-fingerprint.ts';
import { type ByteSource, importFile } from '../../src/import/import-file.ts';
import type { Table } from '../../src/metrics/figures.ts';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { type Choices, type Dimension, EVERYTHING, type Scope } from '../../src/metrics/scope.ts';
import type { Recognised } from '../../src/records/recognised.ts';
import type { Loaded } from '../../src/records/loaded.ts';
import { type RefusedFile, importRecord, rejectedFile } from '../../src/report/import-files.ts';
import { RECOGNISED_HEAD, recognisedLines } from '../../src/report/recognised-file.ts';
import { checkTypesFile, itemsFile, monthlyFile } from '../../src/report/table-files.ts';
import type { OracleFile, OracleOptions } from '../oracle/oracle.ts';
import { openEngine } from '../sql/open-engine.ts';

const ODD_PAGE = 7919;
const SILENT = { fault: () => '', refusal: () => '' };
const WATCH = { progress: () => undefined, isCancelled: () => false };

/** Cuts bytes into chunks of the given length, all in the same memory: what is kept of one without a copy comes out as quotes. */
export async function* inChunks(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(Math.min(length, bytes.length));
  for (let at = 0; at < bytes.length; at += length) {
    const part = bytes.subarray(at, at + length);
    memory.set(part);
    yield await Promise.resolve(memory.subarray(0, part.length));
    memory.fill(0x22);
  }
}

export interface AppState {
  readonly workbench: Workbench;
  readonly loaded: Loaded;
  /** SHA-256 of the loaded files. */
  readonly sha256: readonly string[];
  readonly refused: readonly RefusedFile[];
}

/** Reads files with the app's own reader and engine, in this process. */
export async function loadIntoApp(files: readonly OracleFile[], chunk = 1 << 16): Promise<AppState> {
  const workbench = createWorkbench(await openEngine());
  const refused: RefusedFile[] = [];
  const sha256: string[] = [];
  for (const { name, bytes } of files) {
    const source: ByteSource = { name, chunks: inChunks(bytes, chunk) };
    const block = await importFile(source, { encoding: null }, WATCH);
    if (!block.ok) {
      refused.push({ name, failure: block.failure });
      continue;
    }
    await workbench.stage(block.value);
    const fingerprint = await takeFingerprint(new Blob([Uint8Array.from(bytes)]), { name, entry: null, bytes: bytes.length });
    if (!fingerprint.ok) throw new Error(JSON.stringify(fingerprint.failure));
    sha256.push(fingerprint.value);
  }
  const loaded = await workbench.commit();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  return { workbench, loaded: loaded.value, sha256, refused };
}

/** In pages that do not end where a record does. */
async function allRecognised(workbench: Workbench): Promise<readonly Recognised[]> {
  const found: Recognised[] = [];
  for (let start = 0; ; start += ODD_PAGE) {
    const page = await workbench.recognised({ start, size: ODD_PAGE });
    if (!page.ok) throw new Error(JSON.stringify(page.failure));
    found.push(...page.value.rows);
    if (page.value.isLast) return found;
  }
}

/** The app's export files for a scope, as the command line writes them. */
export async function filesOfApp({ workbench, loaded, sha256, refused }: AppState, options: OracleOptions) {
  const month = (text: string | undefined): number | null => (text === undefined ? null : readIsoMonth(text));
  const { keepsExcluded = false, countsListed = false } = options.lists ?? {};
  const scope: Scope = { ...EVERYTHING, keepsExcluded, countsListed, axis: options.axis, from: month(options.from), to: month(options.to) };
  const choices: Choices = { grain: options.grain, attribution: options.attribution, itemLevel: 'product', ownPrefecture: null };
  const table = async (dimension: Dimension): Promise<Table> => {
    const answer = await workbench.table(scope, choices, dimension);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return unpackTable(answer.value);
  };
  const inspected = new Map([...options.inspected].map(([text, count]) => [readIsoMonth(text) ?? 0, count]));
  const { denominator, attribution } = options;
  return {
    'monthly.csv': monthlyFile(await table('request_month'), await table('result_month'), scope, denominator, inspected),
    'items.csv': itemsFile(await table('item'), denominator, attribution),
    'check-types.csv': checkTypesFile(await table('check_type'), denominator),
    'rejected.csv': rejectedFile(loaded.faults, SILENT),
    'recognised.csv': `${RECOGNISED_HEAD}${recognisedLines(await allRecognised(workbench))}`,
    importRecord: JSON.parse(importRecord(loaded, sha256, refused, options.grain, scope, SILENT)) as unknown,
  };
}
