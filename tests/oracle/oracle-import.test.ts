import { describe, expect, it } from 'vitest';
import { annexFile, headerLine, PLAIN, recordLine, utf8File, type Filled } from './annex-file';
import { compute, type OracleFile, type OracleResult } from './oracle';
import { readAmount, readMonth } from './read-values';

function run(...files: OracleFile[]): OracleResult {
  return compute(files, PLAIN);
}

function rejected(result: OracleResult): string[] {
  return result.files['rejected.csv'].split('\r\n').slice(1, -1);
}

function counts(result: OracleResult, file = 0): Record<string, number | undefined> {
  const entry = result.importRecord.files[file];
  return {
    records: entry?.records,
    loaded: entry?.loaded,
    quarantined: entry?.quarantined,
    duplicates: entry?.duplicates,
    superseded: entry?.superseded,
    continued: entry?.continued,
    blank: entry?.blank,
  };
}

function accounted(some: Record<string, number>): Record<string, number> {
  return { records: 0, loaded: 0, quarantined: 0, duplicates: 0, superseded: 0, continued: 0, blank: 0, ...some };
}

function codes(result: OracleResult): string[] {
  return result.importRecord.warnings.map(({ code }) => code).filter((code) => code !== 'few_for_grain');
}

const GOOD: Filled = { 1: 'K1', 3: '1', 4: '1410000001', 192: '202404', 205: '202406', 206: '査定', 148: '-5' };

describe('which records count', () => {
  it('sets a second copy aside, quoted or not, in the file it stands in', () => {
    const again = utf8File('b.csv', [recordLine(GOOD).replace('K1', '"K1"')], '\n');
    const result = run(annexFile('a.csv', [GOOD]), again);
    expect(counts(result, 0)).toEqual(accounted({ records: 1, loaded: 1 }));
    expect(counts(result, 1)).toEqual(accounted({ records: 1, duplicates: 1 }));
    expect(result.importRecord.totals).toMatchObject({ records: 2, loaded: 1, duplicates: 1 });
  });

  it('keeps the latest result month in either order of files; a blank one is the lowest', () => {
    const pending = annexFile('pending.csv', [{ ...GOOD, 205: '', 206: '' }]);
    const early = annexFile('early.csv', [{ ...GOOD, 205: '202405', 206: '返戻' }]);
    const late = annexFile('late.csv', [{ ...GOOD, 192: '50604' }]);
    for (const files of [
      [pending, early, late],
      [late, early, pending],
    ]) {
      const result = run(...files);
      expect(result.records.map(({ file, outcome }) => [file, outcome])).toEqual([['late.csv', '査定']]);
      expect(result.importRecord.totals).toMatchObject({ records: 3, loaded: 1, superseded: 2 });
    }
  });

  it('loads both of one identity and month, and warns', () => {
    const result = run(annexFile('a.csv', [GOOD, { ...GOOD, 148: '-6' }]));
    expect(counts(result)).toEqual(accounted({ records: 2, loaded: 2 }));
    expect(result.importRecord.warnings).toContainEqual({
      code: 'same_identity_other_content',
      count: 2,
      example: 'a.csv:2',
    });
  });

  it('gives each record without a key an application of its own, which supersedes nothing', () => {
    const result = run(annexFile('a.csv', [{ 2: 'a', 192: '202404' }, { 2: 'b', 192: '202404', 205: '202406' }]));
    expect(new Set(result.records.map((record) => record.applicationId)).size).toBe(2);
    expect(codes(result)).toEqual(['empty_key']);
  });

  it('fills what a continuation leaves blank from the record before it', () => {
    const result = run(annexFile('a.csv', [GOOD, { 197: '620000001', 148: '-7' }, { 206: '原審', 148: '-8' }]));
    expect(result.records.map(({ key, requestMonth, resultMonth, outcome, points }) => [key, requestMonth, resultMonth, outcome, points])).toEqual([
      ['K1', '2024-04', '2024-06', '査定', -5],
      ['K1', '2024-04', '2024-06', '査定', -7],
      ['K1', '2024-04', '2024-06', '原審', -8],
    ]);
    expect(new Set(result.records.map((record) => record.applicationId)).size).toBe(1);
    expect(counts(result)).toEqual(accounted({ records: 3, loaded: 3, continued: 2 }));
  });

  it('tells the like continuation lines of two claims apart, and sees a copy of one', () => {
    const line: Filled = { 197: '620000001', 148: '-7' };
    const result = run(annexFile('a.csv', [GOOD, line, { ...GOOD, 1: 'K2' }, line, line]));
    expect(counts(result)).toEqual(accounted({ records: 5, loaded: 4, duplicates: 1, continued: 2 }));
    expect(result.records.map(({ key }) => key)).toEqual(['K1', 'K1', 'K2', 'K2']);
  });

  it('sets a continuation aside with a broken record before it, but not with an unreadable one', () => {
    const line = recordLine({ 197: '620000001' });
    const orphan = run(utf8File('a.csv', [headerLine(), `${recordLine(GOOD)},`, line, line]));
    expect(rejected(orphan)).toEqual([
      'a.csv,2,,,field_count,,',
      'a.csv,3,,,orphan_continuation,,',
      'a.csv,4,,,orphan_continuation,,',
    ]);
    const kept = run(utf8File('a.csv', [headerLine(), recordLine({ ...GOOD, 148: '五' }), line]));
    expect(rejected(kept)).toEqual(['a.csv,2,148,増減点数,unreadable_amount,,五']);
    expect(kept.records.map(({ key, line: at }) => [key, at])).toEqual([['K1', 3]]);
  });
});

