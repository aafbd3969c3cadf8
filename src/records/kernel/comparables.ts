import { equal, leavesKana, point, readShort, width, within } from './plain';
import { scratch } from './scratch';
import { bytesOf, startsOf } from './values';

/** Stands between two texts. */
const BREAK: u8 = 0x0a;
/** Stands for a text that NFKC has to look at; no text holds it. */
const NOT_PLAIN: u8 = 0x01;

/**
 * The texts of a column in the form in which they are compared, as `comparable` in text.ts has it, from one code of the column
 * up to, not including, another, with BREAK between two; NOT_PLAIN for those with characters that only NFKC knows.
 * @returns a scratch area: the number of bytes, the place behind them where the codes of texts that are not plain stand, and how
 * many these are; then the bytes
 */
export function comparables(which: u32, from: u32, to: u32): usize {
  const starts = startsOf(which);
  const bytes = bytesOf(which);
  // No text grows, and the place behind each has room for BREAK. Blocks of 16 bytes are written over the end.
  const most = (<usize>(load<u32>(starts + (to << 2)) - load<u32>(starts + (from << 2))) + 16 + 3) & ~3;
  const told = scratch(12 + most + (<usize>(to - from) << 2));
  const others = told + 12 + most;
  let other = others;
  let at = told + 12;
  for (let code = from; code < to; code++) {
    const start = bytes + load<u32>(starts + (code << 2));
    const end = bytes + load<u32>(starts + (code << 2), 4) - 1;
    let behind = compared(start, end, at);
    if (behind == 0) {
      store<u8>(at, NOT_PLAIN);
      behind = at + 1;
      store<u32>(other, code);
      other += 4;
    }
    store<u8>(behind, BREAK);
    at = behind + 1;
  }
  store<u32>(told, <u32>(at - told) - 13);
  store<u32>(told, <u32>(others - told), 4);
  store<u32>(told, <u32>(other - others) >> 2, 8);
  return told;
}

/** Writes a text's form. @returns behind it; 0 for a text that is not plain */
function compared(start: usize, end: usize, out: usize): usize {
  let at = start;
  let to = out;
  while (at < end) {
    const block = v128.load(at);
    v128.store(to, block);
    const mask = i8x16.bitmask(changes(at, block));
    const kept = min<usize>(mask == 0 ? 16 : <usize>ctz(mask), end - at);
    at += kept;
    to += kept;
    if (mask == 0) continue;
    // What changes often stands together.
    while (at < end && mayChange(at)) {
      if (!readShort(at)) return 0;
      at += width;
      if (point < 0x80 || point >= 0xff01) {
        const ascii = point < 0x80 ? point : point - 0xfee0;
        if (ascii < 0x09 || ascii > 0x7e) return 0;
        if (ascii != 0x20 && ascii > 0x0d) store<u8>(to++, ascii >= 0x41 && ascii <= 0x5a ? <u8>(ascii + 0x20) : <u8>ascii);
      } else if (point > 0x3000 && point <= 0x3029) {
        store<u16>(to, load<u16>(at - 3));
        store<u8>(to, load<u8>(at - 1), 2);
        to += 3;
      } else if (point != 0x3000) return 0;
    }
  }
  return to;
}

/** Whether a character, which need not be plain, may be one that does not stay as it is. */
@inline
function mayChange(at: usize): bool {
  const lead = load<u8>(at);
  return lead < 0xe3 || lead > 0xe9 || (lead == 0xe3 && mayChangeBehindE3(load<u8>(at, 1), load<u8>(at, 2)));
}

@inline
function mayChangeBehindE3(second: u8, third: u8): bool {
  return second == 0x80 || (second >= 0x84 && second <= 0x8f) || (second == 0x82 && third >= 0x99 && third <= 0x9f) || (second == 0x83 && third == 0xbf);
}

/** Which of sixteen bytes begin a character that does not stay as it is. */
@inline
function changes(at: usize, bytes: v128): v128 {
  const isSign = v128.and(equal(bytes, 0xe3), equal(v128.load(at, 1), 0x80));
  const isAscii = v128.or(within(bytes, 0x00, 0x20), within(bytes, 0x41, 0x5a));
  return v128.or(v128.or(isAscii, isSign), leavesKana(at, bytes));
}
