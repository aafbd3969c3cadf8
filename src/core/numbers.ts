import { halfWidth } from './text.ts';

const AMOUNT = /^([-+▲△−‐‑‒–—―]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/u;

/** What nearly every amount looks like, and what reads at once. */
const PLAIN_AMOUNT = /^-?\d{1,15}$/u;

/**
 * Reads an amount as the field writes it: `-216`, `▲216`, `△216`, `－２１６`, `-1,216`, spaces ignored.
 * @returns an exact integer within ±(2^53 − 1), in the field's own unit; null when the text is no such amount
 */
export function parseAmount(text: string): number | null {
  if (PLAIN_AMOUNT.test(text)) return Number(text) || 0;
  const match = AMOUNT.exec(halfWidth(text).replace(/\s+/gu, ''));
  if (match === null) return null;
  const digits = Number((match[2] ?? '').replaceAll(',', ''));
  if (!Number.isSafeInteger(digits)) return null;
  const isNegative = match[1] !== '' && match[1] !== '+';
  return isNegative && digits !== 0 ? -digits : digits;
}

/**
 * `numerator / denominator` rounded half up to `places` decimals, in exact integer arithmetic.
 * Both are integers, 0 ≤ numerator, 0 < denominator.
 */
export function formatRatio(numerator: number, denominator: number, places: number): string {
  const scale = 10n ** BigInt(places);
  const doubled = 2n * BigInt(denominator);
  const rounded = (2n * BigInt(numerator) * scale + BigInt(denominator)) / doubled;
  const whole = rounded / scale;
  return places === 0 ? String(whole) : `${String(whole)}.${String(rounded % scale).padStart(places, '0')}`;
}
