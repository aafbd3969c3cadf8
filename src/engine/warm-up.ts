import { type Outcome, done } from '../core/outcome.ts';
import { shapeOf } from '../metrics/scope-definition.ts';
import { type Dimension, EVERYTHING, type Scope, scopeVariables } from '../metrics/scope.ts';
import { figuresStatement, monthsStatement } from '../metrics/statements.ts';
import type { AggregateLines } from '../records/aggregate.ts';
import { GRAINS } from '../records/grain.ts';
import { replaceAggregate } from './aggregate-table.ts';
import { appendColumns } from './arrow-columns.ts';
import type { Asker } from './asker.ts';
import type { Database } from './database.ts';
import type { IsCancelled } from './pending-query.ts';
import { monthSumsOf } from './read-figures.ts';
import type { Turns } from './turns.ts';

/** A user who has files at hand chooses them sooner. */
const QUIET_MS = 1000;

/** The tables whose lines are asked for by statements of their own, those of the screens first. */
const TABLES: readonly Dimension[] = ['item', 'check_type', 'item_group', 'provider'];

/** Every condition that a scope of records brought together can have, and every one of single records. */
const NARROWED: Scope = { ...EVERYTHING, from: 202404, to: 202404, feeTables: [1], region: 'in' };
const NARROWED_RECORDS: Scope = { ...EVERYTHING, checkTypes: [''], results: ['reduced'], providers: [''], items: [''] };

/** The browser compiles what the engine runs when it first runs it, so what an import and the screens ask for is asked for once before. */
export async function warmUp(database: Database, asker: Asker, turns: Turns, isUntouched: () => boolean): Promise<void> {
  const rehearsal = new Rehearsal(database, asker);
  await turns.later('warm import', (isInterrupted) => rehearsal.months(EVERYTHING, isInterrupted));
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  for (const scope of [EVERYTHING, NARROWED, NARROWED_RECORDS]) {
    if (!isUntouched()) return;
    await turns.later('warm months', (isInterrupted) => rehearsal.months(scope, isInterrupted));
    for (const dimension of TABLES) {
      for (const grain of GRAINS) {
        if (!isUntouched()) return;
        await turns.later('warm table', (isInterrupted) => rehearsal.table(scope, dimension, grain, isInterrupted));
      }
    }
  }
}

/** Asks for once what a scope of single records will ask for, about all lines that are there: two lines are too few to have everything compiled. */
export function warmRecords(database: Database, asker: Asker, isInterrupted: IsCancelled): Promise<Outcome<unknown>> {
  bindMadeUp(database, NARROWED_RECORDS, 'total');
  return asker.columns(monthsStatement(shapeOf(NARROWED_RECORDS, 'total')), isInterrupted);
}

function bindMadeUp(database: Database, scope: Scope, dimension: Dimension): void {
  database.bind(scopeVariables(scope, { grain: 'row', attribution: 'full', ownPrefecture: 1 }, dimension, NUMBERING));
}

/** Asks while two lines stand in the tables that are asked, one of them a part; afterwards these are empty again. */
class Rehearsal {
  readonly #database: Database;
  readonly #asker: Asker;

  constructor(database: Database, asker: Asker) {
    this.#database = database;
    this.#asker = asker;
  }

  months(scope: Scope, isInterrupted: IsCancelled): Promise<Outcome<unknown>> {
    const shape = shapeOf(scope, 'total');
    return this.#rehearse(shape.source, scope, 'total', async () => {
      const columns = await this.#asker.columns(monthsStatement(shape), isInterrupted);
      return columns.ok ? done(monthSumsOf(columns.value)) : columns;
    });
  }

  table(scope: Scope, dimension: Dimension, grain: (typeof GRAINS)[number], isInterrupted: IsCancelled): Promise<Outcome<unknown>> {
    const shape = shapeOf(scope, dimension);
    return this.#rehearse(shape.source, scope, dimension, () => this.#asker.query(figuresStatement(shape, dimension, { grain, attribution: 'full' }), isInterrupted));
  }

  async #rehearse<T>(source: 'aggregate' | 'fact', scope: Scope, dimension: Dimension, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (source === 'fact') appendColumns(this.#database, 'fact', FACTS);
    else replaceAggregate(this.#database, AGGREGATED);
    try {
      bindMadeUp(this.#database, scope, dimension);
      return await ask();
    } finally {
      this.#database.execute(source === 'fact' ? 'DELETE FROM fact' : 'DELETE FROM fact_aggregate');
    }
  }
}

const NUMBERING = { checkType: () => 1, items: () => [1], provider: () => 1 };

const ones = (): Int32Array => Int32Array.of(1, 1);
const tinyOnes = (): Int8Array => Int8Array.of(1, 1);

const AGGREGATED: AggregateLines = {
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

/** Columns of `fact`, in its order. */
const FACTS = {
  record: Int32Array.of(0, 1),
  application: Int32Array.of(0, 1),
  request_month: ones(),
  result_month: ones(),
  points: BigInt64Array.of(1n, 1n),
  fee_table: tinyOnes(),
  prefecture: tinyOnes(),
  provider: ones(),
  check_type: ones(),
  result: tinyOnes(),
  upheld_cause: tinyOnes(),
  item_count: ones(),
  is_only: Int8Array.of(0, 1),
  excluded: new Int8Array(2),
  listed: new Int8Array(2),
  item: ones(),
  is_first: tinyOnes(),
};
