import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { ImportJob } from '../client/import-run.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The SHA-256 of the loaded files, taken when nothing else is done after an import. */
export interface FingerprintsState {
  /** For each loaded file, in load order: lower-case hexadecimal; null while it is not taken, and where the file can no longer be read. */
  readonly all: Accessor<readonly (string | null)[]>;
  /** Whether some are still to be taken. */
  readonly isTaking: Accessor<boolean>;
  /** Takes those that are missing at once. */
  settled(): Promise<readonly (string | null)[]>;
}

/** A user who has just loaded files looks at tables first; these need the machine. */
const QUIET_MS = 2000;

export function createFingerprints(workbench: Pick<WorkbenchState, 'jobs' | 'progress' | 'fingerprint'>): FingerprintsState {
  const [taken, setTaken] = createSignal<ReadonlyMap<ImportJob, string | null>>(new Map());
  let running: Promise<void> | null = null;

  const missing = (): ImportJob | undefined => workbench.jobs().find((job) => !taken().has(job));

  async function take(): Promise<void> {
    for (let job = missing(); job !== undefined; job = missing()) {
      const outcome = await workbench.fingerprint(job);
      const kept = workbench.jobs().flatMap((each): [ImportJob, string | null][] => {
        if (each === job) return [[each, outcome.ok ? outcome.value : null]];
        const known = taken().get(each);
        return known === undefined ? [] : [[each, known]];
      });
      setTaken(new Map(kept));
    }
  }

  function run(): Promise<void> {
    running ??= take().finally(() => {
      running = null;
    });
    return running;
  }

  createEffect(
    on([workbench.jobs, workbench.progress], ([jobs, progress]) => {
      if (jobs.length === 0 || progress !== null) return;
      const timer = setTimeout(() => void run(), QUIET_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const all = (): readonly (string | null)[] => workbench.jobs().map((job) => taken().get(job) ?? null);
  return {
    all,
    isTaking: () => missing() !== undefined,
    async settled() {
      await run();
      return all();
    },
  };
}
