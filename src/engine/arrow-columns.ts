import { Table, makeVector, tableToIPC } from 'apache-arrow';
import type { Database } from './database.ts';

/** A column of a table of integers: TINYINT, INTEGER or BIGINT. */
export type Column = Int8Array | Int32Array | BigInt64Array;

/** Appends columns of equal length, each with an array of its own, to a table that has them in this order. */
export function appendColumns(database: Database, table: string, columns: Readonly<Record<string, Column>>): void {
  const vectors = Object.entries(columns).map(([name, values]) => [name, makeVector(values)] as const);
  if (vectors[0]?.[1].length === 0) return;
  database.append(table, tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'));
}

/** A TINYINT column of the entries at these places. */
export function tinyAt(values: Int32Array, places: Int32Array): Int8Array {
  const entries = new Int8Array(places.length);
  for (let index = 0; index < places.length; index++) entries[index] = values[places[index] as number] as number;
  return entries;
}

/** A BIGINT column of whole numbers; NaN becomes 0. */
export function exact(values: Float64Array): BigInt64Array {
  const entries = new BigInt64Array(values.length);
  // The engine's memory is little-endian, like that of every machine it runs on.
  const words = new Int32Array(entries.buffer);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const low = value | 0;
    if (low === value) {
      words[2 * index] = low;
      words[2 * index + 1] = low >> 31;
    } else if (!Number.isNaN(value)) entries[index] = BigInt(value);
  }
  return entries;
}

/** The same of the entries at these places. */
export function exactAt(values: Float64Array, places: Int32Array): BigInt64Array {
  const entries = new Float64Array(places.length);
  for (let index = 0; index < places.length; index++) entries[index] = values[places[index] as number] as number;
  return exact(entries);
}
