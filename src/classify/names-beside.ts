import type { FoundName, NameFinder } from './name-finder.ts';
import { nameText } from './name-text.ts';

/** An official code, and what may part it from its name. */
const CODE_BEFORE = /(?<!\d)[13467]\d{8}[\s:(「『【[]*$/u;
const LONGEST_PART = 20;

/** The names in a text but for those that directly follow their code, which add nothing to it. */
export function namesBeside(text: string, finder: NameFinder): readonly FoundName[] {
  const searched = nameText(text);
  const found = finder.findIn(searched);
  if (found.length === 0) return found;
  const { plain } = searched;
  return found.filter(({ begin }) => !CODE_BEFORE.test(plain.slice(Math.max(0, begin - LONGEST_PART), begin)));
}
