import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { ImportJob } from '../client/import-run.ts';
import type { FingerprintsState } from './create-fingerprints.ts';
import type { InspectedState } from './create-inspected.ts';
import type { ListsState } from './create-lists.ts';
import type { MastersState } from './create-masters.ts';
import type { RulesState } from './create-rules.ts';
import type { WorkbenchState } from './create-workbench.ts';
import type { ErasedFile } from '../report/papers/erasure-record.ts';

/** What was forgotten, and when it was gone. */
export interface Erasure {
  readonly at: Date;
  readonly files: number;
  readonly records: number;
  /** Refused files, which were only listed. */
  readonly refused: number;
  readonly list: readonly ErasedFile[];
}

interface ErasureState {
  readonly last: Accessor<Erasure | null>;
  erase(): Promise<void>;
}

/** Forgets everything loaded and typed in, and remembers, like all else in memory only, that it did. */
export function createErasure(workbench: WorkbenchState, fingerprints: Pick<FingerprintsState, 'settled'>, inspected: InspectedState, lists: ListsState, rules: RulesState, masters: MastersState): ErasureState {
  const [last, setLast] = createSignal<Erasure | null>(null);
  const importedAt = new Map<ImportJob, Date>();
  createEffect(
    on(workbench.version, () => {
      for (const job of workbench.jobs()) if (!importedAt.has(job)) importedAt.set(job, new Date());
    }),
  );
  return {
    last,
    async erase() {
      const files = workbench.loaded()?.files ?? [];
      const times = workbench.jobs().map((job) => importedAt.get(job) ?? null);
      const sha256 = await fingerprints.settled();
      const list = files.map(({ name, bytes, records }, place) => ({ name, sha256: sha256[place] ?? null, bytes, records, importedAt: times[place] ?? null }));
      const records = files.reduce((sum, file) => sum + file.records, 0);
      const refused = workbench.refused().length;
      inspected.clear();
      lists.forget();
      rules.forget();
      masters.forget();
      await workbench.clear();
      importedAt.clear();
      setLast({ at: new Date(), files: files.length, records, refused, list });
    },
  };
}
