import { scratch } from './scratch';
import { bytesOf, startsOf } from './values';

/** Bytes behind the lead byte of the brackets that open a name, as NFKC knows them: 「 『 【, and ｢ ﹁ ﹃ ︻, which become these. */
const AFTER_E3: StaticArray<u16> = [0x8c80, 0x8e80, 0x9080];
const AFTER_EF: StaticArray<u16> = [0xa2bd, 0x81b9, 0x83b9, 0xbbb8];

/**
 * Which texts of a column, from one code of it up to, not including, another, hold a bracket that opens a name.
 * @returns a scratch area: a byte a text, 1 or 0
 */
export function openingsIn(which: u32, from: u32, to: u32): usize {
  const starts = startsOf(which);
  const bytes = bytesOf(which);
  const told = scratch(to - from);
  for (let code = from; code < to; code++) {
    const start = bytes + load<u32>(starts + (code << 2));
    const end = bytes + load<u32>(starts + (code << 2), 4) - 1;
    store<u8>(told + (code - from), holdsOpening(start, end) ? 1 : 0);
  }
  return told;
}

function holdsOpening(start: usize, end: usize): bool {
  for (let at = start; at + 2 < end; at++) {
    const lead = load<u8>(at);
    if (lead == 0xe3 ? isAmong(AFTER_E3, load<u16>(at, 1)) : lead == 0xef && isAmong(AFTER_EF, load<u16>(at, 1))) return true;
  }
  return false;
}

@inline
function isAmong(values: StaticArray<u16>, value: u16): bool {
  for (let place = 0; place < values.length; place++) if (values[place] == value) return true;
  return false;
}
