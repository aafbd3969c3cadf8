import { type Accessor, batch, createSignal } from 'solid-js';
import type { EngineClient } from '../client/engine-client.ts';
import type { ListHead, ListRoles } from '../classify/application-list-roles.ts';
import type { Failure } from '../core/failure.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Loaded } from '../records/loaded.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** Which of the two lists. */
export type ListKind = 'applications' | 'exclusions';

/** A list of applications as chosen: the file, its column heads and what they are taken for. */
export interface ChosenList {
  readonly file: File;
  readonly header: readonly string[];
  readonly roles: ListRoles;
}

/** A list that was refused; what was in force still is. */
export interface RefusedList {
  readonly kind: ListKind;
  readonly name: string;
  readonly failure: Failure;
}

/**
 * The lists that the contractor and the insurer keep themselves (申出データ, 点検除外データ). They hold claim keys: the page
 * knows them by their files only, in memory, and tells each new engine to read them again.
 */
export interface ListsState {
  /** The list in force; null without one. */
  readonly applications: Accessor<ChosenList | null>;
  readonly exclusions: Accessor<File | null>;
  /** A list whose columns could not be used as they were guessed or told; it waits for other roles. */
  readonly draft: Accessor<ChosenList | null>;
  /** Null unless the last list was refused. */
  readonly refused: Accessor<RefusedList | null>;
  /** The list that is being read. */
  readonly reading: Accessor<ListKind | null>;
  /** Lists taken or refused since the page was opened. */
  readonly finished: Accessor<number>;
  take(kind: ListKind, file: File): Promise<void>;
  /** Reads the draft, else the list in force, with these roles. */
  chooseRoles(roles: ListRoles): Promise<void>;
  drop(kind: ListKind): Promise<void>;
  /** Forgets both without asking the engine, which is about to end. */
  forget(): void;
}

const NO_ROLES: ListRoles = { key: null, month: null, code: null, name: null, checkType: null, points: null };

export function createLists(workbench: WorkbenchState): ListsState {
  const [applications, setApplications] = createSignal<ChosenList | null>(null);
  const [exclusions, setExclusions] = createSignal<File | null>(null);
  const [draft, setDraft] = createSignal<ChosenList | null>(null);
  const [refused, setRefused] = createSignal<RefusedList | null>(null);
  const [reading, setReading] = createSignal<ListKind | null>(null);
  const [finished, setFinished] = createSignal(0);

  workbench.onEngineStart(async (engine) => {
    const chosen = applications();
    if (chosen !== null) refuse('applications', chosen.file.name, await useApplications(engine, chosen), setApplications);
    const excluded = exclusions();
    if (excluded !== null) refuse('exclusions', excluded.name, await useExclusions(engine, excluded), setExclusions);
  });

  /** A file that was moved meanwhile is no longer in force; that is told. */
  function refuse(kind: ListKind, name: string, outcome: Outcome<unknown>, forget: (none: null) => void): void {
    if (outcome.ok || outcome.failure.code === 'engine_stopped') return;
    forget(null);
    setRefused({ kind, name, failure: outcome.failure });
  }

  async function settle(kind: ListKind, name: string, work: () => Promise<Outcome<unknown>>): Promise<boolean> {
    setReading(kind);
    setRefused(null);
    const outcome = await work();
    batch(() => {
      if (!outcome.ok) setRefused({ kind, name, failure: outcome.failure });
      setReading(null);
      setFinished((before) => before + 1);
    });
    return outcome.ok;
  }

  async function use(chosen: ChosenList): Promise<Outcome<Loaded | null>> {
    const outcome = await workbench.reclassify((engine) => useApplications(engine, chosen));
    batch(() => {
      if (outcome.ok) setApplications(chosen);
      setDraft(outcome.ok ? null : chosen);
    });
    return outcome;
  }

  return {
    applications,
    exclusions,
    draft,
    refused,
    reading,
    finished,
    async take(kind, file) {
      if (kind === 'exclusions') {
        const isTaken = await settle(kind, file.name, () => workbench.reclassify((engine) => useExclusions(engine, file)));
        if (isTaken) setExclusions(file);
        return;
      }
      await settle(kind, file.name, async () => {
        setDraft(null);
        const heads: ListHead[] = [];
        const read = await workbench.reclassify(async (engine) => {
          const outcome = await engine.ask((api) => api.listHead(file));
          if (!outcome.ok) return outcome;
          heads.push(outcome.value);
          return { ok: true, value: null };
        });
        const head = heads.at(-1);
        return head === undefined ? read : use({ file, ...head });
      });
    },
    async chooseRoles(roles) {
      const chosen = draft() ?? applications();
      if (chosen !== null) await settle('applications', chosen.file.name, () => use({ ...chosen, roles }));
    },
    async drop(kind) {
      const isDropped = await settle(kind, '', () => workbench.reclassify(kind === 'applications' ? useNoApplications : useNoExclusions));
      if (!isDropped) return;
      if (kind === 'exclusions') setExclusions(null);
      else {
        setApplications(null);
        setDraft(null);
      }
    },
    forget() {
      batch(() => {
        setApplications(null);
        setExclusions(null);
        setDraft(null);
        setRefused(null);
      });
    },
  };
}

function useApplications(engine: EngineClient, { file, roles }: ChosenList): Promise<Outcome<Loaded | null>> {
  return engine.ask((api) => api.useApplications(file, file.name, roles));
}

function useNoApplications(engine: EngineClient): Promise<Outcome<Loaded | null>> {
  return engine.ask((api) => api.useApplications(null, '', NO_ROLES));
}

function useExclusions(engine: EngineClient, file: File): Promise<Outcome<Loaded | null>> {
  return engine.ask((api) => api.useExclusions(file, file.name));
}

function useNoExclusions(engine: EngineClient): Promise<Outcome<Loaded | null>> {
  return engine.ask((api) => api.useExclusions(null, ''));
}
