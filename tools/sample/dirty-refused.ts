import { CP932_QUOTED, fileBytes, type CsvForm } from './csv-bytes.ts';
import { accepted, changed, countsOf, oneCase, refused, replaced, tableBytes, type DirtyCase, type DirtyFile } from './dirty-case.ts';
import { encodeText } from './encode-text.ts';
import { FIELD_NAMES } from './field-names.ts';
import { leanRecords } from './plain-records.ts';
import { zipBytes } from './zip-bytes.ts';

const UTF16: CsvForm = { ...CP932_QUOTED, encoding: 'utf-16le' };

/** Whole files that are no such CSV, or hold too little of it, beside the near ones that are. */
export function wholeFileCases(): DirtyCase[] {
  return [...contentCases(), ...columnCases()];
}

function contentCases(): DirtyCase[] {
  const records = leanRecords('refused', 10);
  const nothing = accepted('empty.csv', { records: [], header: null }, { encoding: 'utf-8', newline: 'none' }, new Uint8Array(0));
  const oneKey = changed(records, 7, (fields) => replaced(fields, 1, '1.42E+19'));
  const utf16 = tableBytes({ records, form: UTF16 });
  return [
    oneCase('0 bytes', nothing),
    oneCase('only the header line', accepted('header-only.csv', { records: [] })),
    oneCase('a sales list of 12 columns', refused('other-layout.csv', salesList(), 'too_few_fields', { or: ['unknown_layout', 'missing_columns'] })),
    oneCase('an xlsx workbook named .csv', refused('workbook.csv', workbook(), 'looks_xlsx')),
    oneCase('a PDF named .csv', refused('document.csv', pdf(), 'looks_pdf')),
    oneCase('a zip with a password', refused('encrypted.zip', encryptedZip(), 'encrypted_zip')),
    oneCase('a zip of two CSV files, their names in CP932 without the UTF-8 flag', zipOfTwo()),
    oneCase('UTF-16 with its mark', accepted('utf16.csv', { records, form: UTF16 })),
    oneCase('UTF-16 without its mark', refused('utf16-without-mark.csv', utf16.subarray(2), 'utf16_without_bom')),
    oneCase('saved by Excel: keys in exponent form, leading zeros gone', refused('saved-by-excel.csv', savedByExcel(records), 'excel_damaged')),
    oneCase('one key in exponent form is enough', refused('one-key-by-excel.csv', tableBytes({ records: oneKey }), 'excel_damaged')),
  ];
}

function columnCases(): DirtyCase[] {
  const records = leanRecords('columns', 10);
  const wide = records.map((fields, index) => [...fields, `余分${index}`]);
  const narrow = tableBytes({ header: null, records: records.map((fields) => without([210], fields)) });
  const refuseWithout = (name: string, missing: readonly number[]): DirtyFile => {
    const table = { header: without(missing, FIELD_NAMES), records: records.map((fields) => without(missing, fields)) };
    return refused(name, tableBytes(table), 'missing_columns', { missing });
  };
  return [
    oneCase('209 columns: field 148 is missing in the header and in the records', refuseWithout('columns-209.csv', [148])),
    oneCase('twelve columns left away', refuseWithout('columns-missing.csv', [12, 13, 14, 15, 16, 17, 18, 192, 197, 205, 206, 207])),
    oneCase(
      '211 columns, with a header of 211: the last is ignored',
      accepted('columns-211.csv', { header: [...FIELD_NAMES, '予備'], records: wide }),
      'extra_fields',
    ),
    oneCase('211 fields without a header', accepted('headerless-211.csv', { header: null, records: wide }), 'extra_fields'),
    oneCase('209 fields without a header', refused('headerless-209.csv', narrow, 'too_few_fields')),
  ];
}

function without(positions: readonly number[], fields: readonly string[]): string[] {
  return fields.filter((_, index) => !positions.includes(index + 1));
}

function salesList(): Uint8Array {
  const header = ['伝票番号', '売上日', '得意先', '商品', '数量', '単価', '金額', '税', '担当', '倉庫', '区分', '摘要'];
  const rows = Array.from({ length: 15 }, (_, index) => [
    `S${1000 + index}`, `2024/06/${String(index + 1).padStart(2, '0')}`, '架空商店', '見本品',
    String(index + 1), '120', String((index + 1) * 120), '10', '仮名', '中央', 'A', '',
  ]);
  return fileBytes([header, ...rows], CP932_QUOTED);
}

function workbook(): Uint8Array {
  const parts = [
    ['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'],
    ['xl/workbook.xml', '<?xml version="1.0"?><workbook/>'],
  ] as const;
  return zipBytes(parts.map(([name, data]) => ({ name: Buffer.from(name), data: Buffer.from(data) })));
}

function pdf(): Uint8Array {
  const lines = ['%PDF-1.4', '%\u00e2\u00e3\u00cf\u00d3', '1 0 obj', '<< /Type /Catalog >>', 'endobj', 'trailer', '<< /Root 1 0 R >>', '%%EOF', ''];
  return Buffer.from(lines.join('\n'), 'latin1');
}

function encryptedZip(): Uint8Array {
  return zipBytes([{ name: Buffer.from('202404.csv'), data: new Uint8Array(64).map((_, index) => (index * 73) % 251), encrypted: true }]);
}

function zipOfTwo(): DirtyFile {
  const entries = [['202404_中区_医科.csv', leanRecords('zip one', 8)], ['202404_中区_歯科.csv', leanRecords('zip two', 6)]] as const;
  return {
    name: 'two.zip',
    bytes: zipBytes(entries.map(([name, records]) => ({ name: encodeText(name, 'cp932'), data: tableBytes({ records }) }))),
    expect: { entries: entries.map(([name, records]) => ({ name, ...countsOf({ records }) })) },
  };
}

/** What Excel makes of it: 15 digits at most, codes as numbers, no quotes. */
function savedByExcel(records: readonly (readonly string[])[]): Uint8Array {
  const asNumber = (value: string): string => (/^0[0-9]+$/.test(value) ? String(Number(value)) : value);
  const rows = records.map((fields) => replaced(fields.map(asNumber), 1, '1.42E+19'));
  return tableBytes({ records: rows, form: { ...CP932_QUOTED, quoting: 'bare' } });
}
