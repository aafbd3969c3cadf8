import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { SourceEntry } from '../files/byte-sources.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { Loaded } from '../records/loaded.ts';
import type { RefusedFile } from '../report/import-files.ts';
import type { EngineClient } from './engine-client.ts';
import type { ReaderPool } from './reader-pool.ts';

/** A file as the user chose it. */
export interface ChosenFile {
  /** With its folders where a folder was chosen. */
  readonly name: string;
  readonly file: File;
}

export interface ImportProgress {
  readonly phase: 'listing' | 'reading' | 'tables';
  readonly filesDone: number;
  readonly files: number;
  readonly bytesDone: number;
  readonly bytes: number;
  readonly records: number;
}

export interface ImportResult {
  /** Null when no file could be used, so that what was loaded before stands unchanged. */
  readonly loaded: Loaded | null;
  readonly refused: readonly RefusedFile[];
}

interface Job {
  readonly file: File;
  readonly entry: SourceEntry;
}

/**
 * Imports files: lists archives, reads in parallel, hands the blocks to the engine in the chosen order and makes all of
 * them visible at once. Files that are refused are told; the others are loaded. After `cancelled` all is as before.
 */
export async function runImport(
  files: readonly ChosenFile[],
  pool: ReaderPool,
  engine: EngineClient,
  signal: AbortSignal,
  progress: (now: ImportProgress) => void,
): Promise<Outcome<ImportResult>> {
  const refused: RefusedFile[] = [];
  const meter = new Meter(progress);
  const jobs = await listJobs(files, pool, refused);
  meter.start(jobs);
  const readings = jobs.map((job) => read(job, pool, signal, meter));
  let staged = 0;
  for (const [index, reading] of readings.entries()) {
    const block = await reading;
    const outcome = block.ok ? await engine.stage(block.value) : block;
    if (outcome.ok) staged++;
    else if (outcome.failure.code.startsWith('engine_')) return outcome;
    else refused.push({ name: jobs[index]?.entry.name ?? '', failure: outcome.failure });
  }
  if (signal.aborted) return cancelled(engine);
  if (staged === 0) return done({ loaded: null, refused });
  meter.enter('tables');
  const loaded = await engine.ask((api) => api.commit());
  return loaded.ok ? done({ loaded: loaded.value, refused }) : loaded;
}

async function cancelled(engine: EngineClient): Promise<Outcome<never>> {
  const discarded = await engine.ask((api) => api.discard());
  return discarded.ok ? failed(failure('cancelled')) : discarded;
}

async function listJobs(files: readonly ChosenFile[], pool: ReaderPool, refused: RefusedFile[]): Promise<Job[]> {
  const lists = await Promise.all(files.map(({ file, name }) => pool.list(file, name)));
  return lists.flatMap((list, index) => {
    const chosen = files[index] as ChosenFile;
    if (list.ok) return list.value.map((entry) => ({ file: chosen.file, entry }));
    refused.push({ name: chosen.name, failure: list.failure });
    return [];
  });
}

async function read(job: Job, pool: ReaderPool, signal: AbortSignal, meter: Meter): Promise<Outcome<FileBlock>> {
  const part = meter.part();
  const block = await pool.read(job.file, job.entry, { encoding: null }, signal, (now) => part.tell(now.bytes, now.records));
  part.finish(job.entry.bytes, block.ok ? block.value.facts.records : 0);
  return block;
}

/** Adds up what the readers tell, file by file. */
class Meter {
  readonly #tell: (now: ImportProgress) => void;
  #phase: ImportProgress['phase'] = 'listing';
  #files = 0;
  #filesDone = 0;
  #bytes = 0;
  #bytesDone = 0;
  #records = 0;

  constructor(tell: (now: ImportProgress) => void) {
    this.#tell = tell;
    this.#report();
  }

  start(jobs: readonly Job[]): void {
    this.#files = jobs.length;
    this.#bytes = jobs.reduce((sum, { entry }) => sum + entry.bytes, 0);
    this.enter('reading');
  }

  enter(phase: ImportProgress['phase']): void {
    this.#phase = phase;
    this.#report();
  }

  part(): { tell: (bytes: number, records: number) => void; finish: (bytes: number, records: number) => void } {
    let bytesBefore = 0;
    let recordsBefore = 0;
    const tell = (bytes: number, records: number): void => {
      this.#bytesDone += bytes - bytesBefore;
      this.#records += records - recordsBefore;
      bytesBefore = bytes;
      recordsBefore = records;
      this.#report();
    };
    return {
      tell,
      finish: (bytes, records) => {
        this.#filesDone++;
        tell(bytes, records);
      },
    };
  }

  #report(): void {
    this.#tell({
      phase: this.#phase,
      filesDone: this.#filesDone,
      files: this.#files,
      bytesDone: this.#bytesDone,
      bytes: this.#bytes,
      records: this.#records,
    });
  }
}
