import type { SqlAnswer } from '../explore/sql-answer.ts';
import { type CsvCell, csvFile, guarded, numberCell, textCell } from './csv.ts';

/** The answer to a statement of the user's as a CSV file; NULL is blank. */
export function queryFile({ columns, rows }: SqlAnswer): string {
  const cell = (value: string | null, place: number): CsvCell =>
    value !== null && columns[place]?.isNumber === true ? numberCell(value) : textCell(value ?? '');
  return csvFile(
    columns.map(({ name }) => guarded(name)),
    rows.map((row) => row.map(cell)),
  );
}
