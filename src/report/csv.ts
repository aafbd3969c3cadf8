const BYTE_ORDER_MARK = '\ufeff';
const NEEDS_QUOTES = /["\r\n,]/u;
/** What a spreadsheet would take for a formula, or would swallow; with apostrophes before it, so that taking one off is the inverse. */
const ACTIVE = /^'*[=+\-@＝＋－＠\t\r]/u;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r]/u;

/** A cell: text is protected against being run as a formula; numbers are written as they are given. */
export type CsvCell = { readonly text: string } | { readonly number: string };

export function textCell(text: string): CsvCell {
  return { text };
}

export function numberCell(number: string): CsvCell {
  return { number };
}

/** A CSV file as METRICS has it: byte order mark, CRLF behind every line, quoted where needed. */
export function csvFile(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return `${csvHead(header)}${csvLines(rows)}`;
}

/** What such a file begins with; its lines follow. */
export function csvHead(header: readonly string[]): string {
  return `${BYTE_ORDER_MARK}${header.map(quoted).join(',')}\r\n`;
}

export function csvLines(rows: Iterable<readonly CsvCell[]>): string {
  let lines = '';
  for (const row of rows) lines += `${row.map(written).join(',')}\r\n`;
  return lines;
}

/** A text cell as it was before it was protected. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function written(cell: CsvCell): string {
  return 'number' in cell ? cell.number : quoted(guarded(cell.text));
}

/** A text that no spreadsheet takes for a formula. */
export function guarded(text: string): string {
  return ACTIVE.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
