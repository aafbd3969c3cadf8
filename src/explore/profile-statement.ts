import { type RecordShape, scopeDefinition } from '../metrics/scope-definition.ts';
import { LOADED_COLUMNS, type RecordColumn } from '../records/columns.ts';
import profile from './definitions/profile.sql?raw';
import { NUMBERS, READABLE, identifier } from './readable-table.ts';

const SCOPED = `FROM scope JOIN ${identifier(READABLE.records)} ON record = ${identifier(NUMBERS.record)}`;

/** The statement that counts the values of one column in the records in scope. */
export function profileStatement(shape: RecordShape, { name }: RecordColumn): string {
  return `WITH ${scopeDefinition(shape)},\ncolumn_value AS (SELECT ${identifier(name)} AS value ${SCOPED}),\n${profile}`;
}

/** The statement that tells of every column at once how many records fill it and how many different values stand there. */
export function overviewStatement(shape: RecordShape): string {
  const figures = LOADED_COLUMNS.flatMap(({ name }, place) => [
    `count(${identifier(name)}) AS filled_${String(place)}`,
    `count(DISTINCT ${identifier(name)}) AS distinct_${String(place)}`,
  ]);
  return `WITH ${scopeDefinition(shape)}\nSELECT\n  count(*) AS records,\n  ${figures.join(',\n  ')}\n${SCOPED}`;
}
