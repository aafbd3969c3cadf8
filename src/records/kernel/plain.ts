/** What bytes of UTF-8 are passed over sixteen at a time, and where that must end. At most 18 bytes from the first are read. */

/** The character at a place: how many bytes it has, and its code point. */
export let width: u32 = 0;
export let point: u32 = 0;

/** Reads the character at a place where it has one byte or three. @returns whether it has */
@inline
export function readShort(at: usize): bool {
  const lead: u32 = load<u8>(at);
  if (lead < 0x80) {
    width = 1;
    point = lead;
    return true;
  }
  if ((lead & 0xf0) != 0xe0) return false;
  width = 3;
  point = ((lead & 0x0f) << 12) | ((<u32>load<u8>(at, 1) & 0x3f) << 6) | (<u32>load<u8>(at, 2) & 0x3f);
  return true;
}

/** Which of sixteen bytes lie from one up to and with another. */
@inline
export function within(bytes: v128, from: u8, to: u8): v128 {
  return i8x16.le_u(i8x16.sub(bytes, i8x16.splat(<i8>from)), i8x16.splat(<i8>(to - from)));
}

@inline
export function equal(bytes: v128, byte: u8): v128 {
  return i8x16.eq(bytes, i8x16.splat(<i8>byte));
}

/**
 * Which of sixteen bytes begin a character that is neither ASCII nor kana nor an ideograph of the basic plane, nor one of
 * U+3000 to U+303F. Kana that NFKC knows count among them: U+3099 to U+309F and U+30FF.
 */
@inline
export function leavesKana(at: usize, bytes: v128): v128 {
  const second = v128.load(at, 1);
  const third = v128.load(at, 2);
  const isKnown = v128.or(v128.and(equal(second, 0x82), within(third, 0x99, 0x9f)), v128.and(equal(second, 0x83), equal(third, 0xbf)));
  const isOther = v128.or(within(second, 0x84, 0x8f), isKnown);
  return v128.or(v128.or(within(bytes, 0xc0, 0xe2), within(bytes, 0xea, 0xff)), v128.and(equal(bytes, 0xe3), isOther));
}
