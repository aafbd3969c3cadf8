import { fieldAt } from '../layout/fields.ts';
import { KEPT_FIELDS, type ValueForm } from '../layout/kept.ts';

/** How the values of a column are read: any text, a month (yyyymm) or an integer. */
export type ColumnForm = 'text' | 'month' | 'number';

/** What the rules and codes say of a record, beside its fields. */
export const DERIVED = ['審査結果', '点検区分', '点数表区分', '都道府県', '項目数'] as const;
export type DerivedName = (typeof DERIVED)[number];

/**
 * A column of the loaded records as it is explored and as SQL names it. Names are unique and start no quote:
 * they are the fields' own and a closed list of derived ones.
 */
export interface RecordColumn {
  readonly name: string;
  /** 1 to 210; null for a derived column. */
  readonly field: number | null;
  readonly form: ColumnForm;
}

const FORMS: Readonly<Record<ValueForm, ColumnForm>> = { text: 'text', month: 'month', amount: 'number', check_amount: 'number' };

/** The derived columns, then the kept fields in ascending order. */
export const LOADED_COLUMNS: readonly RecordColumn[] = [
  ...DERIVED.map((name) => ({ name, field: null, form: name === '項目数' ? ('number' as const) : ('text' as const) })),
  ...KEPT_FIELDS.map(({ number, form }) => ({ name: fieldAt(number).name, field: number, form: FORMS[form] })),
];

/** @throws RangeError for a name that no column has */
export function loadedColumn(name: string): RecordColumn {
  const column = LOADED_COLUMNS.find((each) => each.name === name);
  if (column === undefined) throw new RangeError('no such column');
  return column;
}
