import { Table, makeVector, tableToIPC } from 'apache-arrow';
import { type NumberValues, type TextValues, columnValues } from '../records/column-values.ts';
import { loadedColumn } from '../records/columns.ts';
import type { ColumnFilter } from '../metrics/scope.ts';
import type { Facts } from '../records/facts.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Database } from './database.ts';

/**
 * Keeps in `filtered_record` the records that a scope's filters by column leave. Values are compared here, on distinct
 * texts, so that none of them comes near a statement.
 */
export class ColumnFilters {
  readonly #database: Database;
  /** What the table was filled for. */
  #facts: Facts | null = null;
  #filters = '';

  constructor(database: Database) {
    this.#database = database;
  }

  /** Fills the table for these filters, unless it already is. */
  apply(store: RecordStore, facts: Facts, filters: readonly ColumnFilter[] | null): void {
    if (filters === null) return;
    const asText = JSON.stringify(filters);
    if (this.#facts === facts && this.#filters === asText) return;
    const records = filteredRecords(store, facts, filters);
    this.#facts = null;
    this.#database.transaction(() => {
      this.#database.execute('DELETE FROM filtered_record');
      if (records.length === 0) return;
      this.#database.append('filtered_record', tableToIPC(new Table({ record: makeVector(records) }), 'stream'));
    });
    this.#facts = facts;
    this.#filters = asText;
  }
}

/** The loaded records that pass every filter, by their place in the store, ascending. */
export function filteredRecords(store: RecordStore, facts: Facts, filters: readonly ColumnFilter[]): Int32Array {
  const tests = filters.map((filter) => testOf(filter, columnValues(loadedColumn(filter.column), store, facts)));
  return facts.record.filter((_, place) => tests.every((test) => test(place)));
}

function testOf(filter: ColumnFilter, values: TextValues | NumberValues): (place: number) => boolean {
  if (values.kind === 'number') {
    if (filter.values?.includes('') === true) return (place) => Number.isNaN(values.valueOf(place));
    const from = filter.from ?? -Infinity;
    const to = filter.to ?? Infinity;
    return (place) => values.valueOf(place) >= from && values.valueOf(place) <= to;
  }
  const wanted = new Set(filter.values ?? []);
  const isWanted = Uint8Array.from({ length: values.distinct }, (_, code) => (wanted.has(values.text(code)) ? 1 : 0));
  return (place) => isWanted[values.codeOf(place)] === 1;
}
