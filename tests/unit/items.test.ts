import { describe, expect, it } from 'vitest';
import { bracketedNames } from '../../src/classify/bracketed-names.ts';
import { itemCodes } from '../../src/classify/item-codes.ts';

describe('itemCodes', () => {
  const found = (text: string): string[] => itemCodes(text).map(({ kind, code, name }) => `${kind} ${code} ${name}`);

  it.each([
    ['620001234 アムロジピン錠５ｍｇ「トーワ」 過量', ['医薬品 620001234 アムロジピン錠5mg「トーワ」']],
    ['６２０００１２３４：ロキソニン', ['医薬品 620001234 ロキソニン']],
    ['111000110初診料、160008010 末梢血液一般検査', ['診療行為 111000110 初診料', '診療行為 160008010 末梢血液一般検査']],
    ['301000110 歯科', ['診療行為 301000110 歯科']],
    ['401000110', ['診療行為 401000110 ']],
    ['710010001 カテーテル', ['特定器材 710010001 カテーテル']],
    ['910010001 なし', []],
    ['6200012345', []],
    ['0620001234', []],
    ['62000 1234', []],
    ['620001234610000001', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('bracketedNames', () => {
  const found = (text: string): string[] => bracketedNames(text).map(({ code }) => code);

  it.each([
    ['「アムロジピン」の適応', ['アムロジピン']],
    ['『ＣＴ撮影』【初診料】', ['ct撮影', '初診料']],
    ['「アムロジピン錠５ｍｇ「トーワ」」の用量', ['アムロジピン錠5mg「トーワ」']],
    ['アムロジピン錠５ｍｇ「トーワ」の用量', []],
    ['対象は「ロキソプロフェン 錠」', ['ロキソプロフェン錠']],
    ['「病名がありません。」', []],
    ['「１２３４」', []],
    ['「A」', []],
    ['「閉じない', []],
    ['「ｱﾑﾛｼﾞﾋﾟﾝ」', ['アムロジピン']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
