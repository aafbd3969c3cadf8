import { COLUMN_FILTER, columnValueText } from '../messages/explore-texts.ts';
import type { ColumnFilter } from '../metrics/scope.ts';
import { loadedColumn } from '../records/columns.ts';

/** One of the scope's filters by column, as one can read it out. */
export function filterWords({ column, values, from, to }: ColumnFilter): string {
  if (values !== null) return COLUMN_FILTER.values(column, values);
  const { form } = loadedColumn(column);
  const edge = (bound: number | null): string => (bound === null ? '' : columnValueText(form, String(bound)));
  return COLUMN_FILTER.range(column, edge(from), edge(to));
}
