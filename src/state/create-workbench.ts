import { type Accessor, batch, createSignal } from 'solid-js';
import { loadAsset } from '../client/assets.ts';
import { EngineClient } from '../client/engine-client.ts';
import { type ChosenFile, type ImportProgress, runImport } from '../client/import-run.ts';
import { ReaderPool } from '../client/reader-pool.ts';
import type { Failure } from '../core/failure.ts';
import type { Loaded } from '../records/loaded.ts';
import type { RefusedFile } from '../report/import-files.ts';

/** The app's start: the engine is booting, ready, or cannot be had. */
export type EngineStatus =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly client: EngineClient; readonly version: string }
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
  /** Files refused since the page was opened or cleared. */
  readonly refused: Accessor<readonly RefusedFile[]>;
  /** Why the last import as a whole did not come about; null when it did. */
  readonly failure: Accessor<Failure | null>;
  /** Imports files, after the import that runs now. */
  addFiles(files: readonly ChosenFile[]): void;
  /** Imports the shipped synthetic months. */
  addSamples(): void;
  /** Ends the running import and drops those that wait; all is as before it. */
  cancelImport(): void;
  /** Forgets everything loaded. */
  clear(): void;
}

export function createWorkbench(): WorkbenchState {
  const [engine, setEngine] = createSignal<EngineStatus>({ state: 'starting' });
  const [loaded, setLoaded] = createSignal<Loaded | null>(null);
  const [version, setVersion] = createSignal(0);
  const [progress, setProgress] = createSignal<ImportProgress | null>(null);
  const [queue, setQueue] = createSignal<readonly (readonly ChosenFile[])[]>([]);
  const [refused, setRefused] = createSignal<readonly RefusedFile[]>([]);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const [finished, setFinished] = createSignal(0);
  const starting = start();
  let cancel = new AbortController();
  /** What was asked for goes on one after another. */
  let working = Promise.resolve();

  async function start(): Promise<{ client: EngineClient; pool: ReaderPool } | null> {
    const [started, pool] = await Promise.all([EngineClient.start(), ReaderPool.create()]);
    if (started.ok && pool.ok) {
      setEngine({ state: 'ready', ...started.value });
      return { client: started.value.client, pool: pool.value };
    }
    const why = started.ok ? pool : started;
    if (!why.ok) setEngine({ state: 'failed', failure: why.failure });
    return null;
  }

  function show(next: Loaded | null): void {
    batch(() => {
      setLoaded(next);
      setVersion((before) => before + 1);
    });
  }

  /** Imports what waits, one set of files after another. */
  async function work(): Promise<void> {
    const parts = await starting;
    for (let next = queue()[0]; next !== undefined && parts !== null; next = queue()[0]) {
      setQueue((waiting) => waiting.slice(1));
      cancel = new AbortController();
      setFailure(null);
      const outcome = await runImport(next, parts.pool, parts.client, cancel.signal, setProgress);
      batch(() => {
        setProgress(null);
        if (!outcome.ok) setFailure(outcome.failure);
        else {
          setRefused((before) => [...before, ...outcome.value.refused]);
          if (outcome.value.loaded !== null) show(outcome.value.loaded);
        }
        setFinished((before) => before + 1);
      });
    }
  }

  return {
    engine,
    loaded,
    version,
    progress,
    queued: () => queue().reduce((sum, files) => sum + files.length, 0),
    refused,
    failure,
    finished,
    addFiles(files) {
      if (files.length === 0) return;
      setQueue((waiting) => [...waiting, files]);
      working = working.then(work);
    },
    addSamples() {
      void loadAsset('samples').then((samples) => {
        if (!samples.ok) setFailure(samples.failure);
        else this.addFiles([{ name: 'サンプル.zip', file: new File([samples.value], 'サンプル.zip') }]);
      });
    },
    cancelImport() {
      setQueue([]);
      cancel.abort();
    },
    clear() {
      this.cancelImport();
      working = working.then(async () => {
        const parts = await starting;
        const cleared = await parts?.client.ask((api) => api.clear());
        if (cleared?.ok !== true) return;
        setRefused([]);
        setFailure(null);
        show(null);
      });
    },
  };
}
