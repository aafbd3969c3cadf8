import Papa from 'papaparse';
import { unguarded } from './csv.ts';

/** The cells of a CSV file as this app writes them: byte order mark and protection against formulas are taken off. */
export function readCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { delimiter: ',', quoteChar: '"', skipEmptyLines: true });
  return data.map((row) => row.map(unguarded));
}
