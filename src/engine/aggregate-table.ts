import type { AggregateLines } from '../records/aggregate.ts';
import { appendColumns, exact } from './arrow-columns.ts';
import type { Database } from './database.ts';

/** Brings `fact_aggregate` to these lines, in one transaction: a query sees either the old or the new. */
export function replaceAggregate(database: Database, lines: AggregateLines): void {
  database.transaction(() => {
    database.execute('DELETE FROM fact_aggregate');
    appendColumns(database, 'fact_aggregate', {
      applications: lines.applications,
      is_part: new Int8Array(lines.isPart),
      application: lines.application,
      request_month: lines.requestMonth,
      result_month: lines.resultMonth,
      fee_table: new Int8Array(lines.feeTable),
      prefecture: new Int8Array(lines.prefecture),
      result: new Int8Array(lines.result),
      excluded: new Int8Array(lines.excluded),
      listed: new Int8Array(lines.listed),
      points: exact(lines.points),
      receipt_points: exact(lines.receiptPoints),
    });
  });
}
