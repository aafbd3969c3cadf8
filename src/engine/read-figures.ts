import type { Figures } from '../metrics/figures.ts';
import type { LineMonths } from '../metrics/line-months.ts';
import type { MonthSums } from '../metrics/month-figures.ts';
import type { NumberColumns, Row } from './database.ts';

/** The column of `figures.sql` that gives each figure. */
export const FIGURE_COLUMNS: Readonly<Record<keyof Figures, string>> = {
  applications: 'applications',
  reduced: 'reduced',
  returned: 'returned',
  upheld: 'upheld',
  withdrawn: 'withdrawn',
  outOfScope: 'out_of_scope',
  pending: 'pending',
  unclassified: 'unclassified',
  pointsDelta: 'points_delta',
  reducedEffect: 'reduced_effect',
  returnedEffect: 'returned_effect',
  effectPerApplication: 'effect_per_application',
};

/** The figures of one result row. @throws TypeError for a column that is missing */
export function figuresOf(row: Row): Figures {
  const read = (figure: keyof Figures): number => whole(row, FIGURE_COLUMNS[figure]);
  const perApplication = row[FIGURE_COLUMNS.effectPerApplication];
  return {
    applications: read('applications'),
    reduced: read('reduced'),
    returned: read('returned'),
    upheld: read('upheld'),
    withdrawn: read('withdrawn'),
    outOfScope: read('outOfScope'),
    pending: read('pending'),
    unclassified: read('unclassified'),
    pointsDelta: read('pointsDelta'),
    reducedEffect: read('reducedEffect'),
    returnedEffect: read('returnedEffect'),
    effectPerApplication: perApplication === null ? null : read('effectPerApplication'),
  };
}

/** The columns of `months.sql`. @throws TypeError for a column that is missing */
export function monthSumsOf(columns: NumberColumns): MonthSums {
  return {
    requestMonth: integers(columns, 'request_month'),
    resultMonth: integers(columns, 'result_month'),
    result: integers(columns, 'result'),
    part: integers(columns, 'part'),
    applications: numbers(columns, 'applications'),
    points: numbers(columns, 'points'),
    receiptPoints: numbers(columns, 'receipt_points'),
    figure: numbers(columns, 'figure'),
  };
}

function whole(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`no number in ${column}`);
  return value;
}

/** The columns of `series.sql`. @throws TypeError for a column that is missing */
export function lineMonthsOf(columns: NumberColumns): LineMonths {
  return {
    line: integers(columns, 'line'),
    month: integers(columns, 'month'),
    applications: integers(columns, 'applications'),
    reduced: integers(columns, 'reduced'),
    returned: integers(columns, 'returned'),
    upheld: integers(columns, 'upheld'),
  };
}

function integers(columns: NumberColumns, name: string): Int32Array {
  const column = columns[name];
  if (!(column instanceof Int32Array)) throw new TypeError(`no integers in ${name}`);
  return column;
}

function numbers(columns: NumberColumns, name: string): Float64Array {
  const column = columns[name];
  if (!(column instanceof Float64Array)) throw new TypeError(`no numbers in ${name}`);
  return column;
}
