import { type RecordShape, scopeDefinition } from '../metrics/scope-definition.ts';
import { LOADED_COLUMNS } from '../records/columns.ts';
import dropTables from './definitions/drop-readable.sql?raw';
import itemTable from './definitions/item-table.sql?raw';

/** The tables one can ask in SQL, as it names them: all loaded records, those in scope, and the items records name. */
export const READABLE = { records: 'レコード', scoped: '対象レコード', items: '項目' } as const;

/** Columns only SQL sees: the number that ties a record to its items, and that of its application. */
export const NUMBERS = { record: 'レコード番号', application: '申出番号' } as const;

/** The columns of each readable table, for completion. */
export const READABLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  [READABLE.records]: [...Object.values(NUMBERS), ...LOADED_COLUMNS.map(({ name }) => name)],
  [READABLE.scoped]: [...Object.values(NUMBERS), ...LOADED_COLUMNS.map(({ name }) => name)],
  [READABLE.items]: [NUMBERS.record, '種類', 'コード', '名称'],
};

/** A name of a closed list as an identifier of SQL; none of them holds a quote. */
export function identifier(name: string): string {
  return `"${name}"`;
}

/** The enumeration of a column's values, by its place in {@link LOADED_COLUMNS}. */
export function valueType(place: number): string {
  return `value_${String(place)}`;
}

/** Makes an enumeration of what stands in `new_value`, in the order of the code points. */
export function createValueType(place: number): string {
  return `CREATE TYPE ${valueType(place)} AS ENUM (SELECT value FROM new_value ORDER BY value)`;
}

/**
 * Makes the readable tables, still empty; the view of the records in scope is made apart. A text column with few different values is an enumeration, which takes one
 * or two bytes a record.
 * @param enumerated for each of {@link LOADED_COLUMNS} whether it is one
 */
export function createReadable(enumerated: readonly boolean[]): string {
  const numbers = Object.values(NUMBERS).map((name) => `${identifier(name)} INTEGER`);
  const columns = LOADED_COLUMNS.map(({ name, form }, place) => {
    const text = enumerated[place] === true ? valueType(place) : 'VARCHAR';
    return `${identifier(name)} ${form === 'text' ? text : form === 'month' ? 'INTEGER' : 'BIGINT'}`;
  });
  return [`CREATE TABLE ${identifier(READABLE.records)} (${[...numbers, ...columns].join(', ')})`, itemTable].join(';\n');
}

/** Makes the view of the records in scope anew, for scopes of this shape. */
export function createScoped(shape: RecordShape): string {
  const records = identifier(READABLE.records);
  return `CREATE OR REPLACE VIEW ${identifier(READABLE.scoped)} AS WITH ${scopeDefinition(shape)}
SELECT ${records}.* FROM ${records} JOIN scope ON record = ${identifier(NUMBERS.record)}`;
}

/** Takes the readable tables away where there are any. */
export function dropReadable(): string {
  return [dropTables, ...LOADED_COLUMNS.map((_, place) => `DROP TYPE IF EXISTS ${valueType(place)}`)].join('\n;');
}
