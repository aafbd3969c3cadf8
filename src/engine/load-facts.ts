import { Table, makeVector, tableToIPC } from 'apache-arrow';
import type { Facts } from '../records/facts.ts';
import type { Database } from './database.ts';

/** Replaces what the metrics read by these facts, in one transaction: a query sees either the old or the new. */
export function loadFacts(database: Database, facts: Facts): void {
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
      item_count: facts.items.count,
      is_only: onlyOnes(facts.application, facts.applications),
    });
    append(database, 'record_item', { record: facts.items.record, item: facts.items.item });
  });
}

function append(database: Database, table: string, columns: Record<string, Int32Array | BigInt64Array>): void {
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

/** For each record 1 where no other has its application. */
function onlyOnes(application: Int32Array, applications: number): Int32Array {
  const records = new Int32Array(applications);
  for (const each of application) records[each] = (records[each] as number) + 1;
  return application.map((each) => (records[each] === 1 ? 1 : 0));
}
