import { arena, extend, reserve, used } from './arena';

/** What was found out about a value, as bits; the same as in record-kernel.ts. */
export const BLANK: u8 = 1;
export const UNDECODABLE: u8 = 2;
export const GAIJI: u8 = 4;

/** UTF-16 code units of CP932: 256 of single bytes, then 65,536 of pairs by lead × 256 + trail; 0xFFFF where there is none. */
const UNITS: usize = heap.alloc((256 + 65536) * 2);
const NO_UNIT: u32 = 0xffff;
/** Stands for bytes that are no UTF-8. */
const NO_POINT: u32 = 0xffffffff;

export function cp932Units(): usize {
  return UNITS;
}

let isCp932: bool = true;

export function setEncoding(cp932: bool): void {
  isCp932 = cp932;
}

/** Place and length in the arena of the text that `transcode` made, without white space around it. */
export let textOffset: u32 = 0;
export let textLength: u32 = 0;

/** Makes trimmed UTF-8 of bytes in the arena. @returns bits of what was found */
export function transcode(offset: u32, length: u32): u8 {
  if (isPrintableAscii(offset, length)) return trimAscii(offset, length);
  reserve(<usize>length * 3);
  const start = arena + offset;
  const end = start + length;
  const out = arena + used;
  let at = start;
  let to = out;
  let first: usize = 0;
  let last = out;
  let flags: u8 = 0;
  while (at < end) {
    let point: u32 = load<u8>(at);
    if (point < 0x80) {
      at++;
    } else if (isCp932) {
      point = load<u16>(UNITS + point * 2);
      at++;
      if (point == NO_UNIT) {
        if (at >= end) return UNDECODABLE;
        point = load<u16>(UNITS + ((256 + ((<u32>load<u8>(at - 1) << 8) | load<u8>(at))) << 1));
        at++;
        if (point == NO_UNIT) return UNDECODABLE;
      }
    } else {
      point = utf8Point(at, end);
      if (point == NO_POINT) return UNDECODABLE;
      at += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    if (isNoText(point)) return UNDECODABLE;
    if (point >= 0xe000 && point <= 0xf8ff) flags |= GAIJI;
    const isSpace = isWhite(point);
    if (!isSpace && first == 0) first = to;
    to = put(to, point);
    if (!isSpace) last = to;
  }
  if (first == 0) return BLANK;
  textOffset = <u32>(first - arena);
  textLength = <u32>(last - first);
  extend(<u32>(last - out));
  return flags;
}

function isPrintableAscii(offset: u32, length: u32): bool {
  const start = arena + offset;
  for (let i: u32 = 0; i < length; i++) {
    const byte = load<u8>(start + i);
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}

function trimAscii(offset: u32, length: u32): u8 {
  let from = offset;
  let to = offset + length;
  while (from < to && load<u8>(arena + from) == 0x20) from++;
  while (to > from && load<u8>(arena + to - 1) == 0x20) to--;
  textOffset = from;
  textLength = to - from;
  return from == to ? BLANK : 0;
}

/** C0 controls but tab and line breaks, C1 controls, and the replacement character: as NOT_TEXT in decode.ts. */
@inline
function isNoText(point: u32): bool {
  if (point >= 0xa0) return point == 0xfffd;
  return point >= 0x80 || (point < 0x20 && point != 0x09 && point != 0x0a && point != 0x0d);
}

/** What JavaScript's `trim` takes away. */
@inline
function isWhite(point: u32): bool {
  if (point <= 0x20) return point == 0x20 || (point >= 0x09 && point <= 0x0d);
  if (point < 0x1680) return point == 0xa0;
  if (point > 0x3000) return point == 0xfeff;
  return (
    point == 0x3000 ||
    (point >= 0x2000 && point <= 0x200a) ||
    point == 0x2028 ||
    point == 0x2029 ||
    point == 0x202f ||
    point == 0x205f ||
    point == 0x1680
  );
}

/** The code point of two to four bytes; NO_POINT for what a strict decoder refuses. */
function utf8Point(at: usize, end: usize): u32 {
  const lead: u32 = load<u8>(at);
  const rest = end - at;
  if (lead < 0xc2) return NO_POINT;
  if (lead < 0xe0) {
    if (rest < 2 || !isTrail(at + 1)) return NO_POINT;
    return ((lead & 0x1f) << 6) | bits(at + 1);
  }
  if (lead < 0xf0) {
    if (rest < 3 || !isTrail(at + 1) || !isTrail(at + 2)) return NO_POINT;
    const point = ((lead & 0x0f) << 12) | (bits(at + 1) << 6) | bits(at + 2);
    return point < 0x800 || (point >= 0xd800 && point <= 0xdfff) ? NO_POINT : point;
  }
  if (lead > 0xf4 || rest < 4 || !isTrail(at + 1) || !isTrail(at + 2) || !isTrail(at + 3)) return NO_POINT;
  const point = ((lead & 0x07) << 18) | (bits(at + 1) << 12) | (bits(at + 2) << 6) | bits(at + 3);
  return point < 0x10000 || point > 0x10ffff ? NO_POINT : point;
}

@inline
function isTrail(at: usize): bool {
  return (load<u8>(at) & 0xc0) == 0x80;
}

@inline
function bits(at: usize): u32 {
  return load<u8>(at) & 0x3f;
}

/** Writes a code point as UTF-8. @returns behind it */
@inline
function put(to: usize, point: u32): usize {
  if (point < 0x80) {
    store<u8>(to, point);
    return to + 1;
  }
  if (point < 0x800) {
    store<u8>(to, 0xc0 | (point >> 6));
    store<u8>(to + 1, 0x80 | (point & 0x3f));
    return to + 2;
  }
  if (point < 0x10000) {
    store<u8>(to, 0xe0 | (point >> 12));
    store<u8>(to + 1, 0x80 | ((point >> 6) & 0x3f));
    store<u8>(to + 2, 0x80 | (point & 0x3f));
    return to + 3;
  }
  store<u8>(to, 0xf0 | (point >> 18));
  store<u8>(to + 1, 0x80 | ((point >> 12) & 0x3f));
  store<u8>(to + 2, 0x80 | ((point >> 6) & 0x3f));
  store<u8>(to + 3, 0x80 | (point & 0x3f));
  return to + 4;
}
