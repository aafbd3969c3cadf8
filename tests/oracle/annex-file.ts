import { fieldName } from './layout';
import type { OracleFile, OracleOptions } from './oracle';

/** The filled fields of one record: field number → text. */
export type Filled = Readonly<Record<number, string>>;

export const PLAIN: OracleOptions = {
  denominator: 'decided',
  attribution: 'full',
  grain: 'auto',
  axis: 'request',
  inspected: new Map(),
};

function cellsOf(filled: Filled): string[] {
  return Array.from({ length: 210 }, (_nothing, at) => filled[at + 1] ?? '');
}

export function recordLine(filled: Filled): string {
  return cellsOf(filled)
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

export function headerLine(): string {
  return Array.from({ length: 210 }, (_nothing, at) => fieldName(at + 1)).join(',');
}

export function utf8File(name: string, lines: readonly string[], newline = '\r\n'): OracleFile {
  return { name, bytes: new TextEncoder().encode(lines.map((line) => line + newline).join('')) };
}

export function annexFile(name: string, records: readonly Filled[]): OracleFile {
  return utf8File(name, [headerLine(), ...records.map(recordLine)]);
}
