import { type Accessor, batch, createSignal } from 'solid-js';
import { loadAsset } from '../client/assets.ts';
import { EngineClient } from '../client/engine-client.ts';
import type { ImportProgress } from '../client/import-progress.ts';
import { type ImportJob, type ImportParts, type ImportResult, type RefusedJob, listFiles, readJobs } from '../client/import-run.ts';
import { ReaderPool } from '../client/reader-pool.ts';
import { type Failure, failure as failureOf } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';
import type { Encoding } from '../import/encoding.ts';
import type { FullRecord } from '../import/read-record.ts';
import type { MemberRecord } from '../metrics/members.ts';
import type { ChosenFile } from '../protocol/reader.ts';
import type { Loaded } from '../records/loaded.ts';
import { type MemoryCheck, createMemoryCheck } from './create-memory-check.ts';

/** The engine is booting, ready, being started again after its death, or cannot be had. */
export type EngineStatus =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly client: EngineClient; readonly version: string }
  | { readonly state: 'restarting' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What is loaded and what is being loaded. */
export interface WorkbenchState {
  readonly engine: Accessor<EngineStatus>;
  /** Null before the first import. */
  readonly loaded: Accessor<Loaded | null>;
  /** Grows with each change of what is loaded; tables are asked for anew. */
  readonly version: Accessor<number>;
  /** Null while nothing is imported. */
  readonly progress: Accessor<ImportProgress | null>;
  /** Imports that have come to their end, whatever it was. */
  readonly finished: Accessor<number>;
  /** Files chosen while an import runs; they follow it. */
  readonly queued: Accessor<number>;
  /** What is loaded, in load order: `jobs()[n]` became `loaded().files[n]`. */
  readonly jobs: Accessor<readonly ImportJob[]>;
  /** Files refused since the page was opened or cleared. */
  readonly refused: Accessor<readonly RefusedJob[]>;
  readonly memory: MemoryCheck;
  /** Why the last import as a whole did not come about; null when it did. */
  readonly failure: Accessor<Failure | null>;
  /** Imports files, after the import that runs now. */
  addFiles(files: readonly ChosenFile[]): void;
  /** Imports the shipped synthetic months. */
  addSamples(): void;
  /** Reads a loaded file again in another encoding; null leaves it to the reader. */
  reread(file: number, encoding: Encoding | null): void;
  /** Reads a refused file again in the given encoding. */
  retry(refused: number, encoding: Encoding): void;
  /** Reads a loaded record in full from the user's file. */
  readRecord(record: MemberRecord): Promise<Outcome<FullRecord>>;
  /** The SHA-256 of what was loaded from, in lower-case hexadecimal. */
  fingerprint(job: ImportJob): Promise<Outcome<string>>;
  /** Takes a loaded file out. */
  remove(file: number): void;
  /** Whether the running import can be cancelled: not in its last moment, nor where an engine that died is loaded again. */
  readonly canCancel: Accessor<boolean>;
  /** Ends the running import and drops those that wait; all is as before it. */
  cancelImport(): void;
  /**
   * Changes how the loaded records are classified, after what is imported now, and shows what comes of it.
   * @param change asked of the engine; null where nothing is loaded
   */
  reclassify(change: (engine: EngineClient) => Promise<Outcome<Loaded | null>>): Promise<Outcome<Loaded | null>>;
  /** What each new engine is told before it gets the files. */
  onEngineStart(tell: (engine: EngineClient) => Promise<void>): void;
  /** Forgets everything loaded; resolves when nothing of it is left. */
  clear(): Promise<void>;
}

/** Something that waits for its turn: what to read, and beside or instead of what is loaded. */
interface Task {
  readonly files: number;
  run(parts: ImportParts, signal: AbortSignal): Promise<Outcome<ImportResult>>;
  readonly mode: 'add' | 'replace';
}

export function createWorkbench(): WorkbenchState {
  const [engine, setEngine] = createSignal<EngineStatus>({ state: 'starting' });
  const [loaded, setLoaded] = createSignal<Loaded | null>(null);
  const [version, setVersion] = createSignal(0);
  const [progress, setProgress] = createSignal<ImportProgress | null>(null);
  const [queue, setQueue] = createSignal<readonly Task[]>([]);
  const [jobs, setJobs] = createSignal<readonly ImportJob[]>([]);
  const [refused, setRefused] = createSignal<readonly RefusedJob[]>([]);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const [finished, setFinished] = createSignal(0);
  const memory = createMemoryCheck(loaded);
  /** Null once the app cannot be had. */
  let parts: Promise<ImportParts | null> = start();
  let cancel = new AbortController();
  const startTold: ((engine: EngineClient) => Promise<void>)[] = [];
  /** What was asked for goes on one after another. */
  let working = Promise.resolve();

  async function start(): Promise<ImportParts | null> {
    const starting = EngineClient.start();
    const pool = await ReaderPool.create();
    return pool.ok ? startEngine(pool.value, starting) : unavailable(pool.failure);
  }

  /** Starts an engine and loads it from the files the page holds; scope and screen are not touched. */
  async function startEngine(pool: ReaderPool, starting = EngineClient.start()): Promise<ImportParts | null> {
    const started = await starting;
    if (!started.ok) return unavailable(started.failure);
    const { client } = started.value;
    const now = { pool, engine: client };
    for (const tell of startTold) await tell(client);
    if (jobs().length > 0) {
      const outcome = await readJobs(jobs(), 'replace', now, new AbortController().signal, setProgress);
      setProgress(null);
      if (!outcome.ok) return unavailable(outcome.failure);
      setJobs(outcome.value.accepted);
      show(outcome.value);
    }
    setEngine({ state: 'ready', ...started.value });
    void client.death.then((outcome) => {
      if (outcome.ok || outcome.failure.code === 'cancelled') return;
      setEngine({ state: 'restarting' });
      parts = startEngine(pool);
    });
    return now;
  }

  function unavailable(why: Failure): null {
    setEngine({ state: 'failed', failure: why });
    return null;
  }

  function show(result: ImportResult): void {
    batch(() => {
      setLoaded(result.loaded);
      setVersion((before) => before + 1);
      setRefused((before) => [...before, ...result.refused]);
    });
  }

  function enqueue(task: Task): void {
    setQueue((waiting) => [...waiting, task]);
    working = working.then(workOff);
  }

  async function workOff(): Promise<void> {
    for (let task = queue()[0]; task !== undefined; task = queue()[0]) {
      setQueue((waiting) => waiting.slice(1));
      cancel = new AbortController();
      setFailure(null);
      const outcome = await retried((now) => task.run(now, cancel.signal));
      batch(() => {
        setProgress(null);
        if (outcome?.ok === true) take(task, outcome.value);
        else if (outcome !== null) setFailure(outcome.failure);
        setFinished((before) => before + 1);
      });
    }
  }

  /** Does something, once more where the engine died over it; null where there is no engine. */
  async function retried<T>(work: (now: ImportParts) => Promise<Outcome<T>>): Promise<Outcome<T> | null> {
    for (let attempt = 1; ; attempt++) {
      const now = await parts;
      if (now === null) return null;
      const outcome = await work(now);
      if (outcome.ok || !isDeath(outcome) || attempt === 2) return outcome;
      await now.engine.death;
    }
  }

  function take(task: Task, result: ImportResult): void {
    setJobs((before) => (task.mode === 'add' ? [...before, ...result.accepted] : result.accepted));
    if (result.loaded !== null) show(result);
    else setRefused((before) => [...before, ...result.refused]);
  }

  function replaceJobs(next: (before: readonly ImportJob[]) => readonly ImportJob[]): void {
    enqueue({ files: 1, mode: 'replace', run: (now, signal) => readJobs(next(jobs()), 'replace', now, signal, setProgress) });
  }

  return {
    engine,
    loaded,
    version,
    progress,
    finished,
    queued: () => queue().reduce((sum, task) => sum + task.files, 0),
    jobs,
    refused,
    failure,
    memory,
    canCancel: () => progress()?.phase !== 'showing' && engine().state !== 'restarting',
    addFiles(files) {
      if (files.length === 0) return;
      enqueue({
        files: files.length,
        mode: 'add',
        async run(now, signal) {
          const listed = await listFiles(files, now.pool);
          const bytes = listed.jobs.reduce((sum, { entry }) => sum + entry.bytes, 0);
          if (!(await memory.agrees(bytes, signal))) return failed(failureOf('cancelled'));
          const outcome = await readJobs(listed.jobs, 'add', now, signal, setProgress);
          if (!outcome.ok) return outcome;
          return { ok: true, value: { ...outcome.value, refused: [...listed.refused, ...outcome.value.refused] } };
        },
      });
    },
    addSamples() {
      void loadAsset('samples').then((samples) => {
        if (!samples.ok) setFailure(samples.failure);
        else this.addFiles([{ name: 'サンプル.zip', file: new File([samples.value], 'サンプル.zip') }]);
      });
    },
    reread(file, encoding) {
      replaceJobs((before) => before.map((job, index) => (index === file ? { ...job, encoding } : job)));
    },
    retry(index, encoding) {
      const job = refused()[index]?.job ?? null;
      if (job === null) return;
      setRefused((before) => before.filter((_, each) => each !== index));
      enqueue({ files: 1, mode: 'add', run: (now, signal) => readJobs([{ ...job, encoding }], 'add', now, signal, setProgress) });
    },
    async readRecord({ filePlace, start, end, values }) {
      const job = filePlace === null ? undefined : jobs()[filePlace];
      const facts = filePlace === null ? undefined : loaded()?.files[filePlace];
      const now = await parts;
      if (job === undefined || facts === undefined || now === null) return failed(failureOf('cancelled'));
      const { encoding, bytes, extraFields, reordered } = facts;
      return now.pool.readRecord(job.file, job.entry, { start, end, encoding, bytes, extraFields, reordered, known: values });
    },
    async fingerprint({ file, entry }) {
      const now = await parts;
      return now === null ? failed(failureOf('cancelled')) : now.pool.fingerprint(file, entry);
    },
    remove(file) {
      replaceJobs((before) => before.filter((_, index) => index !== file));
    },
    reclassify(change) {
      const changed = working.then(async () => {
        const outcome = await retried(({ engine: now }) => change(now));
        if (outcome === null) return failed(failureOf('engine_stopped'));
        if (outcome.ok && outcome.value !== null) {
          batch(() => {
            setLoaded(outcome.value);
            setVersion((before) => before + 1);
          });
        }
        return outcome;
      });
      working = changed.then(() => undefined);
      return changed;
    },
    onEngineStart(tell) {
      startTold.push(tell);
    },
    cancelImport() {
      setQueue([]);
      cancel.abort();
    },
    clear() {
      this.cancelImport();
      const cleared = working.then(async () => {
        const now = await parts;
        // Nothing of what was loaded is left in the memory of a worker that is gone.
        now?.engine.end();
        batch(() => {
          setJobs([]);
          setRefused([]);
          setFailure(null);
          setLoaded(null);
          setVersion((before) => before + 1);
        });
        if (now !== null) parts = startEngine(now.pool);
      });
      working = cleared.then(async () => {
        await parts;
      });
      return cleared;
    },
  };
}

function isDeath(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.failure.code === 'engine_stopped';
}
