import { done } from '../core/outcome.ts';
import { shapeOf } from '../metrics/scope-definition.ts';
import { EVERYTHING } from '../metrics/scope.ts';
import { DIMENSIONS, figuresStatement, monthsStatement } from '../metrics/statements.ts';
import type { AggregateLines } from '../records/aggregate.ts';
import { GRAINS } from '../records/grain.ts';
import { replaceAggregate } from './aggregate-table.ts';
import type { Asker } from './asker.ts';
import type { Database } from './database.ts';
import { monthSumsOf } from './read-figures.ts';
import type { Turns } from './turns.ts';

/** A user who has files at hand chooses them sooner. */
const QUIET_MS = 1000;

/** The browser compiles what the engine runs when it first runs it, so what an import and the screens ask for is asked for once before. */
export async function warmUp(database: Database, asker: Asker, turns: Turns, isUntouched: () => boolean): Promise<void> {
  await turns.later('warm import', (isInterrupted) =>
    rehearse(database, async () => {
      const columns = await asker.columns(monthsStatement(shapeOf(EVERYTHING, 'total')), isInterrupted);
      return columns.ok ? done(monthSumsOf(columns.value)) : columns;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  for (const dimension of DIMENSIONS) {
    for (const grain of GRAINS) {
      if (!isUntouched()) return;
      await turns.later(`warm ${dimension} ${grain}`, (isInterrupted) => asker.query(figuresStatement(shapeOf(EVERYTHING, dimension), dimension, { grain, attribution: 'full' }), isInterrupted));
    }
  }
}

/** Asks while two lines stand in the table of records brought together, one of them a part; afterwards it is empty again. */
async function rehearse<T>(database: Database, ask: () => Promise<T>): Promise<T> {
  replaceAggregate(database, REHEARSED);
  try {
    return await ask();
  } finally {
    database.execute('DELETE FROM fact_aggregate');
  }
}

const ones = (): Int32Array => Int32Array.of(1, 1);
const REHEARSED: AggregateLines = {
  applications: ones(),
  isPart: Int32Array.of(0, 1),
  application: ones(),
  requestMonth: ones(),
  resultMonth: ones(),
  feeTable: ones(),
  prefecture: ones(),
  result: ones(),
  excluded: new Int32Array(2),
  listed: new Int32Array(2),
  points: new Float64Array(2),
  receiptPoints: new Float64Array(2),
};
