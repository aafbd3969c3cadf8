import { done } from '../core/outcome.ts';
import type { FileBlock } from '../import/file-block.ts';
import { Cancellation } from './cancellation.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { memberRecord } from './member-record.ts';
import type { Turns } from './turns.ts';

/** What the page calls while files are imported. */
export function importCalls(records: LoadedRecords, turns: Turns) {
  /** Ends the preparing of an import and nothing else. */
  const cancellation = new Cancellation();
  return {
    stage: (block: FileBlock) =>
      turns.now(() => {
        records.stage(block);
        return Promise.resolve(done(null));
      }),

    prepare: () => {
      const isCancelled = cancellation.watch();
      return turns.now(() => records.prepare(isCancelled));
    },

    cancelPrepare: () => {
      cancellation.cancel();
      return Promise.resolve();
    },

    commit: () => turns.now(() => records.commit()),

    startOver: () =>
      turns.now(() => {
        records.startOver();
        return Promise.resolve(done(null));
      }),

    discard: () =>
      turns.now(() => {
        records.discard();
        return Promise.resolve(done(null));
      }),

    firstRecords: (file: number, most: number) =>
      turns.now(() => {
        const { store } = records.shown;
        const stored = store.files[file];
        const rows = stored === undefined ? [] : Array.from({ length: Math.min(most, stored.to - stored.from) }, (_, index) => stored.from + index);
        return Promise.resolve(done(rows.map((row) => memberRecord(store, row, 0))));
      }),
  };
}
