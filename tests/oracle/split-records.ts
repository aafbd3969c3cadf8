export interface Reading {
  readonly fields: readonly string[];
  /** Where the record's own text ends; the line break, if any, starts here. */
  readonly end: number;
  readonly innerBreaks: number;
  /** The most commas that one field with a line break in it holds. */
  readonly commasInBrokenField: number;
}

export type Piece =
  | { readonly kind: 'record'; readonly line: number; readonly fields: readonly string[] }
  | { readonly kind: 'set_aside'; readonly line: number };

export type Newline = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

export interface Split {
  readonly pieces: readonly Piece[];
  readonly blank: number;
  readonly newline: Newline;
}

export function breakLength(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? 2 : 1;
  return text[at] === '\n' ? 1 : 0;
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && breakLength(text, at) === 0) at++;
  return at;
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly breaks: number;
}

function readQuoted(text: string, openQuote: number): Field | null {
  let value = '';
  let breaks = 0;
  let at = openQuote + 1;
  while (at < text.length) {
    const unit = text[at];
    if (unit === '"' && text[at + 1] === '"') {
      value += '"';
      at += 2;
    } else if (unit === '"') {
      return { value, end: at + 1, breaks };
    } else if (breakLength(text, at) > 0) {
      const length = breakLength(text, at);
      value += text.slice(at, at + length);
      breaks++;
      at += length;
    } else {
      value += unit ?? '';
      at++;
    }
  }
  return null;
}

function readBare(text: string, start: number): Field | null {
  let at = start;
  while (at < text.length && text[at] !== ',' && breakLength(text, at) === 0) at++;
  const value = text.slice(start, at);
  const quotes = value.split('"').length - 1;
  return quotes % 2 === 0 ? { value, end: at, breaks: 0 } : null;
}

/** One record from `start`, or null where its quotes do not close as they should. */
export function readRecord(text: string, start: number): Reading | null {
  const fields: string[] = [];
  let innerBreaks = 0;
  let commasInBrokenField = 0;
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? readQuoted(text, at) : readBare(text, at);
    if (field === null) return null;
    fields.push(field.value);
    innerBreaks += field.breaks;
    if (field.breaks > 0) {
      commasInBrokenField = Math.max(commasInBrokenField, field.value.split(',').length - 1);
    }
    at = field.end;
    if (text[at] === ',') {
      at++;
    } else if (at >= text.length || breakLength(text, at) > 0) {
      return { fields, end: at, innerBreaks, commasInBrokenField };
    } else {
      return null;
    }
  }
}

function isBroken(record: Reading, width: number): boolean {
  if (record.innerBreaks === 0) return false;
  return record.fields.length !== width || record.commasInBrokenField >= width - 1;
}

function newlineOf(found: ReadonlySet<string>): Newline {
  if (found.size === 0) return 'none';
  if (found.size > 1) return 'mixed';
  if (found.has('\r\n')) return 'crlf';
  return found.has('\n') ? 'lf' : 'cr';
}

export function splitRecords(text: string, width: number, isBlankLine: (units: string) => boolean): Split {
  const pieces: Piece[] = [];
  const lineBreaks = new Set<string>();
  let blank = 0;
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const record = readRecord(text, at);
    let end = lineEnd;
    let innerBreaks = 0;
    if (isBlankLine(text.slice(at, lineEnd))) {
      blank++;
    } else if (record === null || isBroken(record, width)) {
      pieces.push({ kind: 'set_aside', line });
    } else {
      pieces.push({ kind: 'record', line, fields: record.fields });
      end = record.end;
      innerBreaks = record.innerBreaks;
    }
    const length = breakLength(text, end);
    if (length > 0) lineBreaks.add(text.slice(end, end + length));
    line += innerBreaks + 1;
    at = end + length;
  }
  return { pieces, blank, newline: newlineOf(lineBreaks) };
}

/** The field counts that a file without a header could have, most promising first. */
export function possibleWidths(text: string): number[] {
  const seen = new Map<number, number>();
  const note = (count: number): void => {
    seen.set(count, (seen.get(count) ?? 0) + 1);
  };
  let at = 0;
  while (at < text.length) {
    const record = readRecord(text, at);
    if (record !== null && record.fields.length > 1) note(record.fields.length);
    const end = record === null ? endOfLine(text, at) : record.end;
    at = end + breakLength(text, end);
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const record = readRecord(line, 0);
    if (record !== null && record.fields.length > 1) note(record.fields.length);
  }
  return [...seen].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([count]) => count);
}
