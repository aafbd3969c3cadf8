import { compared } from './classify';

export const ITEM_FIELDS = [195, 197, 198, 199, 210] as const;

const KIND_OF_FIRST_DIGIT: Record<string, string> = {
  '1': '診療行為',
  '3': '診療行為',
  '4': '診療行為',
  '6': '医薬品',
  '7': '特定器材',
};

/** One place where a text names an item, with the name that stands there ('' where none does). */
export interface Mention {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly basis: 'コード' | '対応表' | '一覧' | '括弧';
}

const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/g;
const NAME_END = /\s|[、。,;]|(?<!\d)\d{9}(?!\d)/;

function nameAfter(text: string, at: number): string {
  const rest = text.slice(at).replace(/^[\s:]+/, '');
  const end = rest.search(NAME_END);
  return [...(end < 0 ? rest : rest.slice(0, end))].slice(0, 60).join('');
}

/** @param text after NFKC */
export function codesIn(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(NINE_DIGITS)) {
    const code = match[0];
    const kind = KIND_OF_FIRST_DIGIT[code[0] ?? ''];
    if (kind !== undefined) mentions.push({ kind, code, name: nameAfter(text, match.index + 9), basis: 'コード' });
  }
  return mentions;
}

const CLOSING: Record<string, string> = { '「': '」', '『': '』', '【': '】' };
const BELONGS_TO_NAME_BEFORE =
  /[\p{Script=Latin}\p{Script=Greek}\p{Nd}%\p{Script=Katakana}ー錠散液膏注剤末粒油用包筒瓶管枚個]$/u;

function closingBracket(text: string, open: number): number {
  const opening = text[open] ?? '';
  const closing = CLOSING[opening];
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === opening) depth++;
    if (text[at] === closing) depth--;
    if (depth === 0) return at;
  }
  return -1;
}

function looksLikeName(text: string): boolean {
  const length = [...text].length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return length >= 2 && length <= 60 && letters >= 2 && !/[。、?!]/.test(text);
}

function bracketedNamesIn(text: string): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < text.length) {
    const close = CLOSING[text[at] ?? ''] === undefined ? -1 : closingBracket(text, at);
    if (close < 0 || BELONGS_TO_NAME_BEFORE.test(text.slice(0, at))) {
      at++;
      continue;
    }
    const inside = text.slice(at + 1, close).trim();
    if (looksLikeName(inside)) mentions.push({ kind: 'その他', code: compared(inside), name: inside, basis: '括弧' });
    at = close + 1;
  }
  return mentions;
}

/**
 * Every mention in a record's texts, and what the user's rules make of the record; where there is neither, what a list gives
 * the record, else brackets, which are not looked at with masters.
 */
export function mentionsIn(texts: readonly string[], ruled: readonly Mention[], listed: readonly Mention[], hasMasters: boolean): readonly Mention[] {
  const normalised = texts.map((text) => text.normalize('NFKC'));
  const found = [...normalised.flatMap(codesIn), ...ruled];
  if (found.length > 0) return found;
  return listed.length > 0 || hasMasters ? listed : normalised.flatMap(bracketedNamesIn);
}
