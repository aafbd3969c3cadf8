const REPLACEMENT = '\uFFFD';
const strict = new TextDecoder('shift_jis', { fatal: true });
const pairs = new Map<number, string | null>();

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

function decodePair(lead: number, trail: number): string | null {
  const key = lead * 256 + trail;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const character = decodeStrictly(Uint8Array.of(lead, trail));
  pairs.set(key, character);
  return character;
}

function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
}

/**
 * The Shift_JIS decoder of the WHATWG Encoding Standard, single bytes spelled out: Node's own swaps
 * 1A, 1C and 7F, refuses 80, and swallows the ASCII byte after a bad lead byte.
 */
export function decodeCp932(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x80) {
      text += String.fromCharCode(byte);
    } else if (byte >= 0xa1 && byte <= 0xdf) {
      text += String.fromCharCode(0xff61 + byte - 0xa1);
    } else if (!isLead(byte)) {
      text += REPLACEMENT;
    } else {
      const trail = bytes[at + 1];
      const character = trail !== undefined && isTrail(trail) ? decodePair(byte, trail) : null;
      if (character !== null) {
        text += character;
        at++;
      } else {
        text += REPLACEMENT;
        if (trail !== undefined && trail > 0x7f) at++;
      }
    }
  }
  return text;
}
