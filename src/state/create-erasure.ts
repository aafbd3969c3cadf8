import { type Accessor, createEffect, createSignal, on } from 'solid-js';
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
export function createErasure(workbench: WorkbenchState, inspected: InspectedState, lists: ListsState, rules: RulesState, masters: MastersState): ErasureState {
  const [last, setLast] = createSignal<Erasure | null>(null);
  const importedAt = new Map<string, Date>();
  createEffect(
    on(workbench.version, () => {
      for (const { name, sha256 } of workbench.loaded()?.files ?? []) {
        const key = `${name} ${sha256}`;
        if (!importedAt.has(key)) importedAt.set(key, new Date());
      }
    }),
  );
  return {
    last,
    async erase() {
      const files = workbench.loaded()?.files ?? [];
      const list = files.map(({ name, sha256, bytes, records }) => ({ name, sha256, bytes, records, importedAt: importedAt.get(`${name} ${sha256}`) ?? null }));
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
