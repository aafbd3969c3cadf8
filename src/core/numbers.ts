import { halfWidth } from './text.ts';

const AMOUNT = /^([-+▲△−‐‑‒–—―]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/u;

/** What nearly every amount looks like, and what reads at once. */
const PLAIN_AMOUNT = /^-?\d{1,10}$/u;

/** No claim has so many points or yen, and many such amounts could not be summed exactly. */
const TOO_LARGE = 1e10;

/**
 * Reads an amount as the field writes it: `-216`, `▲216`, `△216`, `－２１６`, `-1,216`, spaces ignored.
 * @returns an integer between −10^10 and 10^10, both exclusive, in the field's own unit; null when the text is no such amount
 */
export function parseAmount(text: string): number | null {
  if (PLAIN_AMOUNT.test(text)) return Number(text) || 0;
  const match = AMOUNT.exec(halfWidth(text).replace(/\s+/gu, ''));
  if (match === null) return null;
  const digits = Number((match[2] ?? '').replaceAll(',', ''));
  if (digits >= TOO_LARGE) return null;
  const isNegative = match[1] !== '' && match[1] !== '+';
  return isNegative && digits !== 0 ? -digits : digits;
}

/**
 * `numerator / denominator` rounded half up to `places` decimals, in exact integer arithmetic.
 * Both are integers, 0 ≤ numerator, 0 < denominator.
 */
export function formatRatio(numerator: number, denominator: number, places: number): string {
  const scale = 10 ** places;
  const dividend = 2 * numerator * scale + denominator;
  if (!Number.isSafeInteger(dividend)) return formatLargeRatio(BigInt(numerator), BigInt(denominator), places);
  const rounded = (dividend - (dividend % (2 * denominator))) / (2 * denominator);
  const decimals = rounded % scale;
  const whole = (rounded - decimals) / scale;
  return places === 0 ? String(whole) : `${String(whole)}.${String(decimals).padStart(places, '0')}`;
}

function formatLargeRatio(numerator: bigint, denominator: bigint, places: number): string {
  const scale = 10n ** BigInt(places);
  const rounded = (2n * numerator * scale + denominator) / (2n * denominator);
  const whole = rounded / scale;
  return places === 0 ? String(whole) : `${String(whole)}.${String(rounded % scale).padStart(places, '0')}`;
}
