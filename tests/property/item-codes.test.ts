import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemCodes } from '../../src/classify/item-codes.ts';
import { ItemCatalogue } from '../../src/records/item-catalogue.ts';
import { StoredColumn } from '../../src/records/record-store.ts';
import { codedTexts, eachText } from '../../src/records/text-items.ts';
import { ValueKernel } from '../../src/records/value-kernel.ts';
import { packedTexts } from './packed-texts.ts';

const KINDS: Readonly<Record<string, string>> = { '1': '診療行為', '3': '診療行為', '4': '診療行為', '6': '医薬品', '7': '特定器材' };

/** The contract's words as one regular expression each, on the whole text's NFKC form. */
function byExpressions(text: string): unknown {
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(/(?<!\d)(\d{9})(?!\d)[\s:]*((?:(?!(?<!\d)\d{9}(?!\d))[^\s、。，,；;])*)/gu)].flatMap(([, code = '', name = '']) => {
    const kind = KINDS[code[0] ?? ''];
    return kind === undefined ? [] : [{ kind, code, name: [...name].slice(0, 60).join('') }];
  });
}

const piece = fc.oneof(
  fc.constantFrom('620001234', '６２０００１２３４', '160012310', '999999999', '12345', '７', '①', '²', '㏠', '㎎', 'ｶﾞ', 'ﾞ', '゛', 'が', '\u3099', '㍉', 'Ⅱ', 'ⅻ', '↉', '令和', 'アムロジピン錠５ｍｇ「トーワ」', '𠮷', 'é', 'e\u0301'),
  fc.constantFrom(' ', '　', '\u00a0', ':', '：', '、', '､', '。', '｡', '，', ',', '；', '\n', '\t'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.constant('長い名前'.repeat(20)),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('').replaceAll('\0', ''));

it('finds in any text the codes and names that regular expressions find', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(itemCodes(text)).toEqual(byExpressions(text));
    }),
    { numRuns: 5000 },
  );
});

it('finds the same in all texts of a column at once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyText.filter((text) => text !== ''), { maxLength: 40 }), (texts) => {
      const column = new StoredColumn(new ValueKernel(), 0, false);
      const half = Math.floor(texts.length / 2);
      const files = [texts.slice(0, half), texts.slice(half)];
      files.forEach((each, file) => column.append(Int32Array.from(each, (_, place) => place + 1), packedTexts(['', ...each]), file * half));
      const catalogue = new ItemCatalogue();
      const found = codedTexts(catalogue)(column, 1, column.distinct);
      const eachFound = eachText(itemCodes, catalogue)(column, 1, column.distinct);
      const told = (lists: ArrayLike<number>): unknown => Array.from(lists, (list) => catalogue.list(list));
      expect(told(found)).toEqual(told(eachFound));
      expect(Array.from(column.codes, (code) => column.text(code))).toEqual(texts);
    }),
    { numRuns: 1000 },
  );
});