describe('what is set aside', () => {
  it('lists every fault of a record and counts the record once', () => {
    const result = run(annexFile('a.csv', [{ ...GOOD, 148: '-x', 192: '2024-04', 206: '査\u0085定', 205: '202413' }, GOOD]));
    expect(rejected(result)).toEqual([
      "a.csv,2,148,増減点数,unreadable_amount,,'-x",
      'a.csv,2,192,依頼年月,unreadable_month,,2024-04',
      'a.csv,2,205,結果処理年月,unreadable_month,,202413',
      'a.csv,2,206,審査結果名称,undecodable,,査\uFFFD定',
    ]);
    expect(counts(result)).toEqual(accounted({ records: 2, loaded: 1, quarantined: 1 }));
    expect(result.importRecord.quarantine[0]).toEqual({ file: 'a.csv', line: 2, field: 148, code: 'unreadable_amount', message: '' });
  });

  it('goes on at the next line after a broken quote, and reads line breaks inside good ones', () => {
    const result = run(
      utf8File('a.csv', [
        headerLine(),
        recordLine({ ...GOOD, 200: 'a\nb' }),
        '',
        recordLine({ ...GOOD, 1: 'K2' }).replace('K2', '"K2'),
        recordLine({ ...GOOD, 1: 'K3', 200: 'x' }).replace('x', 'ein "Wort" hier'),
        recordLine({ ...GOOD, 1: 'K4', 200: 'x' }).replace('x', 'a"b'),
        recordLine({ ...GOOD, 1: 'K5' }),
      ]),
    );
    expect(result.records.map(({ key, line }) => [key, line])).toEqual([
      ['K1', 2],
      ['K3', 6],
      ['K5', 8],
    ]);
    expect(rejected(result)).toEqual(['a.csv,5,,,unbalanced_quote,,', 'a.csv,7,,,unbalanced_quote,,']);
    expect(counts(result)).toEqual(accounted({ records: 5, loaded: 3, quarantined: 2, blank: 1 }));
  });

  it('does not let one stray quote swallow whole records up to the next', () => {
    const first = recordLine({ ...GOOD, 1: 'K1', 210: 'x' }).replace('x', '"x');
    const last = recordLine({ ...GOOD, 1: 'K3', 210: 'x' }).replace('x', 'x"');
    const result = run(utf8File('a.csv', [headerLine(), first, recordLine({ ...GOOD, 1: 'K2' }), last]));
    expect(result.records.map(({ key }) => key)).toEqual(['K2']);
    expect(rejected(result)).toEqual(['a.csv,2,,,unbalanced_quote,,', 'a.csv,4,,,unbalanced_quote,,']);
  });
});

