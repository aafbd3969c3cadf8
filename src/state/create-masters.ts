import { type Accessor, batch, createSignal } from 'solid-js';
import type { EngineClient } from '../client/engine-client.ts';
import type { MasterColumns, MasterPreview } from '../classify/master.ts';
import type { Failure } from '../core/failure.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Loaded } from '../records/loaded.ts';
import type { MasterSource, MasterSummary, RefusedMaster } from '../records/mapping.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** A master whose layout is not known, waiting for its columns to be chosen. */
export interface MasterDraft {
  readonly file: File;
  readonly preview: MasterPreview;
}

/** A file that is no master; the others are used. */
export interface RefusedFile {
  readonly name: string;
  readonly failure: Failure;
}

/** The masters in use. The page knows them by their files only, in memory, and tells each new engine to read them again. */
export interface MastersState {
  readonly masters: Accessor<readonly MasterSummary[]>;
  readonly refused: Accessor<readonly RefusedFile[]>;
  readonly draft: Accessor<MasterDraft | null>;
  /** Files that are being read. */
  readonly reading: Accessor<number>;
  /** Choices of masters carried out since the page was opened. */
  readonly finished: Accessor<number>;
  add(files: readonly File[]): Promise<void>;
  /** Reads the draft by these columns. */
  chooseColumns(columns: MasterColumns): Promise<void>;
  dropDraft(): void;
  remove(id: number): Promise<void>;
  /** Forgets all without asking the engine, which is about to end. */
  forget(): void;
}

export function createMasters(workbench: WorkbenchState): MastersState {
  const [sources, setSources] = createSignal<readonly (MasterSource & { readonly file: File })[]>([]);
  const [masters, setMasters] = createSignal<readonly MasterSummary[]>([]);
  const [refused, setRefused] = createSignal<readonly RefusedFile[]>([]);
  const [draft, setDraft] = createSignal<MasterDraft | null>(null);
  const [reading, setReading] = createSignal(0);
  const [finished, setFinished] = createSignal(0);
  let nextId = 1;

  workbench.onEngineStart(async (engine) => {
    if (sources().length > 0) await use(engine, sources());
  });

  async function use(engine: EngineClient, wanted: readonly (MasterSource & { readonly file: File })[]): Promise<Outcome<Loaded | null>> {
    const answer = await engine.ask((api) => api.useMasters(wanted));
    if (!answer.ok) return answer;
    const failed = new Map(answer.value.refused.map(({ id, failure }: RefusedMaster) => [id, failure]));
    batch(() => {
      setMasters(answer.value.masters);
      setSources(wanted.filter(({ id }) => !failed.has(id)));
      setRefused(wanted.flatMap(({ id, name }) => (failed.has(id) ? [{ name, failure: failed.get(id) as Failure }] : [])));
    });
    return { ok: true, value: answer.value.loaded };
  }

  async function change(wanted: readonly (MasterSource & { readonly file: File })[]): Promise<void> {
    setReading(wanted.length);
    const outcome = await workbench.reclassify((engine) => use(engine, wanted));
    if (!outcome.ok) setRefused(wanted.slice(-1).map(({ name }) => ({ name, failure: outcome.failure })));
    setReading(0);
  }

  function sourceOf(file: File, columns: MasterColumns | null): MasterSource & { readonly file: File } {
    return { id: nextId++, file, name: file.name, columns };
  }

  /** The first of the files just refused because their layout is not known waits for its columns. */
  async function offerColumns(files: readonly File[]): Promise<void> {
    const unknown = refused().find(({ failure }) => failure.code === 'master_layout');
    const file = files.find(({ name }) => name === unknown?.name);
    if (file === undefined) return;
    const found: MasterPreview[] = [];
    await workbench.reclassify(async (engine) => {
      const preview = await engine.ask((api) => api.previewMaster(file, file.name));
      if (!preview.ok) return preview;
      found.push(preview.value);
      return { ok: true, value: null };
    });
    const [preview] = found;
    if (preview === undefined) return;
    batch(() => {
      setDraft({ file, preview });
      setRefused((before) => before.filter((each) => each !== unknown));
    });
  }

  return {
    masters,
    refused,
    draft,
    reading,
    finished,
    async add(files) {
      if (files.length === 0) return;
      setDraft(null);
      await change([...sources(), ...files.map((file) => sourceOf(file, null))]);
      await offerColumns(files);
      setFinished((before) => before + 1);
    },
    async chooseColumns(columns) {
      const chosen = draft();
      if (chosen === null) return;
      await change([...sources(), sourceOf(chosen.file, columns)]);
      if (refused().length === 0) setDraft(null);
      setFinished((before) => before + 1);
    },
    dropDraft: () => setDraft(null),
    async remove(id) {
      await change(sources().filter((source) => source.id !== id));
      setFinished((before) => before + 1);
    },
    forget() {
      batch(() => {
        setSources([]);
        setMasters([]);
        setRefused([]);
        setDraft(null);
      });
    },
  };
}
