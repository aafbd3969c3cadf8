import { byteOrderMark, encodeCp932Into, encodeText, type Encoding } from './encode-text.ts';

export type Newline = 'crlf' | 'lf' | 'cr';

/** all = every field in quotes, filled = those that hold something, needed = those that could not do without, bare = none. */
export type Quoting = 'all' | 'filled' | 'needed' | 'bare';

export interface CsvForm {
  readonly encoding: Encoding;
  readonly newline: Newline;
  readonly quoting: Quoting;
}

export const CP932_QUOTED: CsvForm = { encoding: 'cp932', newline: 'crlf', quoting: 'all' };

export const NEWLINES: Readonly<Record<Newline, string>> = { crlf: '\r\n', lf: '\n', cr: '\r' };

/** A field given as text, or as the very bytes to put between the quotes. */
export type Cell = string | Uint8Array;

/** Collects a CSV file; `chunk` is handed full buffers as they come, so that nothing large is held. */
export class CsvWriter {
  readonly #form: CsvForm;
  readonly #chunk: (bytes: Uint8Array) => void;
  #buffer: Uint8Array = new Uint8Array(1 << 20);
  #used = 0;
  #line = 1;

  constructor(form: CsvForm, chunk: (bytes: Uint8Array) => void) {
    this.#form = form;
    this.#chunk = chunk;
  }

  begin(): void {
    this.writeBytes(byteOrderMark(this.#form.encoding));
  }

  /** Returns the physical line (from 1) on which the record begins; CRLF, LF and CR each end one line. */
  writeRecord(fields: readonly string[]): number {
    const start = this.#line;
    this.#writeText(recordText(fields, this.#form) + NEWLINES[this.#form.newline]);
    return start;
  }

  writeBlankLine(): void {
    this.#writeText(NEWLINES[this.#form.newline]);
  }

  writeBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  end(): void {
    if (this.#used > 0) this.#chunk(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  #writeText(text: string): void {
    this.#line += countLineBreaks(text);
    if (this.#form.encoding !== 'cp932') {
      this.writeBytes(encodeText(text, this.#form.encoding));
      return;
    }
    this.#makeRoom(text.length * 2);
    this.#used = encodeCp932Into(text, this.#buffer, this.#used);
  }

  #makeRoom(bytes: number): void {
    if (this.#used + bytes <= this.#buffer.length) return;
    this.end();
    if (bytes > this.#buffer.length) this.#buffer = new Uint8Array(bytes);
  }
}

export function recordText(fields: readonly string[], form: CsvForm): string {
  let text = '';
  for (let i = 0; i < fields.length; i++) {
    if (i > 0) text += ',';
    text += cellText(fields[i] ?? '', form);
  }
  return text;
}

/** Joins cells that may hold bytes no encoding would give. */
export function recordBytes(cells: readonly Cell[], form: CsvForm): Uint8Array {
  const parts: Uint8Array[] = [];
  cells.forEach((cell, index) => {
    if (index > 0) parts.push(encodeText(',', form.encoding));
    if (typeof cell === 'string') {
      parts.push(encodeText(cellText(cell, form), form.encoding));
      return;
    }
    const quote = encodeText(form.quoting === 'bare' || form.quoting === 'needed' ? '' : '"', form.encoding);
    parts.push(quote, cell, quote);
  });
  return Buffer.concat(parts);
}

/** A whole file: byte order mark, then every line with its newline. */
export function fileBytes(lines: readonly (Uint8Array | readonly Cell[])[], form: CsvForm): Uint8Array {
  const newline = encodeText(NEWLINES[form.newline], form.encoding);
  const parts: Uint8Array[] = [byteOrderMark(form.encoding)];
  for (const line of lines) parts.push(line instanceof Uint8Array ? line : recordBytes(line, form), newline);
  return new Uint8Array(Buffer.concat(parts));
}

export function countLineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function cellText(value: string, form: CsvForm): string {
  if (form.quoting === 'bare' || (value === '' && form.quoting !== 'all')) return value;
  if (value === '') return '""';
  if (form.quoting === 'needed' && !/[",\r\n]/.test(value)) return value;
  let inner = value.includes('"') ? value.replaceAll('"', '""') : value;
  if (form.newline === 'cr' && inner.includes('\n')) inner = inner.replace(/\r?\n/g, '\r');
  return `"${inner}"`;
}
