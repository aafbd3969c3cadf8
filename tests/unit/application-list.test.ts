import { describe, expect, it } from 'vitest';
import { guessRoles } from '../../src/classify/application-list-roles.ts';
import { listedItems, readApplicationList } from '../../src/classify/application-list.ts';
import { readListTable } from '../../src/classify/list-table.ts';
import { ENCODINGS, byteOrderMark, encodeText } from '../../tools/sample/encode-text.ts';
import { readListText } from '../../src/files/read-list-text.ts';

const HEAD = 'レセプト全国共通キー,依頼年月,コード,名称,点検区分,申出点数';

function readList(csv: string) {
  const table = readListTable(csv);
  return table.ok ? readApplicationList(table.value, guessRoles(table.value.header)) : table;
}

describe('the roles of columns are guessed from their heads', () => {
  it.each([
    [HEAD, [0, 1, 2, 3, 4, 5]],
    ['医療機関コード,医療機関名,診療年月,共通キー,診療行為コード,診療行為名称,増減点数', [3, null, 4, 5, null, 6]],
    ['氏名,生年月日,処理年月,決定点数,医療機関コード', [null, null, null, null, null, null]],
    ['№,ﾚｾﾌﾟﾄ全国共通ｷｰ,申出年月,医薬品コード,医薬品名,点検種別,査定見込点数', [1, 2, 3, 4, 5, 6]],
    ['Key,依頼 年月,レセプト電算処理コード,項目名,区分,点数', [0, 1, 2, 3, 4, 5]],
    ['レセプト全国共通キー,突合相手の共通キー,点検区分コード,点検区分', [0, null, null, null, 3, null]],
  ])('%s', (header, places) => {
    const roles = guessRoles(header.split(','));
    expect([roles.key, roles.month, roles.code, roles.name, roles.checkType, roles.points]).toEqual(places);
  });
});

describe('a list is read', () => {
  it('with its months, points and physical lines', () => {
    const list = readList(`${HEAD}\r\n142001,R6.6,160000110,血算,単月,"1,200"\r\n\r\n"142\r\n002",,,"架空錠",,\r\n'-3,202407,,,突合,▲5\r\n`);
    expect(list).toEqual({
      ok: true,
      value: [
        { line: 2, key: '142001', month: 202406, code: '160000110', name: '血算', checkType: '単月', points: 1200 },
        { line: 4, key: '142\n002', month: 0, code: '', name: '架空錠', checkType: '', points: null },
        { line: 6, key: '-3', month: 202407, code: '', name: '', checkType: '突合', points: -5 },
      ],
    });
  });

  it.each([
    ['nothing', '', 'list_empty', {}],
    ['only a header', `${HEAD}\n\n`, 'list_empty', {}],
    ['a line with fewer columns', `${HEAD}\n1,R6.6,,,,\n2,R6.6\n`, 'list_columns', { line: 3, columns: 2, expected: 6 }],
    ['a line with more columns', `${HEAD}\n1,R6.6,,,,,x\n`, 'list_columns', { line: 2, columns: 7, expected: 6 }],
    ['an unbalanced quote', `${HEAD}\n1,R6.6,,"a\nb",,\n2,R6.6,,"錠,,\n3,R6.6,,,,\n`, 'list_quote', { line: 4 }],
    ['no header', '14200100000000000001,R6.6\n14200100000000000002,R6.6\n', 'list_headless', { line: 1 }],
    ['no key column', '名称,点検区分\n血算,単月\n', 'list_without_key', {}],
    ['a key without its digits', `${HEAD}\n1,R6.6,,,,\n1.42E+19,R6.6,,,,\n`, 'list_key_damaged', { line: 3 }],
    ['a month that is none', `${HEAD}\n1,R6.13,,,,\n`, 'list_month', { line: 2, column: '依頼年月' }],
    ['points that are none', `${HEAD}\n1,R6.6,,,,多い\n`, 'list_points', { line: 2, column: '申出点数' }],
  ])('%s: refused with line and cause', (_, csv, code, facts) => {
    expect(readList(csv)).toEqual({ ok: false, failure: { code, facts } });
  });

  it('blank columns behind the header are no fault', () => {
    expect(readList(`${HEAD}\n1,R6.6,,,,,,\n`)).toMatchObject({ ok: true });
  });
});

describe('a line of the list is about', () => {
  const masters = { 架空錠5mg: { kind: '医薬品', code: '690000001', name: '架空錠５ｍｇ' } } as const;
  const resolve = (name: string) => (name in masters ? masters[name as keyof typeof masters] : null);
  it.each([
    ['its code, under its name', '１６００００１１０', '血算', [{ kind: '診療行為', code: '160000110', name: '血算' }]],
    ['all its codes', '160000110・690000009', '血算', [{ kind: '診療行為', code: '160000110', name: '' }, { kind: '医薬品', code: '690000009', name: '' }]],
    ['the code in its name', 'A-1', '160000110 血算', [{ kind: '診療行為', code: '160000110', name: '血算' }]],
    ['what the masters make of its name', '', '架空錠５ｍｇ', [{ kind: '医薬品', code: '690000001', name: '架空錠５ｍｇ' }]],
    ['its name, where no master knows it', 'A-1', '架空 検査', [{ kind: 'その他', code: '架空検査', name: '架空 検査' }]],
    ['nothing', '', '', []],
  ])('%s', (_, code, name, items) => {
    expect(listedItems({ code, name }, resolve)).toEqual(items);
  });
});

describe('the text of a list', () => {
  const text = 'レセプト全国共通キー,名称\r\n142001,髙橋式①錠\r\n';
  it.each(ENCODINGS)('is read from %s', async (encoding) => {
    const bytes = [byteOrderMark(encoding), encodeText(text, encoding)].map((part) => new Uint8Array(part));
    expect(await readListText(new Blob(bytes))).toEqual({ ok: true, value: text });
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 3, 4, 0], 'list_workbook', {}],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'list_not_text', {}],
    ['bytes of no encoding', [0x61, 13, 10, 0x88, 0x9f, 13, 10, 0x62, 0xfd, 0xfe, 13, 10], 'list_undecodable', { line: 3 }],
  ])('%s is refused', async (_, bytes, code, facts) => {
    expect(await readListText(new Blob([new Uint8Array(bytes)]))).toEqual({ ok: false, failure: { code, facts } });
  });
});
