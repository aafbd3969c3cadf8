import { comparable } from '../core/text.ts';

/** Shorter parts hit what nobody meant. */
const SHORTEST = 2;

/**
 * The longest part that all texts have in common in their comparable form, as a rule of 含む would look for it.
 * @returns empty where it would be shorter than two signs
 */
export function commonPart(texts: readonly string[]): string {
  const [first = '', ...others] = texts.map(comparable).toSorted((a, b) => a.length - b.length);
  for (let length = first.length; length >= SHORTEST; length--) {
    for (let at = 0; at + length <= first.length; at++) {
      const part = first.slice(at, at + length);
      if (others.every((text) => text.includes(part))) return part;
    }
  }
  return '';
}
