import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsOpening } from '../../src/classify/bracketed-names.ts';
import { comparable } from '../../src/core/text.ts';
import { ValueKernel } from '../../src/records/value-kernel.ts';
import { packedTexts } from './packed-texts.ts';

const few = fc.integer({ min: -1, max: 1 });
const row = fc.tuple(few, few, fc.oneof(few, fc.integer()));

it('finds the first of rows that agree in all columns as their texts do', () => {
  const kernel = new ValueKernel();
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (all, every) => {
      const columns = [
        { values: Int32Array.from(all.flatMap(([a, b]) => [a, b])), stride: 2 },
        { values: Int32Array.from(all, ([, , c]) => c), stride: 1 },
      ];
      const rows = Int32Array.from(all.keys()).filter((each) => each % every === 0);
      const texts = Array.from(rows, (each) => String(all[each]));
      expect([...kernel.firstLikes(columns, rows)]).toEqual(texts.map((text) => texts.indexOf(text)));
    }),
    { numRuns: 1000 },
  );
});

it('finds the first of very many rows', () => {
  const values = Int32Array.from({ length: 300_000 }, (_, place) => (place % 70_001) * 40_503);
  const firsts = new ValueKernel().firstLikes([{ values, stride: 1 }], null);
  expect(firsts.findIndex((first, place) => first !== place % 70_001)).toBe(-1);
});

it('makes texts comparable, whatever characters they have', () => {
  const texts = ['', ...everyCharacter().flatMap((character) => [character, `か${character}`])];
  const kernel = new ValueKernel();
  kernel.adopt(0, packedTexts(texts, spread));
  const comparables = kernel.comparablesFrom(0, 0, kernel.distinct(0)).split('\n');
  expect(comparables).toHaveLength(texts.length);
  expect(texts.filter((text, place) => comparables[place] !== comparable(text))).toEqual([]);
});

it('makes texts of kana, ideographs and signs comparable', () => {
  const sign = fc.constantFrom(...Array.from('Aa1 　Ａａ１、。「あアー漢蝋(（ｱﾞ①Ⅳ\u3099か\u301c\u3036\u30ff𠮟é'));
  fc.assert(
    fc.property(fc.array(fc.string({ unit: sign, minLength: 1, maxLength: 60 }), { maxLength: 20 }), (some) => {
      const texts = ['', ...new Set(some)];
      const kernel = new ValueKernel();
      kernel.adopt(0, packedTexts(texts, spread));
      const from = Math.floor(texts.length / 2);
      expect(kernel.comparablesFrom(0, from, texts.length)).toBe(texts.slice(from).map(comparable).join('\n'));
    }),
    { numRuns: 2000 },
  );
});

it('counts values', () => {
  const kernel = new ValueKernel();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 20 }), (values) => {
      const counts = kernel.countsOf(Int32Array.from(values));
      expect(counts).toHaveLength(Math.max(0, ...values) + 1);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      for (const value of values) expect(counts[value]).toBe(values.filter((each) => each === value).length);
    }),
  );
});

it('tells the texts that hold an opening bracket, whatever form of it', () => {
  const texts = ['', ...everyCharacter().flatMap((character) => [character, `あ${character}`])];
  const kernel = new ValueKernel();
  const codes = kernel.adopt(0, packedTexts(texts, spread));
  const openings = kernel.openingsIn(0, 0, kernel.distinct(0));
  const differing = texts.filter((text, place) => (openings[codes[place] ?? 0] === 1) !== holdsOpening(text));
  expect(differing).toEqual([]);
  expect(openings.filter((each) => each === 1).length).toBeGreaterThanOrEqual(14);
});

/** All but NUL and halves of pairs. */
function everyCharacter(): string[] {
  return Array.from({ length: 0x110000 - 1 }, (_, point) => point + 1)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point));
}

/** Spreads bytes over 32 bits. */
function spread(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
}
