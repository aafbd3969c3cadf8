import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { SourceEntry } from '../files/byte-sources.ts';
import type { Encoding } from '../import/encoding.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { ChosenFile } from '../protocol/reader.ts';
import type { Loaded } from '../records/loaded.ts';
import type { RefusedFile } from '../report/import-files.ts';
import type { EngineClient } from './engine-client.ts';
import { type ImportProgress, Meter } from './import-progress.ts';
import type { ReaderPool } from './reader-pool.ts';

/** One thing to read; the page keeps it, so that it can be read again. */
export interface ImportJob {
  readonly file: File;
  readonly entry: SourceEntry;
  /** As corrected by the user; null leaves it to the reader. */
  readonly encoding: Encoding | null;
}

/** A file that was refused whole; the job is null where not even its content could be listed. */
export interface RefusedJob extends RefusedFile {
  readonly job: ImportJob | null;
}

export interface ListedFiles {
  readonly jobs: readonly ImportJob[];
  readonly refused: readonly RefusedJob[];
}

/** What there is to read in the chosen files: themselves, or what their archives hold. */
export async function listFiles(files: readonly ChosenFile[], pool: ReaderPool): Promise<ListedFiles> {
  const lists = await pool.list(files);
  const jobs: ImportJob[] = [];
  const refused: RefusedJob[] = [];
  lists.forEach((list, index) => {
    const { file, name } = files[index] as ChosenFile;
    if (list.ok) jobs.push(...list.value.map((entry) => ({ file, entry, encoding: null })));
    else refused.push({ name, failure: list.failure, job: null });
  });
  return { jobs, refused };
}

export interface ImportResult {
  /** Null when no file could be used, so that what was loaded before stands unchanged. */
  readonly loaded: Loaded | null;
  /** What was read, in the given order. */
  readonly accepted: readonly ImportJob[];
  readonly refused: readonly RefusedJob[];
}

/** Who reads and who keeps. */
export interface ImportParts {
  readonly pool: ReaderPool;
  readonly engine: EngineClient;
}

/**
 * Reads files in parallel, hands the blocks to the engine in the given order and makes all of them visible at once.
 * Files that are refused are told; the others are loaded. After `cancelled` all is as before.
 * @param mode `add` loads beside what is loaded, `replace` instead of it (also when no file could be used)
 */
export async function readJobs(
  jobs: readonly ImportJob[],
  mode: 'add' | 'replace',
  { pool, engine }: ImportParts,
  signal: AbortSignal,
  tell: (now: ImportProgress) => void,
): Promise<Outcome<ImportResult>> {
  const meter = new Meter(
    tell,
    jobs.map(({ entry }) => entry.bytes),
  );
  if (mode === 'replace') {
    const started = await engine.ask((api) => api.startOver());
    if (!started.ok) return started;
  }
  const readings = jobs.map((job) => read(job, pool, signal, meter));
  const accepted: ImportJob[] = [];
  const refused: RefusedJob[] = [];
  for (const [index, job] of jobs.entries()) {
    const block = (await readings[index]) as Outcome<FileBlock>;
    const outcome = block.ok ? await engine.stage(block.value) : block;
    if (outcome.ok) accepted.push(job);
    else if (outcome.failure.code.startsWith('engine_')) return outcome;
    else refused.push({ name: job.entry.name, failure: outcome.failure, job });
  }
  if (signal.aborted) return cancelled(engine);
  if (accepted.length === 0 && mode === 'add') return done({ loaded: null, accepted, refused });
  meter.enter('tables');
  const prepared = await prepare(engine, signal);
  if (!prepared.ok) return prepared.failure.code === 'cancelled' ? cancelled(engine) : prepared;
  meter.enter('showing');
  const loaded = await engine.ask((api) => api.commit());
  return loaded.ok ? done({ loaded: loaded.value, accepted, refused }) : loaded;
}

/** Everything that can be cancelled before what was read is shown. */
async function prepare(engine: EngineClient, signal: AbortSignal): Promise<Outcome<null>> {
  const cancel = (): void =>
    void engine.ask(async (api) => {
      await api.cancelPrepare();
      return done(null);
    });
  signal.addEventListener('abort', cancel);
  const prepared = await engine.ask((api) => api.prepare());
  signal.removeEventListener('abort', cancel);
  return signal.aborted && prepared.ok ? failed(failure('cancelled')) : prepared;
}

async function cancelled(engine: EngineClient): Promise<Outcome<never>> {
  const discarded = await engine.ask((api) => api.discard());
  return discarded.ok ? failed(failure('cancelled')) : discarded;
}

async function read(job: ImportJob, pool: ReaderPool, signal: AbortSignal, meter: Meter): Promise<Outcome<FileBlock>> {
  const part = meter.part();
  const choice = { encoding: job.encoding };
  const block = await pool.read(job.file, job.entry, choice, signal, (now) => part.tell(now.bytes, now.records));
  part.finish(job.entry.bytes, block.ok ? block.value.facts.records : 0);
  return block;
}
