import type { MonthOfLine } from './figures.ts';

/** The months of the lines of a table as columns, an entry a month of a line, by line and then by month ascending. @see {@link MonthOfLine} */
export type LineMonths = Readonly<Record<keyof MonthOfLine, Int32Array>>;

/** Finds the months of one line; none where it has none. */
export function monthsByLine(months: LineMonths): (line: number) => readonly MonthOfLine[] {
  const starts = new Map<number, number>();
  const numbers = months.line;
  for (let place = numbers.length - 1; place >= 0; place--) starts.set(numbers[place] as number, place);
  return (line) => {
    const found: MonthOfLine[] = [];
    for (let place = starts.get(line) ?? numbers.length; numbers[place] === line; place++) found.push(monthAt(months, place));
    return found;
  };
}

function monthAt(months: LineMonths, place: number): MonthOfLine {
  const of = (column: Int32Array): number => column[place] as number;
  return {
    line: of(months.line),
    month: of(months.month),
    applications: of(months.applications),
    reduced: of(months.reduced),
    returned: of(months.returned),
    upheld: of(months.upheld),
  };
}
