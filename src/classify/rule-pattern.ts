import { RE2JS, RE2JSSyntaxException } from 're2js';
import { comparable } from '../core/text.ts';
import type { Match } from './rule.ts';

/** A regular expression whose search takes time linear in the text, whatever it is. */
export interface Pattern {
  test(text: string): boolean;
  /** The first match; null where there is none. */
  find(text: string): Place | null;
}

/** A part of a text; the end is exclusive. */
export interface Place {
  readonly begin: number;
  readonly end: number;
}

/** Signs that mean something in a regular expression. */
const OPERATOR = /[\\^$.|?*+()[\]{}]/gu;
const BEYOND_ASCII = /[^\p{ASCII}]+/gu;

/**
 * Compiles the value of a 正規表現 rule for texts in their comparable form. The pattern is compared after NFKC, without
 * spaces and without regard to case; operators are the half-width signs, a full-width one is text: `（査定）` finds the brackets.
 * @returns the pattern, or why there is none, in the engine's words (`missing closing )`)
 */
export function compilePattern(value: string): Pattern | { readonly cause: string } {
  const plain = value.replace(/\s+/gu, '').replace(BEYOND_ASCII, (text) => text.normalize('NFKC').replace(OPERATOR, String.raw`\$&`));
  try {
    const compiled = RE2JS.compile(plain, RE2JS.CASE_INSENSITIVE);
    return {
      test: (text) => compiled.test(text),
      find(text) {
        const matcher = compiled.matcher(text);
        return matcher.find() ? { begin: matcher.start(), end: matcher.end() } : null;
      },
    };
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return { cause: error.error };
    throw error;
  }
}

/** The part of a text that a rule hits; null where it is not a part, but that something or nothing stands there. @param text comparable */
export function matchPlace({ match, value }: { readonly match: Match; readonly value: string }, text: string): Place | null {
  switch (match) {
    case '一致':
    case '含む':
    case '前方一致': {
      const begin = text.indexOf(comparable(value));
      return begin < 0 ? null : { begin, end: begin + comparable(value).length };
    }
    case '正規表現': {
      const pattern = compilePattern(value);
      const place = 'find' in pattern ? pattern.find(text) : null;
      return place === null || place.end === place.begin ? null : place;
    }
    default:
      return null;
  }
}
