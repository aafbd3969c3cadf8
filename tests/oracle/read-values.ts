const ERA_START: Record<string, number> = { '4': 1988, 平成: 1988, H: 1988, '5': 2018, 令和: 2018, R: 2018 };

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

function monthOf(year: number, month: number): string | null {
  if (year < 2000 || year > 2099 || month < 1 || month > 12) return null;
  return `${year}-${String(month).padStart(2, '0')}`;
}

function eraMonth(era: string, yearText: string, monthText: string): string | null {
  const start = ERA_START[era];
  const year = yearText === '元' ? 1 : Number(yearText);
  if (start === undefined || year < 1) return null;
  return monthOf(start + year, Number(monthText));
}

/** `2024-06`, or null where the text is no month. */
export function readMonth(text: string): string | null {
  const value = plain(text);
  const western = /^(\d{4})(\d{2})$/.exec(value);
  if (western) return monthOf(Number(western[1]), Number(western[2]));
  const coded = /^([45])(\d{2})(\d{2})$/.exec(value);
  if (coded) return eraMonth(coded[1] ?? '', coded[2] ?? '', coded[3] ?? '');
  const written =
    /^(R|H|令和|平成)(\d{1,2}|元)\.(\d{1,2})$/.exec(value) ??
    /^(R|H|令和|平成)(\d{1,2}|元)年(\d{1,2})月$/.exec(value);
  if (written) return eraMonth(written[1] ?? '', written[2] ?? '', written[3] ?? '');
  return null;
}

const LIMIT = 9_999_999_999n;

/** An integer, or null where the text is none. */
export function readAmount(text: string): number | null {
  const value = plain(text);
  const parts = /^([-\u2212▲△+]?)(\d+|\d{1,3}(?:,\d{3})+)$/.exec(value);
  if (!parts) return null;
  const size = BigInt((parts[2] ?? '').replaceAll(',', ''));
  if (size > LIMIT) return null;
  const negative = parts[1] !== '' && parts[1] !== '+';
  return Number(negative ? -size : size);
}

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F\uFFFD]/g;

export function isUndecodable(text: string): boolean {
  return text.search(FORBIDDEN) >= 0;
}

export function withReplacements(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}

/** A number as Excel writes a long key: 1.23457E+19. */
export function isExponent(text: string): boolean {
  const value = plain(text);
  return /^\d(\.\d+)?E\+\d+$/.test(value) || /^\d\.\d+E\d+$/.test(value);
}

export function gaijiIn(text: string): number {
  return text.match(/[\uE000-\uF8FF]/g)?.length ?? 0;
}
