import { describe, expect, it } from 'vitest';
import { csvFile, numberCell, textCell } from '../../src/report/csv.ts';

const body = (text: string): string => csvFile(['a'], [[textCell(text)]]).slice('\ufeffa\r\n'.length, -2);

describe('csvFile', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(csvFile(['種類', '件数'], [[textCell('x'), numberCell('1')]])).toBe('\ufeff種類,件数\r\nx,1\r\n');
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ["'x", "'x"],
  ])('text %j is written as %j', (text, written) => {
    expect(body(text)).toBe(written);
  });

  it('never touches numbers', () => {
    expect(csvFile(['a'], [[numberCell('-216')]])).toBe('\ufeffa\r\n-216\r\n');
  });
});
