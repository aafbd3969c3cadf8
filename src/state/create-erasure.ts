import { type Accessor, createSignal } from 'solid-js';
import type { InspectedState } from './create-inspected.ts';
import type { ListsState } from './create-lists.ts';
import type { MastersState } from './create-masters.ts';
import type { RulesState } from './create-rules.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** What was forgotten, and when it was gone. */
export interface Erasure {
  readonly at: Date;
  readonly files: number;
  readonly records: number;
  /** Refused files, which were only listed. */
  readonly refused: number;
}

interface ErasureState {
  readonly last: Accessor<Erasure | null>;
  erase(): Promise<void>;
}

/** Forgets everything loaded and typed in, and remembers, like all else in memory only, that it did. */
export function createErasure(workbench: WorkbenchState, inspected: InspectedState, lists: ListsState, rules: RulesState, masters: MastersState): ErasureState {
  const [last, setLast] = createSignal<Erasure | null>(null);
  return {
    last,
    async erase() {
      const files = workbench.loaded()?.files ?? [];
      const records = files.reduce((sum, file) => sum + file.records, 0);
      const refused = workbench.refused().length;
      inspected.clear();
      lists.forget();
      rules.forget();
      masters.forget();
      await workbench.clear();
      setLast({ at: new Date(), files: files.length, records, refused });
    },
  };
}
