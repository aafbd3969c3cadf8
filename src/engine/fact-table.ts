import { nextMessage } from '../core/next-message.ts';
import { resultCode } from '../core/review-result.ts';
import type { Classified } from '../records/classified.ts';
import type { Facts } from '../records/facts.ts';
import { gathered } from '../records/gathered.ts';
import type { ItemPairs } from '../records/item-tree.ts';
import { type Column, appendColumns, exactAt, tinyAt } from './arrow-columns.ts';
import type { Database } from './database.ts';
import carryClassesStatement from './schema/carry-classes.sql?raw';

/** So many lines are given to the engine at a time. */
const STEP = 1 << 15;

/** Makes the columns of `fact` that tell of records, for some of these. @param places of records, one a line */
type Columns = (places: Int32Array) => Readonly<Record<string, Column>>;

/** Keeps `fact` at what is asked about: it is filled when a question first needs it, or while nothing is asked. */
export class FactTable {
  readonly #database: Database;
  /** What the table holds; null while it holds nothing as a whole. */
  #held: Classified | null = null;
  #filling: { readonly next: Classified; readonly steps: Iterator<void> } | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Brings the table to these facts, in steps between which messages are heard.
   * @param isInterrupted asked before each step; the next call for the same facts goes on where this one ended
   * @returns whether all is there
   * @throws what the engine throws; the table is then filled anew the next time
   */
  async bring(next: Classified, isInterrupted: () => boolean = () => false): Promise<boolean> {
    while (this.#held !== next) {
      if (isInterrupted()) return false;
      this.#step(next);
      await nextMessage();
    }
    return true;
  }

  #step(next: Classified): void {
    const before = this.#held;
    this.#held = null;
    if (before !== null && isSameButClasses(before, next)) {
      carryClasses(this.#database, before.facts, next.facts);
      this.#held = next;
      return;
    }
    const { steps } = this.#filling?.next === next ? this.#filling : { steps: fill(this.#database, next) };
    this.#filling = null;
    if (steps.next().done === true) this.#held = next;
    else this.#filling = { next, steps };
  }
}

/** Lines that wait for a result have a check type too, but are few and seldom: with them everything is loaded. */
function isSameButClasses(before: Classified, next: Classified): boolean {
  const isSame = before.facts.record === next.facts.record && before.facts.items === next.facts.items && before.joined.lists === next.joined.lists;
  return isSame && next.waiting.record.length === 0;
}

function carryClasses(database: Database, before: Facts, next: Facts): void {
  const changed: number[] = [];
  for (let index = 0; index < next.size; index++) {
    const isSame =
      before.checkType[index] === next.checkType[index] &&
      before.result[index] === next.result[index] &&
      before.upheldCause[index] === next.upheldCause[index];
    if (!isSame) changed.push(index);
  }
  if (changed.length === 0) return;
  const places = Int32Array.from(changed);
  database.transaction(() => {
    appendColumns(database, 'changed_class', {
      record: gathered(next.record, places),
      check_type: gathered(next.checkType, places),
      result: tinyAt(next.result, places),
      upheld_cause: tinyAt(next.upheldCause, places),
    });
    database.execute(carryClassesStatement);
    database.execute('DELETE FROM changed_class');
  });
}

function* fill(database: Database, { facts, joined, waiting }: Classified): Generator<void> {
  database.execute('DELETE FROM fact');
  const only = onlyOnes(facts.application, facts.applications);
  yield* appendFacts(database, facts.items, facts.record, (places) => ({
    application: gathered(facts.application, places),
    request_month: gathered(facts.requestMonth, places),
    result_month: gathered(facts.resultMonth, places),
    points: exactAt(facts.points, places),
    fee_table: tinyAt(facts.feeTable, places),
    prefecture: tinyAt(facts.prefecture, places),
    provider: gathered(facts.provider, places),
    check_type: gathered(facts.checkType, places),
    result: tinyAt(facts.result, places),
    upheld_cause: tinyAt(facts.upheldCause, places),
    item_count: gathered(facts.items.count, places),
    is_only: tinyAt(only, places),
    excluded: tinyAt(joined.excluded, places),
    listed: new Int8Array(places.length),
  }));
  const applications = waiting.application.reduce((most, each) => Math.max(most, each + 1), 0);
  const onlyWaiting = onlyOnes(waiting.application, applications);
  yield* appendFacts(database, waiting.pairs, waiting.record, (places) => ({
    application: gathered(waiting.application, places),
    request_month: gathered(waiting.requestMonth, places),
    result_month: new Int32Array(places.length),
    points: new BigInt64Array(places.length),
    fee_table: new Int8Array(places.length),
    prefecture: new Int8Array(places.length),
    provider: new Int32Array(places.length),
    check_type: gathered(waiting.checkType, places),
    result: new Int8Array(places.length).fill(resultCode('pending')),
    upheld_cause: new Int8Array(places.length),
    item_count: gathered(waiting.itemCount, places),
    is_only: tinyAt(onlyWaiting, places),
    excluded: tinyAt(waiting.excluded, places),
    listed: new Int8Array(places.length).fill(1),
  }));
}

/**
 * Appends a line for each pair of record and item.
 * @param pairs in the order of the records, none left out
 */
function* appendFacts(database: Database, pairs: Pick<ItemPairs, 'record' | 'item'>, records: Int32Array, columns: Columns): Generator<void> {
  let place = -1;
  for (let from = 0; from < pairs.record.length; from += STEP) {
    const record = pairs.record.slice(from, from + STEP);
    const places = new Int32Array(record.length);
    const isFirst = new Int8Array(record.length);
    for (let line = 0; line < record.length; line++) {
      if (record[line] !== records[place]) {
        place++;
        isFirst[line] = 1;
      }
      places[line] = place;
    }
    appendColumns(database, 'fact', { record, ...columns(places), item: pairs.item.slice(from, from + STEP), is_first: isFirst });
    yield;
  }
}

/** For each record 1 where no other has its application. @param applications more than the largest of their numbers */
function onlyOnes(application: Int32Array, applications: number): Int32Array {
  const records = new Int32Array(applications);
  for (const each of application) records[each] = (records[each] as number) + 1;
  const only = new Int32Array(application.length);
  for (let place = 0; place < only.length; place++) only[place] = records[application[place] as number] === 1 ? 1 : 0;
  return only;
}
