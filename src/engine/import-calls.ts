import { done } from '../core/outcome.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { memberRecord } from './member-record.ts';
import type { Turns } from './turns.ts';

/** What the page calls while files are imported. */
export function importCalls(records: LoadedRecords, turns: Turns) {
  return {
    stage: (block: FileBlock) =>
      turns.take(() => {
        records.stage(block);
        return Promise.resolve(done(null));
      }),

    commit: () => turns.take(() => records.commit()),

    startOver: () =>
      turns.take(() => {
        records.startOver();
        return Promise.resolve(done(null));
      }),

    discard: () =>
      turns.take(() => {
        records.discard();
        return Promise.resolve(done(null));
      }),

    firstRecords: (file: number, most: number) =>
      turns.take(() => {
        const { store } = records.shown;
        const stored = store.files[file];
        const rows = stored === undefined ? [] : Array.from({ length: Math.min(most, stored.to - stored.from) }, (_, index) => stored.from + index);
        return Promise.resolve(done(rows.map((row) => memberRecord(store, row, 0))));
      }),
  };
}
