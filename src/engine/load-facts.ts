import { Table, makeVector, tableToIPC } from 'apache-arrow';
import { resultCode } from '../core/review-result.ts';
import { dropReadable } from '../explore/readable-table.ts';
import type { Classified } from '../records/classified.ts';
import { gathered } from '../records/gathered.ts';
import type { ItemPairs } from '../records/item-tree.ts';
import type { Facts } from '../records/facts.ts';
import carryClassesStatement from './schema/carry-classes.sql?raw';
import type { Database } from './database.ts';

/**
 * Brings what the metrics read to these facts, in one transaction: a query sees either the old or the new. Where nothing but
 * classes of records has changed, only those are written. The readable tables, which tell of the facts before, are taken away.
 * @param before what was brought there last; null where nothing was yet
 */
export function loadFacts(database: Database, next: Classified, before: Classified | null): void {
  if (before === null) {
    database.transaction(() => appendAll(database, next));
    return;
  }
  if (isSameButClasses(before, next)) carryClasses(database, before.facts, next.facts);
  else replaceAll(database, next);
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

function replaceAll(database: Database, next: Classified): void {
  database.transaction(() => {
    database.execute('DELETE FROM fact');
    appendAll(database, next);
  });
}

function appendAll(database: Database, { facts, joined, waiting }: Classified): void {
  appendFacts(database, facts.items, facts.record, {
    application: whole(facts.application),
    request_month: whole(facts.requestMonth),
    result_month: whole(facts.resultMonth),
    points: exact(facts.points),
    fee_table: tiny(facts.feeTable),
    prefecture: tiny(facts.prefecture),
    provider: whole(facts.provider),
    check_type: whole(facts.checkType),
    result: tiny(facts.result),
    upheld_cause: tiny(facts.upheldCause),
    item_count: whole(facts.items.count),
    is_only: tiny(onlyOnes(facts.application, facts.applications)),
    excluded: joined.exclusions === null ? always(0) : tiny(joined.excluded),
    listed: always(0),
  });
  const applications = waiting.application.reduce((most, each) => Math.max(most, each + 1), 0);
  appendFacts(database, waiting.pairs, waiting.record, {
    application: whole(waiting.application),
    request_month: whole(waiting.requestMonth),
    result_month: whole(new Int32Array(waiting.record.length)),
    points: exact(new Float64Array(waiting.record.length)),
    fee_table: always(0),
    prefecture: always(0),
    provider: whole(new Int32Array(waiting.record.length)),
    check_type: whole(waiting.checkType),
    result: always(resultCode('pending')),
    upheld_cause: always(0),
    item_count: whole(waiting.itemCount),
    is_only: tiny(onlyOnes(waiting.application, applications)),
    excluded: tiny(waiting.excluded),
    listed: always(1),
  });
}

type Column = Int8Array | Int32Array | BigInt64Array;
type Columns = Readonly<Record<string, Column>>;

/** Makes a column of `fact` of what records say. @param places for each line the place of its record */
type Lines = (places: Int32Array) => Column;

/**
 * Appends columns of `fact` as a line for each pair of record and item.
 * @param pairs in the order of the records, none left out
 */
function appendFacts(database: Database, pairs: Pick<ItemPairs, 'record' | 'item'>, records: Int32Array, columns: Readonly<Record<string, Lines>>): void {
  const { record, item } = pairs;
  if (record.length === 0) return;
  const isFirst = new Int8Array(record.length);
  const places = new Int32Array(record.length);
  for (let pair = 0, place = -1; pair < record.length; pair++) {
    if (record[pair] !== records[place]) {
      place++;
      isFirst[pair] = 1;
    }
    places[pair] = place;
  }
  // Each column has an array of its own: one that two columns share does not get through.
  const lines = Object.entries(columns).map(([name, linesOf]) => [name, linesOf(places)] as const);
  append(database, 'fact', { record, ...Object.fromEntries(lines), item, is_first: isFirst });
}

/** An INTEGER column. */
function whole(values: Int32Array): Lines {
  return (places) => gathered(values, places);
}

/** A TINYINT column. */
function tiny(values: Int32Array): Lines {
  return (places) => {
    const lines = new Int8Array(places.length);
    for (let line = 0; line < places.length; line++) lines[line] = values[places[line] as number] as number;
    return lines;
  };
}

/** A TINYINT column of one value. */
function always(value: number): Lines {
  return ({ length }) => new Int8Array(length).fill(value);
}

/** A BIGINT column of whole points; a blank adds nothing and is 0. */
function exact(points: Float64Array): Lines {
  return (places) => {
    const lines = new BigInt64Array(places.length);
    // The engine's memory is little-endian, like that of every machine it runs on.
    const words = new Int32Array(lines.buffer);
    for (let line = 0; line < places.length; line++) {
      const value = points[places[line] as number] as number;
      const low = value | 0;
      if (low === value) {
        words[2 * line] = low;
        words[2 * line + 1] = low >> 31;
      } else if (!Number.isNaN(value)) lines[line] = BigInt(value);
    }
    return lines;
  };
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

/** For each record 1 where no other has its application. @param applications more than the largest of their numbers */
function onlyOnes(application: Int32Array, applications: number): Int32Array {
  const records = new Int32Array(applications);
  for (const each of application) records[each] = (records[each] as number) + 1;
  const only = new Int32Array(application.length);
  for (let place = 0; place < only.length; place++) only[place] = records[application[place] as number] === 1 ? 1 : 0;
  return only;
}
