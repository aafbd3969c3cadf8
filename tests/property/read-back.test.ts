import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, textCell } from '../../src/report/csv.ts';
import { encodeCp932 } from '../../src/report/cp932.ts';
import { readCsv } from '../../src/report/read-csv.ts';

const DANGEROUS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', "'", '"', ',', '\n', ' '];
const cell = fc.array(fc.oneof(fc.constantFrom(...DANGEROUS), fc.constantFrom('あ', '漢', 'ｱ', 'A', '1')), { maxLength: 6 }).map((signs) => signs.join(''));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }).filter((rows) => rows.every((row) => row.length === rows[0]?.length && row.some((each) => each !== '')));

describe('what is written', () => {
  it('reads back identically, whatever its cells begin with', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const header = (rows[0] ?? []).map((_, index) => `列${String(index)}`);
        const text = csvFile(header, rows.map((row) => row.map(textCell)));
        expect(readCsv(text)).toEqual([header, ...rows]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back identically from CP932', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { bytes, unencodable } = encodeCp932(csvFile(['a', 'b'], rows.map((row) => row.map(textCell))));
        expect(unencodable).toEqual([]);
        expect(readCsv(new TextDecoder('shift_jis').decode(bytes)).slice(1)).toEqual(rows);
      }),
    );
  });
});
