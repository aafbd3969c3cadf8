import { Asker } from './asker.ts';
import { Cancellation } from './cancellation.ts';
import type { Database } from './database.ts';
import { decideCalls } from './decide-calls.ts';
import { EngineMemory } from './engine-memory.ts';
import { exploreCalls } from './explore-calls.ts';
import { Explorer } from './explorer.ts';
import { FactTable } from './fact-table.ts';
import { importCalls } from './import-calls.ts';
import { listCalls } from './list-calls.ts';
import { LoadedRecords } from './loaded-records.ts';
import { mappingCalls } from './mapping-calls.ts';
import { tableCalls } from './table-calls.ts';
import { Turns } from './turns.ts';
import { warmUp } from './warm-up.ts';

/** The engine worker's work, as src/protocol/engine.ts describes it: a file a subject, all about the same records. */
export type Workbench = ReturnType<typeof createWorkbench>;

export function createWorkbench(database: Database) {
  const turns = new Turns();
  const cancellation = new Cancellation();
  const memory = new EngineMemory(database);
  const records = new LoadedRecords(database, memory);
  const facts = new FactTable(database);
  const asker = new Asker(database, cancellation, facts);
  return {
    ...importCalls(records, turns),
    ...tableCalls(database, records, asker, facts, turns),
    ...exploreCalls(new Explorer(database, memory), records, asker, turns, cancellation),
    ...listCalls(records, turns),
    ...mappingCalls(records, turns),
    ...decideCalls(records, asker, turns),
    /** Readies the engine for questions, until files come: these need the machine for themselves. */
    warmUp: () => warmUp(database, asker, turns, () => records.isUntouched),
    /** Ends the query that runs now. */
    cancel: () => {
      cancellation.cancel();
      return Promise.resolve();
    },
  };
}
