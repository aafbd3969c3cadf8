import { FEE_TABLES, type FeeTable } from '../classify/claim-codes.ts';
import type { ReviewResult } from '../core/review-result.ts';
import { FIELD } from '../layout/kept.ts';
import type { ColumnFilter, Scope } from '../metrics/scope.ts';
import { RESULT_NAMES } from '../records/column-values.ts';
import type { RecordColumn } from '../records/columns.ts';

// A column's values narrow the scope by the scope's own choice where it has one for that column, else by a filter.

/** Values (texts) or bounds (numbers and months) chosen in one column; null where it does not narrow. */
export type Chosen = Pick<ColumnFilter, 'values' | 'from' | 'to'> | null;

const FEE_TABLE_CODES = [0, 1, 2, 3, 4] as const satisfies readonly FeeTable[];
const RESULTS = Object.keys(RESULT_NAMES) as ReviewResult[];

/** What the scope keeps of this column. */
export function chosenIn(scope: Scope, column: RecordColumn): Chosen {
  const listed = listedIn(scope, column);
  if (listed !== undefined) return listed === null ? null : { values: listed, from: null, to: null };
  if (isAxis(scope, column) && (scope.from !== null || scope.to !== null)) return { values: null, from: scope.from, to: scope.to };
  return scope.columns?.find((filter) => filter.column === column.name) ?? null;
}

/** The scope with another choice in this column; null takes its narrowing away. */
export function narrowed(scope: Scope, column: RecordColumn, chosen: Chosen): Scope {
  const listed = listedAs(column, chosen?.values ?? null);
  if (listed !== null) return { ...scope, ...listed };
  const others = scope.columns?.filter((filter) => filter.column !== column.name) ?? [];
  const isPeriod = isMonthAxis(column) && chosen?.values !== undefined && chosen.values === null;
  const columns = chosen === null || isPeriod ? others : [...others, { column: column.name, ...chosen }];
  const rest = { ...scope, columns: columns.length === 0 ? null : columns };
  if (isPeriod) return { ...rest, axis: axisOf(column), from: chosen.from, to: chosen.to };
  return isAxis(scope, column) ? { ...rest, from: null, to: null } : rest;
}

/** For a column the scope has a list of its own for: that list in words. Undefined for all others. */
function listedIn(scope: Scope, column: RecordColumn): readonly string[] | null | undefined {
  if (column.field === FIELD.provider) return scope.providers;
  if (column.name === '点検区分') return scope.checkTypes;
  if (column.name === '審査結果') return scope.results?.map((result) => RESULT_NAMES[result]) ?? null;
  if (column.name === '点数表区分') return scope.feeTables?.map((code) => FEE_TABLES[code]) ?? null;
  return undefined;
}

function listedAs(column: RecordColumn, values: readonly string[] | null): Partial<Scope> | null {
  if (column.field === FIELD.provider) return { providers: values };
  if (column.name === '点検区分') return { checkTypes: values };
  if (column.name === '審査結果') return { results: values && RESULTS.filter((result) => values.includes(RESULT_NAMES[result])) };
  if (column.name === '点数表区分') return { feeTables: values && FEE_TABLE_CODES.filter((code) => values.includes(FEE_TABLES[code])) };
  return null;
}

function isMonthAxis({ field }: RecordColumn): boolean {
  return field === FIELD.requestMonth || field === FIELD.resultMonth;
}

function axisOf({ field }: RecordColumn): Scope['axis'] {
  return field === FIELD.resultMonth ? 'result' : 'request';
}

/** Whether the scope's period is about this column. */
function isAxis(scope: Scope, column: RecordColumn): boolean {
  return isMonthAxis(column) && axisOf(column) === scope.axis;
}
