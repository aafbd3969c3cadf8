import { Table, makeVector, tableToIPC } from 'apache-arrow';
import { resultCode } from '../core/review-result.ts';
import type { Classified } from '../records/classified.ts';
import type { ItemPairs } from '../records/item-tree.ts';
import type { Facts } from '../records/facts.ts';
import carryClassesStatement from './schema/carry-classes.sql?raw';
import type { Database } from './database.ts';

/**
 * Brings what the metrics read to these facts, in one transaction: a query sees either the old or the new. Where nothing but
 * classes of records has changed, only those are written.
 * @param before what was brought there last; null where that is not known
 */
export function loadFacts(database: Database, next: Classified, before: Classified | null): void {
  if (before !== null && isSameButClasses(before, next)) carryClasses(database, before.facts, next.facts);
  else loadAll(database, next);
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
  const pick = (column: Int32Array): Int32Array => Int32Array.from(changed, (index) => column[index] as number);
  database.transaction(() => {
    append(database, 'changed_class', {
      record: pick(next.record),
      check_type: pick(next.checkType),
      result: pick(next.result),
      upheld_cause: pick(next.upheldCause),
    });
    database.execute(carryClassesStatement);
    database.execute('DELETE FROM changed_class');
  });
}

function loadAll(database: Database, { facts, joined, waiting }: Classified): void {
  database.transaction(() => {
    database.execute('DELETE FROM fact; DELETE FROM record_item');
    append(database, 'fact', {
      record: facts.record,
      application: facts.application,
      request_month: facts.requestMonth,
      result_month: facts.resultMonth,
      points: exactIntegers(facts.points),
      fee_table: facts.feeTable,
      prefecture: facts.prefecture,
      provider: facts.provider,
      check_type: facts.checkType,
      result: facts.result,
      upheld_cause: facts.upheldCause,
      item_count: facts.items.count,
      excluded: joined.excluded,
      listed: new Int32Array(facts.size),
    });
    append(database, 'record_item', { record: facts.items.record, item: facts.items.item });
    const lines = waiting.record.length;
    // Each column has an array of its own: one that two columns share does not get through.
    const all = (value: number): Int32Array => new Int32Array(lines).fill(value);
    append(database, 'fact', {
      record: waiting.record,
      application: waiting.application,
      request_month: waiting.requestMonth,
      result_month: all(0),
      points: new BigInt64Array(lines),
      fee_table: all(0),
      prefecture: all(0),
      provider: all(0),
      check_type: waiting.checkType,
      result: all(resultCode('pending')),
      upheld_cause: all(0),
      item_count: waiting.itemCount,
      excluded: waiting.excluded,
      listed: all(1),
    });
    append(database, 'record_item', waiting.pairs);
  });
}

/** Replaces what is rolled up by these pairs. */
export function loadGroups(database: Database, groups: readonly ItemPairs[]): void {
  database.transaction(() => {
    database.execute('DELETE FROM record_group');
    for (const { record, item, count } of groups) append(database, 'record_group', { record, item, items: count });
  });
}

function append(database: Database, table: string, columns: Readonly<Record<string, Int32Array | BigInt64Array>>): void {
  if (columns.record?.length === 0) return;
  const vectors = Object.entries(columns).map(([name, values]) => [name, makeVector(values)] as const);
  database.append(table, tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'));
}

/** Whole points as 64-bit integers; a blank adds nothing and is 0. */
function exactIntegers(points: Float64Array): BigInt64Array {
  const integers = new BigInt64Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const value = points[i] as number;
    if (!Number.isNaN(value)) integers[i] = BigInt(value);
  }
  return integers;
}
