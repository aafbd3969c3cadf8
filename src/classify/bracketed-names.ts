import { comparable, halfWidth } from '../core/text.ts';
import type { FoundItem } from './item.ts';

const CLOSING: Readonly<Record<string, string>> = { '「': '」', '『': '』', '【': '】', '｢': '｣' };

const OPENING = /[「『【｢]/u;
const BRACKET = /[「『【｢」』】｣]/gu;
const NOTHING: readonly FoundItem[] = [];

/** What stands at the end of a drug's name before its maker's bracket (decision N9). */
const GLUE = /[\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}ー0-9%錠散液膏注剤末粒油用包筒瓶管枚個]$/u;
const NO_NAME = /[。、?!]/u;
const LETTERS = /\p{L}/gu;
const SHORTEST = 2;
const LONGEST = 60;

/**
 * Names in brackets 「」『』【】, for records in which nothing else was found (CLASSIFY, "Items" 5). A bracket glued to
 * a name belongs to that name; of nested brackets the outermost that is not glued counts.
 */
export function bracketedNames(text: string): readonly FoundItem[] {
  const plain = halfWidth(text);
  if (!OPENING.test(plain)) return NOTHING;
  const found = new Map<string, FoundItem>();
  let at = 0;
  for (;;) {
    const ahead = plain.slice(at).search(OPENING);
    if (ahead < 0) break;
    at += ahead;
    const end = closingPlace(plain, at);
    // A character of two units at most.
    if (end < 0 || GLUE.test(plain.slice(Math.max(0, at - 2), at))) {
      at++;
      continue;
    }
    const name = plain.slice(at + 1, end).trim();
    const code = comparable(name);
    if (looksLikeName(name) && !found.has(code)) found.set(code, { kind: 'その他', code, name });
    at = end + 1;
  }
  return [...found.values()];
}

/** Whether a text holds a bracket that could open a name. */
export function holdsOpening(text: string): boolean {
  return OPENING.test(halfWidth(text));
}

/** The place of the bracket that closes the one at `open`, nested ones skipped; −1 when none does. */
function closingPlace(text: string, open: number): number {
  const expected = [CLOSING[text[open] ?? '']];
  BRACKET.lastIndex = open + 1;
  for (let met = BRACKET.exec(text); met !== null; met = BRACKET.exec(text)) {
    const [sign] = met;
    if (sign === expected.at(-1)) {
      expected.pop();
      if (expected.length === 0) return met.index;
    } else if (CLOSING[sign] !== undefined) expected.push(CLOSING[sign]);
  }
  return -1;
}

function looksLikeName(text: string): boolean {
  const letters = text.match(LETTERS)?.length ?? 0;
  return text.length >= SHORTEST && text.length <= LONGEST && letters >= 2 && !NO_NAME.test(text);
}
