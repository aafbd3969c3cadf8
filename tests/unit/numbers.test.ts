import { describe, expect, it } from 'vitest';
import { formatRatio, parseAmount } from '../../src/core/numbers.ts';

describe('parseAmount', () => {
  it.each([
    ['-216', -216],
    ['▲216', -216],
    ['△216', -216],
    ['－２１６', -216],
    ['-1,216', -1216],
    ['▲１，２３４', -1234],
    ['−216', -216],
    ['+5', 5],
    ['0', 0],
    ['-0', 0],
    ['00012', 12],
    [' 1 234 ', 1234],
    ['9999999999', 9_999_999_999],
    ['-9999999999', -9_999_999_999],
    ['10000000000', null],
    ['000000000000000216', 216],
    ['12,34', null],
    ['1.5', null],
    ['abc', null],
    ['1e5', null],
    ['', null],
    ['-', null],
  ])('%s → %s', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });
});

describe('formatRatio', () => {
  it('rounds half up, exactly', () => {
    expect(formatRatio(1, 32, 4)).toBe('0.0313');
    expect(formatRatio(2469, 20000, 4)).toBe('0.1235');
    expect(formatRatio(1, 3, 4)).toBe('0.3333');
    expect(formatRatio(2, 3, 4)).toBe('0.6667');
    expect(formatRatio(3, 3, 4)).toBe('1.0000');
    expect(formatRatio(0, 7, 4)).toBe('0.0000');
    expect(formatRatio(1, 2, 0)).toBe('1');
  });
});
