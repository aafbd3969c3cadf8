import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { FullRecord } from '../import/read-record.ts';
import type { MemberRecord } from '../metrics/members.ts';
import type { DrillState } from './create-drill.ts';
import type { Answer } from './create-tables.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** One record of the drill-down list read in full from its file; forgotten when it or its list is closed. */
export interface FullRecordState {
  /** Null while none is shown. */
  readonly open: Accessor<MemberRecord | null>;
  readonly answer: Accessor<Answer<FullRecord>>;
  show(record: MemberRecord): void;
  close(): void;
}

const NOTHING = { value: null, failure: null, isPending: false };

export function createFullRecord(workbench: WorkbenchState, drill: DrillState): FullRecordState {
  const [open, setOpen] = createSignal<MemberRecord | null>(null);
  const [answer, setAnswer] = createSignal<Answer<FullRecord>>(NOTHING);
  createEffect(on([drill.open, drill.page, workbench.version], () => setOpen(null), { defer: true }));
  createEffect(
    on(open, async (record) => {
      setAnswer({ ...NOTHING, isPending: record !== null });
      if (record === null) return;
      const outcome = await workbench.readRecord(record);
      if (open() !== record) return;
      setAnswer(
        outcome.ok ? { value: outcome.value, failure: null, isPending: false } : { value: null, failure: outcome.failure, isPending: false },
      );
    }),
  );
  return { open, answer, show: (record) => setOpen(record), close: () => setOpen(null) };
}
