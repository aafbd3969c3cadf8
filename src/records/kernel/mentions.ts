import { hashOf } from '../../import/kernel/bytes';
import { equal, leavesKana, point, readShort, width, within } from './plain';
import { scratch } from './scratch';
import { MENTIONS, bytesOf, codeOf, startsOf } from './values';

const CODE_LENGTH: u32 = 9;
/** A text with more places of codes is not plain. */
const MOST_PLACES: u32 = 64;
const NOT_PLAIN: i32 = -1;

/** First digits of codes that name an item, as bits; the same as KINDS in item-codes.ts. */
const ITEM_DIGITS: u32 = (1 << 1) | (1 << 3) | (1 << 4) | (1 << 6) | (1 << 7);

/** Where nine digits stand that touch no other digit, and behind them; and the first digit. */
const places: usize = heap.alloc(MOST_PLACES * 4);
const behinds: usize = heap.alloc(MOST_PLACES * 4);
const digits: usize = heap.alloc(MOST_PLACES * 4);

/**
 * What the texts of a column say of codes, from one code of the column up to, not including, another. For each text: how
 * many mentions it holds, and each of them as a code of the column MENTIONS, which keeps them as written, from the digits
 * to the end of the name that follows; or NOT_PLAIN, where it holds characters that only NFKC knows.
 * @returns a scratch area: the number of words, then these
 */
export function codedIn(which: u32, from: u32, to: u32): usize {
  const starts = startsOf(which);
  const bytes = bytesOf(which);
  // At most one mention for every nine bytes, and a count a text.
  const most = <usize>(to - from) + (load<u32>(starts + (to << 2)) - load<u32>(starts + (from << 2))) / CODE_LENGTH + 1;
  const told = scratch((most + 1) << 2);
  let at = told + 4;
  for (let code = from; code < to; code++) {
    const start = bytes + load<u32>(starts + (code << 2));
    const end = bytes + load<u32>(starts + (code << 2), 4) - 1;
    at = mentions(start, end, at);
  }
  store<u32>(told, <u32>((at - told) >> 2) - 1);
  return told;
}

function mentions(start: usize, end: usize, told: usize): usize {
  const found = codePlaces(start, end);
  if (found < 0) {
    store<i32>(told, NOT_PLAIN);
    return told + 4;
  }
  let count: u32 = 0;
  for (let place: usize = 0; place < <usize>found; place++) {
    if ((ITEM_DIGITS & (1 << load<u32>(digits + (place << 2)))) == 0) continue;
    const from = start + load<u32>(places + (place << 2));
    const last = place + 1 < <usize>found ? start + load<u32>(places + (place << 2), 4) : end;
    const to = nameEnd(start + load<u32>(behinds + (place << 2)), last);
    const length = <u32>(to - from);
    count++;
    store<u32>(told + (count << 2), codeOf(MENTIONS, from, length, hashOf(0, from, length)));
  }
  store<u32>(told, count);
  return told + ((count + 1) << 2);
}

/** Fills `places`, `behinds` and `digits`. @returns how many there are; NOT_PLAIN for a text that is not */
function codePlaces(start: usize, end: usize): i32 {
  let count: u32 = 0;
  let run: u32 = 0;
  let runStart: usize = 0;
  let first: u32 = 0;
  let at = start;
  while (at < end) {
    if (run == 0) {
      at = nextPlace(at, end);
      if (at >= end) return count;
    }
    if (!look(at)) return NOT_PLAIN;
    const digit = digitOf(point);
    if (digit < 10) {
      if (run == 0) {
        runStart = at;
        first = digit;
      }
      run++;
    } else {
      if (run == CODE_LENGTH && !keep(count++, runStart - start, at - start, first)) return NOT_PLAIN;
      run = 0;
    }
    at += width;
  }
  if (run == CODE_LENGTH && !keep(count++, runStart - start, at - start, first)) return NOT_PLAIN;
  return count;
}

@inline
function keep(count: u32, place: usize, behind: usize, first: u32): bool {
  if (count == MOST_PLACES) return false;
  store<u32>(places + (count << 2), <u32>place);
  store<u32>(behinds + (count << 2), <u32>behind);
  store<u32>(digits + (count << 2), first);
  return true;
}

/** Behind the name that follows white space and colons; `from` where there is none. */
function nameEnd(from: usize, to: usize): usize {
  let at = from;
  while (at < to) {
    look(at);
    if (!isWhite(point) && point != 0x3a && point != 0xff1a) break;
    at += width;
  }
  const start = at;
  for (at = nextSign(at, to); at < to; at = nextSign(at + width, to)) {
    look(at);
    if (isEnd(point)) break;
  }
  return at == start ? from : min(at, to);
}

/** The next place of a character that may end a name; perhaps behind the end. */
@inline
function nextSign(from: usize, end: usize): usize {
  for (let at = from; at < end; at += 16) {
    const bytes = v128.load(at);
    const isSign = v128.and(equal(bytes, 0xe3), equal(v128.load(at, 1), 0x80));
    const isAscii = v128.or(within(bytes, 0x00, 0x20), v128.or(equal(bytes, 0x2c), equal(bytes, 0x3b)));
    const mask = i8x16.bitmask(v128.or(v128.or(isAscii, isSign), equal(bytes, 0xef)));
    if (mask != 0) return at + <usize>ctz(mask);
  }
  return end;
}

/** The next place that has a digit or a character that is to be looked at; perhaps behind the end. */
@inline
function nextPlace(from: usize, end: usize): usize {
  for (let at = from; at < end; at += 16) {
    const bytes = v128.load(at);
    const mask = i8x16.bitmask(v128.or(within(bytes, 0x30, 0x39), leavesKana(at, bytes)));
    if (mask != 0) return at + <usize>ctz(mask);
  }
  return end;
}

/** Reads the character at a place of UTF-8. @returns whether it is plain, as isPlainUnit in item-codes.ts has it */
@inline
function look(at: usize): bool {
  if (!readShort(at)) return false;
  if (width == 1) return true;
  if (point < 0x3000) return point >= 0x2160 && point <= 0x217f;
  if (point <= 0x30ff) return point < 0x3099 || point > 0x309c;
  return (point >= 0x3400 && point <= 0x9fff) || (point >= 0xff01 && point <= 0xff9f);
}

/** 0 to 9 for a digit of half or full width, else more. */
@inline
function digitOf(character: u32): u32 {
  return character >= 0xff10 ? character - 0xff10 : character - 0x30;
}

/** White space among plain characters. */
@inline
function isWhite(character: u32): bool {
  return character == 0x20 || character == 0x3000 || (character >= 0x09 && character <= 0x0d);
}

/** White space, commas, semicolons and full stops of half and full width. */
@inline
function isEnd(character: u32): bool {
  switch (character) {
    case 0x2c:
    case 0x3b:
    case 0x3001:
    case 0x3002:
    case 0xff0c:
    case 0xff1b:
    case 0xff61:
    case 0xff64: return true;
    default: return isWhite(character);
  }
}
