import type { Figures } from '../metrics/figures.ts';
import type { LineMonths } from '../metrics/line-months.ts';
import type { MonthSum } from '../metrics/month-figures.ts';
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

/** A row of `months.sql`. @throws TypeError for a column that is missing */
export function monthSumOf(row: Row): MonthSum {
  const part = row.part ?? null;
  return {
    requestMonth: whole(row, 'request_month'),
    resultMonth: whole(row, 'result_month'),
    result: whole(row, 'result'),
    part: part === null ? null : whole(row, 'part'),
    figure: part === null ? null : whole(row, 'figure'),
    applications: whole(row, 'applications'),
    points: whole(row, 'points'),
    receiptPoints: whole(row, 'receipt_points'),
  };
}

function whole(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`no number in ${column}`);
  return value;
}

/** The columns of `series.sql`. @throws TypeError for a column that is missing */
export function lineMonthsOf(columns: NumberColumns): LineMonths {
  const read = (name: keyof LineMonths): Int32Array => {
    const column = columns[name];
    if (!(column instanceof Int32Array)) throw new TypeError(`no column ${name}`);
    return column;
  };
  return {
    line: read('line'),
    month: read('month'),
    applications: read('applications'),
    reduced: read('reduced'),
    returned: read('returned'),
    upheld: read('upheld'),
  };
}
