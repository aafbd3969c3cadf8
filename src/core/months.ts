import { halfWidth } from './text.ts';

/** Year before the first year of each era, by its digit in 和暦 codes (5 = 令和). */
const ERA_BY_DIGIT: Readonly<Record<string, number>> = { '1': 1867, '2': 1911, '3': 1925, '4': 1988, '5': 2018 };
const ERA_BY_LETTER: Readonly<Record<string, number>> = { M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 };
const ERA_BY_NAME: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };

const ERA_CODE = /^([1-5])(\d{2})(\d{2})$/;
const WESTERN = /^(\d{4})[-/.]?(\d{2})$/;
const WESTERN_LOOSE = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)$/;
const ERA_LETTER = /^([MTSHR])(\d{1,2}|元)[-/.年](\d{1,2})月?$/;
const ERA_LETTER_FIXED = /^([MTSHR])(\d{2})(\d{2})$/;
const ERA_NAME = /^(明治|大正|昭和|平成|令和)(\d{1,2}|元)[-/.年](\d{1,2})月?$/;

/**
 * Reads a month as the field writes it: `50606`, `202406`, `2024-06`, `2024年6月`, `R6.6`, `R0606`, `令和6年6月`,
 * half or full width, spaces ignored.
 * @returns yyyymm as an integer from 200001 to 209912; null when the text is no such month
 */
export function parseMonth(text: string): number | null {
  const plain = halfWidth(text).replace(/\s+/gu, '').toUpperCase();
  const era = ERA_CODE.exec(plain);
  if (era !== null) return month(ERA_BY_DIGIT[era[1] ?? ''], era[2], era[3]);
  const western = WESTERN.exec(plain) ?? WESTERN_LOOSE.exec(plain);
  if (western !== null) return month(0, western[1], western[2] ?? western[3]);
  const letter = ERA_LETTER.exec(plain) ?? ERA_LETTER_FIXED.exec(plain);
  if (letter !== null) return month(ERA_BY_LETTER[letter[1] ?? ''], letter[2], letter[3]);
  const name = ERA_NAME.exec(plain);
  if (name !== null) return month(ERA_BY_NAME[name[1] ?? ''], name[2], name[3]);
  return null;
}

function month(before: number | undefined, years: string | undefined, months: string | undefined): number | null {
  if (before === undefined || years === undefined || months === undefined) return null;
  const year = before + (years === '元' ? 1 : Number(years));
  const monthOfYear = Number(months);
  if (year < 2000 || year > 2099 || monthOfYear < 1 || monthOfYear > 12) return null;
  return year * 100 + monthOfYear;
}

/** `202406` → `2024-06`, the form of files and of the URL hash. */
export function formatMonth(month: number): string {
  return `${String(Math.floor(month / 100))}-${String(month % 100).padStart(2, '0')}`;
}

/** `2024-06` → 202406; null for any other text. */
export function readIsoMonth(text: string): number | null {
  return /^\d{4}-\d{2}$/.test(text) ? parseMonth(text) : null;
}

/** The months from `first` to `last`, both included, ascending; empty when `last` is earlier. */
export function monthsBetween(first: number, last: number): readonly number[] {
  const months: number[] = [];
  for (let each = first; each <= last; each = each % 100 === 12 ? each + 89 : each + 1) months.push(each);
  return months;
}
