import { halfWidth } from '../core/text.ts';

/** 点数表 by its code; 0 where field 3 names none of them. */
export const FEE_TABLES = { 1: '医科', 2: 'DPC', 3: '歯科', 4: '調剤', 0: '不明' } as const;
export type FeeTable = keyof typeof FEE_TABLES;

/** Reads field 3: a digit 1 to 4, with or without leading zeros, or the name. */
export function feeTableOf(text: string): FeeTable {
  const plain = halfWidth(text).trim().toUpperCase();
  const digit = /^0*([1-4])$/u.exec(plain)?.[1];
  if (digit !== undefined) return Number(digit) as FeeTable;
  const named = ([1, 2, 3, 4] as const).find((code) => FEE_TABLES[code] === plain);
  return named ?? 0;
}

/**
 * The prefecture of a provider code: the first two digits of ten (prefecture, fee table, seven) or nine (prefecture,
 * seven). 0 for a code without prefecture, which counts as 県内.
 */
export function prefectureOfProvider(code: string): number {
  const plain = halfWidth(code).trim();
  return /^\d{9,10}$/u.test(plain) ? prefecture(plain.slice(0, 2)) : 0;
}

/** The prefecture of an insurer number: digits 3 and 4 of eight, or the first two of the six-digit form. 0 if neither. */
export function prefectureOfInsurer(number: string): number {
  const plain = halfWidth(number).trim();
  if (/^\d{8}$/u.test(plain)) return prefecture(plain.slice(2, 4));
  return /^\d{6}$/u.test(plain) ? prefecture(plain.slice(0, 2)) : 0;
}

function prefecture(digits: string): number {
  const number = Number(digits);
  return number >= 1 && number <= 47 ? number : 0;
}
