export type Encoding = 'cp932' | 'utf-8' | 'utf-8-bom' | 'utf-16le';

export const ENCODINGS: readonly Encoding[] = ['cp932', 'utf-8', 'utf-8-bom', 'utf-16le'];

/** What import.json calls it: the mark is not part of the encoding. */
export function encodingName(encoding: Encoding): string {
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding;
}

/** The bytes a file of this encoding begins with; UTF-16 always has its mark. */
export function byteOrderMark(encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8-bom') return Uint8Array.of(0xef, 0xbb, 0xbf);
  if (encoding === 'utf-16le') return Uint8Array.of(0xff, 0xfe);
  return new Uint8Array(0);
}

export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding !== 'cp932') return Buffer.from(text, 'utf8');
  const target = new Uint8Array(text.length * 2);
  return target.subarray(0, encodeCp932Into(text, target, 0));
}

/** Writes at offset and returns the end; the target must have room for two bytes a character. */
export function encodeCp932Into(text: string, target: Uint8Array, offset: number): number {
  const table = cp932Table();
  let end = offset;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[end++] = unit;
      continue;
    }
    const code = table[unit] ?? 0;
    if (code === 0) throw new Error(`not in CP932: U+${unit.toString(16)} in ${text.slice(Math.max(0, i - 20), i + 20)}`);
    if (code > 0xff) target[end++] = code >> 8;
    target[end++] = code & 0xff;
  }
  return end;
}

let table: Uint16Array | undefined;

/**
 * UTF-16 unit to CP932 code, by decoding every byte and pair. Where several codes decode to one character the JIS
 * position wins, then NEC's row 13, then IBM's extension; NEC's copies of that extension (ED, EE) come last.
 */
function cp932Table(): Uint16Array {
  if (table) return table;
  const built = new Uint16Array(0x10000);
  const decoder = new TextDecoder('shift_jis');
  for (let byte = 0xa1; byte <= 0xdf; byte++) built[decoder.decode(Uint8Array.of(byte)).charCodeAt(0)] = byte;
  for (const lead of leadBytes()) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail === 0x7f) continue;
      const decoded = decoder.decode(Uint8Array.of(lead, trail));
      const unit = decoded.charCodeAt(0);
      if (decoded.length === 1 && unit !== 0xfffd && built[unit] === 0) built[unit] = (lead << 8) | trail;
    }
  }
  table = built;
  return built;
}

function leadBytes(): number[] {
  const leads: number[] = [];
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if ((lead <= 0x9f || lead >= 0xe0) && lead !== 0xed && lead !== 0xee) leads.push(lead);
  }
  return [...leads, 0xed, 0xee];
}
