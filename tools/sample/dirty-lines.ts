import { World } from './compose-application.ts';
import { CP932_QUOTED, fileBytes, type Cell, type CsvForm } from './csv-bytes.ts';
import { accepted, changed, countsOf, oneCase, replaced, tableBytes, type DirtyCase, type Fault } from './dirty-case.ts';
import { FIELD_NAMES } from './field-names.ts';
import { leanRecords, plainClaim } from './plain-records.ts';
import { keepLean } from './render-record.ts';
import { withoutClosingQuote } from './dirty-quotes.ts';

const BARE: CsvForm = { ...CP932_QUOTED, quoting: 'bare' };
const NOTHING = new Uint8Array(0);

type Texts = readonly string[];

/** Lines, counts of fields and line ends. */
export function lineCases(): DirtyCase[] {
  const records = leanRecords('lines', 10);
  const whole = tableBytes({ records });
  const bare = tableBytes({ records, form: BARE });
  const uneven = changed(changed(records, 4, (fields) => fields.slice(0, 209)), 7, (fields) => [...fields, '余分']);
  const halfWidth = FIELD_NAMES.map((name) => name.normalize('NFKC').replace('カナ', 'ｶﾅ'));
  return [
    oneCase(
      'one record of 209 fields and one of 211',
      accepted('counts-209-and-211.csv', { records: uneven }, { quarantine: [fault(5, 'field_count'), fault(8, 'field_count')] }),
    ),
    oneCase('a final 0x1A', accepted('end-mark.csv', { records }, {}, Buffer.concat([whole, Uint8Array.of(0x1a)]))),
    oneCase('no newline after the last record', accepted('no-last-newline.csv', { records }, {}, whole.subarray(0, whole.length - 2))),
    oneCase(
      'no newline after the last record, nothing in quotes',
      accepted('no-last-newline-bare.csv', { records, form: BARE }, {}, bare.subarray(0, bare.length - 2)),
    ),
    oneCase('lines that end in CR only', accepted('cr.csv', { records, form: { ...CP932_QUOTED, newline: 'cr' } })),
    oneCase(
      'lines that end in LF only, nothing in quotes, no header',
      accepted('lf-bare-headerless.csv', { records, header: null, form: { ...BARE, newline: 'lf' } }),
    ),
    blankLines(records),
    lineBreaksInQuotes(records),
    oneCase('the header in half width and Roman letters', accepted('header-half-width.csv', { records, header: halfWidth })),
  ];
}

/** A record and the lines that continue it, and what happens when it was set aside. */
export function continuationCases(): DirtyCase[] {
  const world = new World({ seed: 'continuation', items: 120, grain: 'row', plainTexts: true });
  const before = leanRecords('continuation before', 3);
  const [head = [], second = [], third = []] = plainClaim(world, 3, true).lines.map(keepLean);
  const after = leanRecords('continuation after', 3);
  const rest = [second, third, ...after];
  const orphans = [fault(6, 'orphan_continuation'), fault(7, 'orphan_continuation')];
  const undecodable = replaced<Cell>(head, 195, Uint8Array.of(0x91, 0x4f, 0xfd));
  return [
    oneCase('two lines that continue the claim before them', accepted('continuation.csv', { records: [...before, head, ...rest] }, { continued: 2 })),
    oneCase(
      'lines that continue a record with a field too few',
      accepted('orphan-after-count.csv', { records: [...before, head.slice(0, 209), ...rest] }, { quarantine: [fault(5, 'field_count'), ...orphans] }),
    ),
    oneCase(
      'lines that continue a record with a broken quote',
      accepted(
        'orphan-after-quote.csv',
        { records: [...before, withoutClosingQuote(head, 195), ...rest] },
        { quarantine: [fault(5, 'unbalanced_quote'), ...orphans] },
      ),
    ),
    oneCase(
      'lines that continue a record set aside for a byte in field 195: its key is certain, they count',
      accepted(
        'continuation-after-undecodable.csv',
        { records: [...before, undecodable, ...rest] },
        { continued: 2, quarantine: [{ line: 5, field: 195, code: 'undecodable' }] },
      ),
    ),
    oneCase(
      'a line that continues nothing, because it is the first: a record without a key',
      accepted('continuation-first.csv', { records: [replaced(second, 192, '50606'), ...after] }),
      'empty_key',
    ),
  ];
}

function blankLines(records: readonly Texts[]): DirtyCase {
  const late = changed(records, 8, (fields) => replaced(fields, 192, '202499'));
  const lines = [...late.slice(0, 3), NOTHING, ...late.slice(3, 6), NOTHING, NOTHING, ...late.slice(6), NOTHING];
  const bytes = fileBytes([FIELD_NAMES, ...lines], CP932_QUOTED);
  const expect = countsOf({ records }, { blank: 4, quarantine: [{ line: 12, field: 192, code: 'unreadable_month' }] });
  return oneCase('blank lines between the records; a fault after them keeps its physical line', { name: 'blank-lines.csv', bytes, expect });
}

function lineBreaksInQuotes(records: readonly Texts[]): DirtyCase {
  const text = '一行目\r\n二行目, "三"';
  const broken = changed(records, 2, (fields) => replaced(replaced(fields, 197, text), 198, 'あ\r\n\r\nい'));
  const late = changed(broken, 6, (fields) => replaced(fields, 148, 'abc'));
  return oneCase(
    'line breaks, commas and doubled quotes within quotes; a fault after them keeps its physical line',
    accepted('line-breaks-in-quotes.csv', { records: late }, {
      quarantine: [{ line: 10, field: 148, code: 'unreadable_amount' }],
      values: [{ line: 3, field: 197, value: text }],
    }),
  );
}

function fault(line: number, code: Fault['code']): Fault {
  return { line, field: null, code };
}
