import { halfWidth } from '../core/text.ts';

const SEPARATORS = /[\p{P}\p{S}\p{Z}\p{C}]+/u;
/** Texts that are so short are too easily alike by their pairs of signs. */
const SHORTEST_FOR_PAIRS = 6;

/**
 * The fingerprint of a text as OpenRefine clusters by it: normalised, punctuation and spaces taken as separators, its words
 * in order and each once. Texts that differ in nothing else have the same.
 */
export function fingerprint(text: string): string {
  const words = halfWidth(text).toLowerCase().split(SEPARATORS).filter((word) => word !== '');
  return [...new Set(words)].toSorted().join(' ');
}

/** The n-gram fingerprint (n = 2): all pairs of neighbouring signs, in order and each once; the {@link fingerprint} of a short text. */
export function pairFingerprint(text: string): string {
  const signs = Array.from(halfWidth(text).toLowerCase().split(SEPARATORS).join(''));
  if (signs.length < SHORTEST_FOR_PAIRS) return fingerprint(text);
  const pairs = signs.slice(1).map((sign, index) => `${signs[index] as string}${sign}`);
  return [...new Set(pairs)].toSorted().join('');
}
