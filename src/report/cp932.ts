import { csvFile, numberCell, textCell } from './csv.ts';

/** A character that has no place in CP932, where it stood. */
export interface Unencodable {
  readonly character: string;
  /** Line of the text, 1-based; a line break inside a quoted cell counts too. */
  readonly line: number;
}

export interface Cp932Text {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Each of them stands as 〓 in the bytes, in this order. */
  readonly unencodable: readonly Unencodable[];
}

/** The list that goes with a file of which some characters have no place in CP932; itself UTF-8. */
export function unencodableFile(name: string, unencodable: readonly Unencodable[]): string {
  const rows = unencodable.map(({ character, line }) => [
    textCell(name),
    numberCell(String(line)),
    textCell(character),
    textCell(`U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`),
  ]);
  return csvFile(['ファイル', '行', '文字', '符号位置'], rows);
}

const ASCII_END = 0x80;
const GETA = 0x81ac;

/**
 * A text as CP932 (Windows-31J), which browsers decode but do not encode. A character without a place there is written
 * as 〓 and told; nothing is replaced silently. A byte order mark is left out.
 */
export function encodeCp932(text: string): Cp932Text {
  const table = cp932Table();
  const bytes = new Uint8Array(text.length * 2);
  const unencodable: Unencodable[] = [];
  let end = 0;
  let line = 1;
  for (const character of text.startsWith('\ufeff') ? text.slice(1) : text) {
    const unit = character.charCodeAt(0);
    if (unit === 0x0a) line++;
    if (unit < ASCII_END) {
      bytes[end++] = unit;
      continue;
    }
    const known = character.length === 1 ? (table[unit] as number) : 0;
    if (known === 0) unencodable.push({ character, line });
    const code = known === 0 ? GETA : known;
    if (code > 0xff) bytes[end++] = code >> 8;
    bytes[end++] = code & 0xff;
  }
  return { bytes: bytes.slice(0, end), unencodable };
}

let known: Uint16Array | undefined;

/**
 * UTF-16 unit → code, made by decoding every byte and pair; 0 where there is none. Where several codes decode to one
 * character the JIS position wins, then row 13, then the extension in FA–FC; its copies in ED and EE come last.
 */
function cp932Table(): Uint16Array {
  if (known !== undefined) return known;
  const decoder = new TextDecoder('shift_jis');
  const table = new Uint16Array(0x10000);
  for (let byte = 0xa1; byte <= 0xdf; byte++) table[decoder.decode(Uint8Array.of(byte)).charCodeAt(0)] = byte;
  for (const lead of LEADS) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail === 0x7f) continue;
      const decoded = decoder.decode(Uint8Array.of(lead, trail));
      const unit = decoded.charCodeAt(0);
      if (decoded.length === 1 && unit !== 0xfffd && table[unit] === 0) table[unit] = (lead << 8) | trail;
    }
  }
  known = table;
  return table;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const LEADS = [...range(0x81, 0x9f), ...range(0xe0, 0xec), ...range(0xef, 0xfc), 0xed, 0xee];
