import { decoderLabel } from './decode.ts';

/** Where no character stands. */
const NO_UNIT = 0xffff;
const LF = 0x0a;

/** First bytes of pairs, and all bytes that may follow one (and some that may not). */
const LEADS = [...range(0x81, 0x9f), ...range(0xe0, 0xfc)];
const TRAILS = range(0x40, 0xfc);
/** Half-width katakana. */
const SINGLES = range(0xa1, 0xdf);

let units: Uint16Array | null = null;

/**
 * The UTF-16 code units of CP932 as the platform decodes them, so that both agree: 256 of single bytes, then 65,536 of
 * pairs by first byte × 256 + second; 0xFFFF where no character stands. Bytes below 0x80 stand for themselves.
 */
export function cp932Units(): Uint16Array {
  if (units !== null) return units;
  const table = new Uint16Array(256 + 65536).fill(NO_UNIT);
  for (const byte of range(0, 0x7f)) table[byte] = byte;
  const codes = [...SINGLES.map((byte) => [byte]), ...LEADS.flatMap((lead) => TRAILS.map((trail) => [lead, trail]))];
  const text = new TextDecoder(decoderLabel('cp932')).decode(Uint8Array.from(codes.flatMap((bytes) => [...bytes, LF])));
  for (const [index, character] of text.split('\n').entries()) {
    const [first = 0, second] = codes[index] ?? [];
    if (character.length !== 1 || character === '\ufffd') continue;
    table[second === undefined ? first : 256 + first * 256 + second] = character.charCodeAt(0);
  }
  return (units = table);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
