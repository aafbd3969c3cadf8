import { RE2JS, RE2JSSyntaxException } from 're2js';

/** A regular expression whose search takes time linear in the text, whatever it is. */
export interface Pattern {
  test(text: string): boolean;
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
    return RE2JS.compile(plain, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return { cause: error.error };
    throw error;
  }
}
