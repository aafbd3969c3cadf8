import Papa from 'papaparse';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';

/** One filled line of a list. */
export interface ListRow {
  /** Physical line of its start, the first of the file being 1. */
  readonly line: number;
  /** Trimmed, one a column. */
  readonly cells: readonly string[];
}

/** A list as it stands in its file, read but not yet understood. */
export interface ListTable {
  /** Trimmed column heads. */
  readonly header: readonly string[];
  /** Physical line of the header. */
  readonly headerLine: number;
  /** Without the blank lines. */
  readonly rows: readonly ListRow[];
}

/** What our own files put before a text that a spreadsheet would take for a formula. */
const PROTECTED = /^'(?=[=+\-@＝＋－＠\t\r])/u;
const EXPONENT = /^\d(?:\.\d+)?E\+\d+$/iu;

/**
 * Reads a list from its CSV text; its first filled line is taken as the header.
 * Refused whole, with the line: an unbalanced quote (`list_quote`), a line with another number of columns than the
 * header (`list_columns`; blank columns more are no fault), nothing but a header (`list_empty`).
 */
export function readListTable(csv: string): Outcome<ListTable> {
  const lines = filledLines(csv);
  if (!lines.ok) return lines;
  const [header, ...rows] = lines.value;
  if (header === undefined || rows.length === 0) return failed(failure('list_empty'));
  const width = header.cells.length;
  for (const { line, cells } of rows) {
    const fits = cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell === ''));
    if (!fits) return failed(failure('list_columns', { line, columns: cells.length, expected: width }));
  }
  return done({ header: header.cells, headerLine: header.line, rows });
}

/** The lines of a CSV text that hold something. Refused with `list_quote` where its quotes do not balance. */
export function filledLines(csv: string): Outcome<readonly ListRow[]> {
  const text = csv.replace(/\r\n?/gu, '\n').replace(/\u001a+$/u, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  const broken = errors.find(({ type }) => type === 'Quotes')?.row;
  const rows: ListRow[] = [];
  let line = 1;
  for (const [index, cells] of data.entries()) {
    if (index === broken) return failed(failure('list_quote', { line }));
    const trimmed = cells.map((cell) => cell.trim().replace(PROTECTED, ''));
    if (trimmed.some((cell) => cell !== '')) rows.push({ line, cells: trimmed });
    line += cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 1);
  }
  return done(rows);
}

/** Whether a claim key has lost its digits to a spreadsheet (1.42E+19). */
export function isDamagedKey(key: string): boolean {
  return EXPONENT.test(key.normalize('NFKC'));
}
