import { CP932_QUOTED, type Cell } from './csv-bytes.ts';
import { accepted, changed, oneCase, replaced, type DirtyCase, type Fault } from './dirty-case.ts';
import { encodeText } from './encode-text.ts';
import { leanRecords, plainClaims } from './plain-records.ts';
import { at } from './random.ts';

type Cells = readonly Cell[];

/** Single values that do not decode or do not read, and forms that do. */
export function valueCases(): DirtyCase[] {
  return [...unreadableCases(), ...undecodableCases(), ...readableCases(), ...blankCases()];
}

function unreadableCases(): DirtyCase[] {
  const records = leanRecords('unreadable', 10);
  const away = (about: string, name: string, number: number, position: number, value: string, code: Fault['code']): DirtyCase =>
    oneCase(about, accepted(name, { records: set(records, number, position, value) }, { quarantine: [fault(number, position, code)] }));
  return [
    away('month 13 and above', 'month-99.csv', 4, 192, '202499', 'unreadable_month'),
    away('a result month that is a word', 'month-word.csv', 6, 205, '六月', 'unreadable_month'),
    away('an amount that is a word', 'amount-word.csv', 3, 148, 'abc', 'unreadable_amount'),
    away('an amount with a fraction', 'amount-fraction.csv', 3, 148, '-12.5', 'unreadable_amount'),
  ];
}

function undecodableCases(): DirtyCase[] {
  const records = leanRecords('undecodable', 10);
  const utf8 = { ...CP932_QUOTED, encoding: 'utf-8' } as const;
  const brokenUtf8 = Buffer.concat([encodeText('架空の', 'utf-8'), Uint8Array.of(0xe3), encodeText('理由', 'utf-8')]);
  const quarantine = [fault(5, 195, 'undecodable')];
  return [
    oneCase('NUL bytes in field 195', accepted('nul.csv', { records: set(records, 5, 195, around(0x00, 0x00)) }, { quarantine })),
    badBytes(records),
    badBytesInPersonalFields(),
    oneCase('外字 (F040) in field 195', accepted('gaiji.csv', { records: set(records, 5, 195, around(0xf0, 0x40)) }), 'gaiji'),
    oneCase(
      'UTF-8 without a mark, one byte broken: it stays UTF-8',
      accepted('utf8-bad-byte.csv', { records: set(records, 5, 195, brokenUtf8), form: utf8 }, { quarantine }),
    ),
    oneCase('UTF-8 with a mark', accepted('utf8-mark.csv', { records, form: { ...CP932_QUOTED, encoding: 'utf-8-bom' } })),
  ];
}

/** Bytes that CP932 has no character for, each in a field that is kept. */
function badBytes(records: readonly Cells[]): DirtyCase {
  const faults: readonly (readonly [number, number, Uint8Array])[] = [
    [2, 195, around(0xfd)],
    [3, 197, around(0xff)],
    [4, 198, around(0xa0)],
    [5, 206, around(0x80)],
    [6, 195, around(0x85, 0x90)],
    [7, 197, Buffer.concat([encodeText('文末', 'cp932'), Uint8Array.of(0x83)])],
  ];
  const broken = faults.reduce((cells, [number, position, cell]) => set(cells, number, position, cell), records);
  const quarantine = faults.map(([number, position]) => fault(number, position, 'undecodable'));
  const about = 'FD, FF, A0, 80, an unassigned pair and a lone lead byte in kept fields';
  return oneCase(about, accepted('undecodable.csv', { records: broken }, { quarantine }));
}

function badBytesInPersonalFields(): DirtyCase {
  const records: readonly Cells[] = plainClaims('undecodable personal', 10).map(({ lines }) => at(lines, 0));
  const broken = [14, 15, 18, 40, 112, 203].reduce((cells, position) => set(cells, 5, position, around(0xfd, 0xff)), records);
  return oneCase('bytes that do not decode, but only in fields that are never read', accepted('undecodable-personal.csv', { records: broken }));
}

const AMOUNTS = [
  ['▲１，２３４', -1234], ['△1,234', -1234], ['－２１６', -216], ['-1,216', -1216], ['▲216', -216],
  ['0', 0], ['１２', 12], [' -5 ', -5], ['△０', 0], ['-216', -216],
] as const;
const MONTHS = ['50606', '202406', 'R6.6', '令和6年6月', '令和６年６月', '５０６０６'] as const;

function readableCases(): DirtyCase[] {
  const records = leanRecords('readable', AMOUNTS.length);
  const amounts = records.map((fields, index) => replaced(fields, 148, at(AMOUNTS, index)[0]));
  const months = records.map((fields, index) => replaced(fields, 192, at(MONTHS, index % MONTHS.length)));
  const padded = records.map((fields) => fields.map((value, index) => (index % 2 === 0 ? `${value}  ` : value === '' ? '　' : value)));
  return [
    oneCase(
      'amounts as people write them',
      accepted('amount-forms.csv', { records: amounts }, { values: AMOUNTS.map(([, value], index) => ({ line: index + 2, field: 148, value })) }),
    ),
    oneCase(
      'months as people write them, all of June 2024',
      accepted('month-forms.csv', { records: months }, { values: months.map((_, index) => ({ line: index + 2, field: 192, value: '2024-06' })) }),
    ),
    oneCase('values padded with spaces, half and full width', accepted('padded.csv', { records: padded })),
  ];
}

function blankCases(): DirtyCase[] {
  const records = leanRecords('blank', 10);
  const keyless = set(set(records, 4, 1, ''), 8, 1, ' ');
  return [
    oneCase('a blank month of application', accepted('month-blank.csv', { records: set(records, 5, 192, '　') }), 'unknown_request_month'),
    oneCase('two records without a key: an application each', accepted('key-blank.csv', { records: keyless }), 'empty_key'),
  ];
}

function set(records: readonly Cells[], number: number, position: number, cell: Cell): readonly Cells[] {
  return changed(records, number, (fields) => replaced(fields, position, cell));
}

/** The header stands on line 1, so the record of number n begins on line n + 1. */
function fault(number: number, field: number, code: Fault['code']): Fault {
  return { line: number + 1, field, code };
}

function around(...bytes: number[]): Uint8Array {
  return Buffer.concat([encodeText('前', 'cp932'), Uint8Array.from(bytes), encodeText('後', 'cp932')]);
}
