import { halfWidth } from '../core/text.ts';
import type { FoundItem, ItemKind } from './item.ts';

const CODE = /(?<!\d)\d{9}(?!\d)/gu;

const KIND_BY_FIRST_DIGIT: Readonly<Record<string, ItemKind>> = {
  '1': '診療行為',
  '3': '診療行為',
  '4': '診療行為',
  '6': '医薬品',
  '7': '特定器材',
};

const BEFORE_NAME = /^[\s:]+/u;
const END_OF_NAME = /[\s、。，,；;]/u;
const LONGEST_NAME = 60;

/**
 * The official codes that stand in a text (CLASSIFY, "Codes in the text"), one entry a mention in the order of the
 * text, each with the name that directly follows (decision N8).
 */
export function itemCodes(text: string): readonly FoundItem[] {
  const plain = halfWidth(text);
  const found: FoundItem[] = [];
  for (const match of plain.matchAll(CODE)) {
    const code = match[0];
    const kind = KIND_BY_FIRST_DIGIT[code[0] ?? ''];
    if (kind !== undefined) found.push({ kind, code, name: nameBehind(plain.slice(match.index + code.length)) });
  }
  return found;
}

function nameBehind(text: string): string {
  const rest = text.replace(BEFORE_NAME, '');
  const nextCode = rest.search(CODE);
  const end = rest.search(END_OF_NAME);
  const ends = [nextCode, end, rest.length].filter((place) => place >= 0);
  return [...rest.slice(0, Math.min(...ends))].slice(0, LONGEST_NAME).join('');
}
