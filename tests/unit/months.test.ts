import { describe, expect, it } from 'vitest';
import { formatMonth, monthsBetween, parseMonth, readIsoMonth } from '../../src/core/months.ts';

describe('parseMonth', () => {
  it.each([
    ['50606', 202406],
    ['５０６０６', 202406],
    ['40104', null],
    ['43104', 201904],
    ['202406', 202406],
    ['２０２４０６', 202406],
    ['2024-06', 202406],
    ['2024年6月', 202406],
    ['R6.6', 202406],
    ['Ｒ６．６', 202406],
    ['r06.06', 202406],
    ['R0606', 202406],
    ['H31.4', 201904],
    ['令和6年6月', 202406],
    ['令和元年5月', 201905],
    [' 令和 6 年 6 月 ', 202406],
    ['202499', null],
    ['202400', null],
    ['2024', null],
    ['50699', null],
    ['6月', null],
    ['20240601', null],
    ['5060601', null],
    ['', null],
  ])('%s → %s', (text, month) => {
    expect(parseMonth(text)).toBe(month);
  });
});

describe('months in files', () => {
  it('are written and read as 2024-06', () => {
    expect(formatMonth(202406)).toBe('2024-06');
    expect(readIsoMonth('2024-06')).toBe(202406);
    expect(readIsoMonth('202406')).toBeNull();
    expect(readIsoMonth('2024-13')).toBeNull();
  });

  it('run over the end of a year', () => {
    expect(monthsBetween(202411, 202502)).toEqual([202411, 202412, 202501, 202502]);
    expect(monthsBetween(202502, 202411)).toEqual([]);
  });
});
