import { Table, makeVector, tableToIPC } from 'apache-arrow';
import { resultCode } from '../core/review-result.ts';
import { dropReadable } from '../explore/readable-table.ts';
import type { Classified } from '../records/classified.ts';
import type { ItemPairs } from '../records/item-tree.ts';
import type { Facts } from '../records/facts.ts';
import carryClassesStatement from './schema/carry-classes.sql?raw';
import type { Database } from './database.ts';

/**
 * Brings what the metrics read to these facts, in one transaction: a query sees either the old or the new. Where nothing but
 * classes of records has changed, only those are written. The readable tables, which tell of the facts before, are taken away.
 * @param before what was brought there last; null where that is not known
 */
export function loadFacts(database: Database, next: Classified, before: Classified | null): void {
  if (before !== null && isSameButClasses(before, next)) carryClasses(database, before.facts, next.facts);
  else loadAll(database, next);
  database.execute(dropReadable());
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
    database.execute('DELETE FROM fact');
    appendFacts(database, facts.items, {
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
      is_only: onlyOnes(facts.application),
      excluded: joined.excluded,
      listed: new Int32Array(facts.size),
    });
    const lines = waiting.record.length;
    const nothing = new Int32Array(lines);
    appendFacts(database, waiting.pairs, {
      record: waiting.record,
      application: waiting.application,
      request_month: waiting.requestMonth,
      result_month: nothing,
      points: new BigInt64Array(lines),
      fee_table: nothing,
      prefecture: nothing,
      provider: nothing,
      check_type: waiting.checkType,
      result: new Int32Array(lines).fill(resultCode('pending')),
      upheld_cause: nothing,
      item_count: waiting.itemCount,
      is_only: onlyOnes(waiting.application),
      excluded: waiting.excluded,
      listed: new Int32Array(lines).fill(1),
    });
  });
}

type Column = Int8Array | Int32Array | BigInt64Array;
type Columns = Readonly<Record<string, Column>>;

/** The TINYINT columns of `fact`. */
const TINY: readonly string[] = ['fee_table', 'prefecture', 'result', 'upheld_cause', 'is_only', 'excluded', 'listed'];

/** Appends columns of `fact`, one entry a record, as a line for each pair of record and item. @param pairs in the order of the records, none left out */
function appendFacts(database: Database, { record, item }: Pick<ItemPairs, 'record' | 'item'>, columns: Columns & { readonly record: Int32Array }): void {
  const size = record.length;
  const isFirst = new Int8Array(size);
  const places = new Int32Array(size);
  for (let pair = 0, place = -1; pair < size; pair++) {
    if (record[pair] !== columns.record[place]) {
      place++;
      isFirst[pair] = 1;
    }
    places[pair] = place;
  }
  // Each column has an array of its own: one that two columns share does not get through.
  const lines: Record<string, Column> = {};
  for (const [name, values] of Object.entries(columns)) lines[name] = gathered(values, places, TINY.includes(name));
  append(database, 'fact', { ...lines, item, is_first: isFirst });
}

function gathered(values: Column, places: Int32Array, isTiny: boolean): Column {
  const { length } = places;
  if (values instanceof BigInt64Array) {
    const lines = new BigInt64Array(length);
    for (let line = 0; line < length; line++) lines[line] = values[places[line] as number] as bigint;
    return lines;
  }
  const lines = isTiny ? new Int8Array(length) : new Int32Array(length);
  for (let line = 0; line < length; line++) lines[line] = values[places[line] as number] as number;
  return lines;
}

/** Replaces what is rolled up by these pairs. */
export function loadGroups(database: Database, groups: readonly ItemPairs[]): void {
  database.transaction(() => {
    database.execute('DELETE FROM record_group');
    for (const { record, item, count } of groups) append(database, 'record_group', { record, item, items: count });
  });
}

function append(database: Database, table: string, columns: Columns): void {
  if (columns.record?.length === 0) return;
  const vectors = Object.entries(columns).map(([name, values]) => [name, makeVector(values)] as const);
  database.append(table, tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'));
}

/** Whole points as 64-bit integers; a blank adds nothing and is 0. */
function exactIntegers(points: Float64Array): BigInt64Array {
  const integers = new BigInt64Array(points.length);
  // The engine's memory is little-endian, like that of every machine it runs on.
  const words = new Int32Array(integers.buffer);
  for (let i = 0; i < points.length; i++) {
    const value = points[i] as number;
    const low = value | 0;
    if (low === value) {
      words[2 * i] = low;
      words[2 * i + 1] = low >> 31;
    } else if (!Number.isNaN(value)) integers[i] = BigInt(value);
  }
  return integers;
}

/** For each record 1 where no other has its application. */
function onlyOnes(application: Int32Array): Int32Array {
  const records = new Int32Array(application.reduce((most, each) => Math.max(most, each + 1), 0));
  for (const each of application) records[each] = (records[each] as number) + 1;
  return application.map((each) => (records[each] === 1 ? 1 : 0));
}
