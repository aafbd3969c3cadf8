/** A month as one number, year × 12 + (month − 1), so that months add and subtract. */
export type Month = number;

export type MonthForm = 'era' | 'western' | 'letter' | 'kanji';

export function month(year: number, monthOfYear: number): Month {
  return year * 12 + monthOfYear - 1;
}

export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return null;
  const monthOfYear = Number(match[2]);
  return monthOfYear >= 1 && monthOfYear <= 12 ? month(Number(match[1]), monthOfYear) : null;
}

/** 2024-06, as the program's own files write it. */
export function isoMonth(value: Month): string {
  return `${yearOf(value)}-${two(monthOf(value))}`;
}

/** 202406 */
export function compactMonth(value: Month): string {
  return `${yearOf(value)}${two(monthOf(value))}`;
}

/** 50606 (5 = 令和), 202406, R6.6 or 令和6年6月. */
export function writeMonth(value: Month, form: MonthForm): string {
  const era = eraOf(yearOf(value), monthOf(value));
  switch (form) {
    case 'era':
      return `${era.digit}${two(era.year)}${two(monthOf(value))}`;
    case 'western':
      return compactMonth(value);
    case 'letter':
      return `${era.letter}${era.year}.${monthOf(value)}`;
    case 'kanji':
      return `${era.name}${era.year}年${monthOf(value)}月`;
  }
}

/** 5060401: era digit, year, month and day. */
export function writeEraDate(year: number, monthOfYear: number, day: number): string {
  const era = eraOf(year, monthOfYear);
  return `${era.digit}${two(era.year)}${two(monthOfYear)}${two(day)}`;
}

export function yearOf(value: Month): number {
  return Math.floor(value / 12);
}

export function monthOf(value: Month): number {
  return (value % 12) + 1;
}

function eraOf(year: number, monthOfYear: number): { digit: number; letter: string; name: string; year: number } {
  const value = month(year, monthOfYear);
  if (value >= month(2019, 5)) return { digit: 5, letter: 'R', name: '令和', year: year - 2018 };
  if (value >= month(1989, 1)) return { digit: 4, letter: 'H', name: '平成', year: year - 1988 };
  return { digit: 3, letter: 'S', name: '昭和', year: year - 1925 };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
