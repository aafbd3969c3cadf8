import { expect, it } from 'vitest';
import { queryFile } from '../../src/report/query-file.ts';

it('the answer to a statement is written with texts guarded, numbers as they are and NULL blank', () => {
  const answer = {
    columns: [
      { name: '=名', isNumber: false },
      { name: '点', isNumber: true },
    ],
    rows: [
      ['=1+1', '-216'],
      ['a,b', null],
      [null, '1.50'],
    ],
    isCut: false,
  };
  expect(queryFile(answer)).toBe('\ufeff\'=名,点\r\n\'=1+1,-216\r\n"a,b",\r\n,1.50\r\n');
});
