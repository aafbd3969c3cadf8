import { describe, expect, it } from 'vitest';
import { readExclusionList } from '../../src/classify/exclusion-list.ts';

describe('the keys of a 点検除外データ', () => {
  it.each([
    ['one column with a head', 'レセプト全国共通キー\r\n142001\r\n\r\n142002\r\n142001\r\n', [[2, '142001'], [4, '142002']]],
    ['one column without a head', '142001\n０142002 \n', [[1, '142001'], [2, '０142002']]],
    ['the column whose head names the key', '区分,共通キー\n単月,142001\n,\n縦覧,\n', [[2, '142001']]],
  ])('%s', (_, csv, claims) => {
    expect(readExclusionList(csv)).toEqual({ ok: true, value: claims.map(([line, key]) => ({ line, key })) });
  });

  it.each([
    ['nothing', '\r\n', 'list_empty', {}],
    ['only a head', '共通キー\n', 'list_empty', {}],
    ['several columns without heads', '142001999,単月\n142002999,単月\n', 'list_headless', { line: 1 }],
    ['several columns, none of keys', '区分,理由\n単月,x\n', 'list_without_key', {}],
    ['another number of columns', '共通キー\n142001\n142002,x\n', 'list_columns', { line: 3, columns: 2, expected: 1 }],
    ['a key without its digits', '1.42E+19\n', 'list_key_damaged', { line: 1 }],
    ['an unbalanced quote', '共通キー\n142001\n"142002\n142003\n', 'list_quote', { line: 3 }],
  ])('%s: refused with line and cause', (_, csv, code, facts) => {
    expect(readExclusionList(csv)).toEqual({ ok: false, failure: { code, facts } });
  });
});
