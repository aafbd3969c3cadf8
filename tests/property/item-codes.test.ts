import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemCodes } from '../../src/classify/item-codes.ts';

const KINDS: Readonly<Record<string, string>> = { '1': '診療行為', '3': '診療行為', '4': '診療行為', '6': '医薬品', '7': '特定器材' };

/** The contract's words as one regular expression each, on the whole text's NFKC form. */
function byExpressions(text: string): unknown {
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(/(?<!\d)(\d{9})(?!\d)[\s:]*((?:(?!(?<!\d)\d{9}(?!\d))[^\s、。，,；;])*)/gu)].flatMap(([, code = '', name = '']) => {
    const kind = KINDS[code[0] ?? ''];
    return kind === undefined ? [] : [{ kind, code, name: [...name].slice(0, 60).join('') }];
  });
}

it('finds in any text the codes and names that regular expressions find', () => {
  const piece = fc.oneof(
    fc.constantFrom('620001234', '６２０００１２３４', '160012310', '999999999', '12345', '７', '①', '²', '㏠', '㎎', 'ｶﾞ', 'ﾞ', '゛', 'が', '\u3099', '㍉', '令和', 'アムロジピン錠５ｍｇ「トーワ」', '𠮷', 'é', 'e\u0301'),
    fc.constantFrom(' ', '　', '\u00a0', ':', '：', '、', '､', '。', '｡', '，', ',', '；', '\n', '\t'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
    fc.constant('長い名前'.repeat(20)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(itemCodes(text)).toEqual(byExpressions(text));
    }),
    { numRuns: 5000 },
  );
});