describe('bytes', () => {
  const ascii = (text: string): number[] => [...text].map((unit) => unit.charCodeAt(0));

  it('reads CP932 without a header, a final 0x1A, and 外字', () => {
    const line = recordLine({ ...GOOD, 206: '@', 210: '#' }).split(/[@#]/).map(ascii);
    const bytes = [...(line[0] ?? []), 0x8d, 0xb8, 0x92, 0xe8, ...(line[1] ?? []), 0xf0, 0x40, ...(line[2] ?? []), 0x0d, 0x0a, 0x1a];
    const result = run({ name: 'a.csv', bytes: Uint8Array.from(bytes) });
    expect(result.importRecord.files[0]).toMatchObject({ encoding: 'cp932', newline: 'crlf', header: false, loaded: 1 });
    expect(result.records[0]?.outcome).toBe('査定');
    expect(result.importRecord.warnings).toContainEqual({ code: 'gaiji', count: 1, example: 'a.csv:1' });
  });

  it('sets one bad byte of a UTF-8 file aside and keeps the rest readable', () => {
    const file = annexFile('a.csv', [{ ...GOOD, 210: '検査' }, { ...GOOD, 1: 'K2', 210: '検査~' }]);
    const bytes = file.bytes.map((byte) => (byte === 0x7e ? 0xff : byte));
    const result = run({ name: 'a.csv', bytes });
    expect(result.importRecord.files[0]).toMatchObject({ encoding: 'utf-8', loaded: 1, quarantined: 1 });
    expect(rejected(result)).toEqual(['a.csv,3,210,補記内容,undecodable,,検査\uFFFD']);
  });

  it('reads UTF-16 of both orders', () => {
    const text = `\uFEFF${headerLine()}\n${recordLine(GOOD)}\n`;
    const little = Uint8Array.from([...text].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]));
    const big = Uint8Array.from([...text].flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255]));
    for (const [bytes, encoding] of [[little, 'utf-16le'] as const, [big, 'utf-16be'] as const]) {
      const result = run({ name: 'a.csv', bytes });
      expect(result.importRecord.files[0]).toMatchObject({ encoding, newline: 'lf', header: true, loaded: 1 });
      expect(result.records[0]?.outcome).toBe('査定');
    }
    expect(run({ name: 'a.csv', bytes: little.subarray(2) }).refused).toEqual([{ name: 'a.csv', code: 'utf16_without_bom' }]);
  });
});

describe('whole files', () => {
  it('takes columns in another order and extra ones by name', () => {
    const names = headerLine().split(',');
    const swapped = [...names.slice(0, 191).reverse(), ...names.slice(191)];
    const cells = recordLine({ 1: 'K1', 192: '202404', 206: '査定' }).split(',');
    const values = [...cells.slice(0, 191).reverse(), ...cells.slice(191)];
    const result = run(utf8File('a.csv', [['x', ...swapped].join(','), ['', ...values].join(',')]));
    expect(result.records[0]).toMatchObject({ key: 'K1', requestMonth: '2024-04', outcome: '査定' });
    expect(result.importRecord.warnings).toContainEqual({ code: 'extra_fields', count: 1, example: 'a.csv:1' });
  });

  it('accepts an empty file and a header alone', () => {
    const result = run({ name: 'empty.csv', bytes: new Uint8Array() }, utf8File('header.csv', [headerLine()]));
    expect(result.refused).toEqual([]);
    expect(result.importRecord.files.map(({ records, header, newline }) => [records, header, newline])).toEqual([
      [0, false, 'none'],
      [0, true, 'crlf'],
    ]);
    expect(result.importRecord.coverage).toEqual({ outcome: null, checkType: null, item: null });
    expect(result.files['items.csv'].split('\r\n')[1]).toBe('合計,,,0,,0,0,0,0,0,0,0,0,,,,,,,0,0,0,');
  });

  it('refuses what it cannot read', () => {
    const refusal = (text: string): string | undefined => run(utf8File('a.csv', [text])).refused[0]?.code;
    expect(refusal('%PDF-1.7')).toBe('looks_pdf');
    expect(refusal('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml')).toBe('looks_xlsx');
    expect(refusal('PK\u0003\u0004\u0014\u0000\u0001\u0000')).toBe('encrypted_zip');
    expect(refusal('\u0000\u0001\u0002\u0003')).toBe('looks_binary');
    expect(refusal(headerLine().replace('依頼年月', '別名'))).toBe('missing_columns');
    expect(refusal('a,b,c')).toBe('too_few_fields');
    expect(refusal('拝啓')).toBe('unknown_layout');
    expect(refusal(recordLine({ ...GOOD, 1: '1.23457E+19' }))).toBe('excel_damaged');
  });
});

describe('values', () => {
  it('reads the month forms and no others', () => {
    for (const text of ['50606', '202406', 'R6.6', '令和6年6月', '５０６０６', 'Ｒ６．６', '令和６年６月', 'H36.6', '43606']) {
      expect(readMonth(text)).toBe('2024-06');
    }
    for (const text of ['20240601', '5060601', '50613', '199912', '30606', '6月', '']) expect(readMonth(text)).toBeNull();
    expect(readMonth('令和元年5月')).toBe('2019-05');
    expect(readMonth('41201')).toBe('2000-01');
  });

  it('reads the amount forms and no others', () => {
    for (const text of ['-216', '▲216', '△216', '－２１６']) expect(readAmount(text)).toBe(-216);
    expect(readAmount('-1,216')).toBe(-1216);
    expect(readAmount('10000000000')).toBeNull();
    for (const text of ['1,21', '1.5', '--1', '']) expect(readAmount(text)).toBeNull();
  });
});
