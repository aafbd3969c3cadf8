import { halfWidth } from '../core/text.ts';
import type { FoundItem, ItemKind } from './item.ts';

const CODE_LENGTH = 9;
const LONGEST_NAME = 60;

/** By the first digit of a code; null for digits that begin no item. */
const KINDS: readonly (ItemKind | null)[] = [null, '診療行為', null, '診療行為', '診療行為', null, '医薬品', '特定器材', null, null];

const NOTHING: readonly FoundItem[] = [];

/**
 * The official codes that stand in a text (CLASSIFY, "Codes in the text"), one entry a mention in the order of the
 * text, each with the name that directly follows (decision N8). Told of the text's NFKC form.
 */
export function itemCodes(text: string): readonly FoundItem[] {
  return codesIn(isPlainText(text) ? text : halfWidth(text));
}

/**
 * The same of plain text that starts with a code and ends with the name that follows.
 * @throws RangeError where the code names no item
 */
export function mentionedItem(text: string): FoundItem {
  const kind = KINDS[digit(text.charCodeAt(0))];
  if (kind == null) throw new RangeError('no code of an item');
  let code = 0;
  for (let at = 0; at < CODE_LENGTH; at++) code = code * 10 + digit(text.charCodeAt(at));
  return { kind, code: String(code), name: nameBetween(text, CODE_LENGTH, text.length) };
}

function codesIn(text: string): readonly FoundItem[] {
  const places = codePlaces(text);
  if (places.length === 0) return NOTHING;
  const found: FoundItem[] = [];
  places.forEach((at, index) => {
    const kind = KINDS[digit(text.charCodeAt(at))];
    if (kind == null) return;
    const behind = at + CODE_LENGTH;
    const name = nameBetween(text, behind, places[index + 1] ?? text.length);
    found.push({ kind, code: halfWidth(text.slice(at, behind)), name });
  });
  return found;
}

/** Where nine digits stand that touch no other digit. */
function codePlaces(text: string): readonly number[] {
  const places: number[] = [];
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (digit(unit) >= 0) {
      digits++;
      continue;
    }
    if (digits === CODE_LENGTH) places.push(at - CODE_LENGTH);
    digits = 0;
  }
  if (digits === CODE_LENGTH) places.push(text.length - CODE_LENGTH);
  return places;
}

/** 0 to 9 for a digit of half or full width, else −1. */
function digit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  return unit >= 0xff10 && unit <= 0xff19 ? unit - 0xff10 : -1;
}

/** ASCII, Roman numerals, kana, ideographs and full- and half-width forms: NFKC makes digits of none but the full-width digits. */
function isPlainUnit(unit: number): boolean {
  if (unit < 0x80) return true;
  if (unit >= 0x2160 && unit <= 0x217f) return true;
  if (unit >= 0x3000 && unit <= 0x30ff) return unit < 0x3099 || unit > 0x309c;
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xff9f);
}

function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isPlainUnit(text.charCodeAt(at))) return false;
  return true;
}

function nameBetween(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && isGap(text.charCodeAt(start))) start++;
  let end = start;
  while (end < to && !isEnd(text.charCodeAt(end))) end++;
  const name = normal(text.slice(start, end));
  return name.length <= LONGEST_NAME ? name : [...name].slice(0, LONGEST_NAME).join('');
}

const WHITE = /\s/u;

function isWhite(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit > 0x3000) return unit === 0xfeff;
  return WHITE.test(String.fromCharCode(unit));
}

/** White space and colons, between a code and its name. */
function isGap(unit: number): boolean {
  return unit === 0x3a || unit === 0xff1a || isWhite(unit);
}

/** White space, commas, semicolons and full stops of half and full width. */
function isEnd(unit: number): boolean {
  switch (unit) {
    case 0x2c:
    case 0x3b:
    case 0x3001:
    case 0x3002:
    case 0xff0c:
    case 0xff1b:
    case 0xff61:
    case 0xff64:
      return true;
    default:
      return isWhite(unit);
  }
}

const MOST_KNOWN = 1 << 13;
/** NFKC forms of names met lately: the same few names follow most codes. */
const known = new Map<string, string>();

function normal(name: string): string {
  let form = known.get(name);
  if (form !== undefined) return form;
  form = halfWidth(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, form);
  return form;
}
