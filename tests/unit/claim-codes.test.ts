import { describe, expect, it } from 'vitest';
import { feeTableOf, prefectureOfInsurer, prefectureOfProvider } from '../../src/classify/claim-codes.ts';

describe('claim codes', () => {
  it.each([
    ['1', 1],
    ['２', 2],
    ['03', 3],
    ['調剤', 4],
    ['ＤＰＣ', 2],
    ['5', 0],
    ['', 0],
  ])('点数表 %s → %s', (text, feeTable) => {
    expect(feeTableOf(text)).toBe(feeTable);
  });

  it.each([
    ['1411234567', 14],
    ['０111234567', 1],
    ['141234567', 14],
    ['1234567', 0],
    ['4812345678', 0],
    ['', 0],
  ])('provider %s → prefecture %s', (code, prefecture) => {
    expect(prefectureOfProvider(code)).toBe(prefecture);
  });

  it.each([
    ['00144012', 14],
    ['67144012', 14],
    ['140012', 14],
    ['123', 0],
  ])('insurer %s → prefecture %s', (number, prefecture) => {
    expect(prefectureOfInsurer(number)).toBe(prefecture);
  });
});
