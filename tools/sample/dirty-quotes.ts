import { CP932_QUOTED, type CsvForm } from './csv-bytes.ts';
import { accepted, changed, editedLine, oneCase, replaced, type DirtyCase, type Fault } from './dirty-case.ts';
import { leanRecords } from './plain-records.ts';

const BARE: CsvForm = { ...CP932_QUOTED, quoting: 'bare' };

type BreakLine = (fields: readonly string[], number: number) => Uint8Array;

/** Quotes that do not match. Each broken line is one record set aside; the next line is read again. */
export function quoteCases(): DirtyCase[] {
  const balanced = '架空の"要確認"理由';
  const records = changed(leanRecords('quotes', 10), 5, (fields) => replaced(fields, 195, balanced));
  return [
    broken('record 5: closing quote missing in mid record', 'quote-missing-mid.csv', [5], (fields) => withoutClosingQuote(fields, 195)),
    broken('record 5: closing quote missing before empty fields', 'quote-missing-before-empty.csv', [5], (fields) => withoutClosingQuote(fields, 19)),
    broken('record 5: opening quote missing', 'quote-opening-missing.csv', [5], put('abc"')),
    broken("record 5: quote missing at the line's end", 'quote-missing-line-end.csv', [5], withoutLastQuote),
    broken("last record: quote missing at the file's end", 'quote-missing-file-end.csv', [10], withoutLastQuote),
    broken('a stray opening quote in a bare file', 'quote-stray-bare.csv', [5], put('"abc', BARE), BARE),
    broken('a quote within a bare field, not balanced', 'quote-within-bare.csv', [5], put('ab"c', BARE), BARE),
    broken(
      'a quote opened in record 5 and closed in record 7: read as one, they have 210 fields',
      'quote-across-records.csv',
      [5, 7],
      (fields, number) => put(number === 5 ? '"abc' : 'abc"', BARE)(fields, number),
      BARE,
    ),
    oneCase(
      'quotes within a bare field, balanced: they are text',
      accepted('quote-balanced-bare.csv', { records, form: BARE }, { values: [{ line: 6, field: 195, value: balanced }] }),
    ),
  ];
}

/** The line without the quote that closes this field. */
export function withoutClosingQuote(fields: readonly string[], position: number): Uint8Array {
  return editedLine(replaced(fields, position, '@@'), CP932_QUOTED, (line) => line.replace('"@@"', '"@@'));
}

/** Ten records, those of these numbers broken. */
function broken(about: string, name: string, numbers: readonly number[], breakLine: BreakLine, form = CP932_QUOTED): DirtyCase {
  const lines = leanRecords('quotes', 10).map((fields, index) => (numbers.includes(index + 1) ? breakLine(fields, index + 1) : fields));
  const quarantine = numbers.map((number): Fault => ({ line: number + 1, field: null, code: 'unbalanced_quote' }));
  return oneCase(about, accepted(name, { records: lines, form }, { quarantine }));
}

/** The line with these very bytes for field 195, quotes and all. */
function put(bytes: string, form = CP932_QUOTED): BreakLine {
  const marked = form.quoting === 'bare' ? '@@' : '"@@"';
  return (fields) => editedLine(replaced(fields, 195, '@@'), form, (line) => line.replace(marked, bytes));
}

function withoutLastQuote(fields: readonly string[]): Uint8Array {
  return editedLine(replaced(fields, 210, '補記'), CP932_QUOTED, (line) => line.slice(0, -1));
}
