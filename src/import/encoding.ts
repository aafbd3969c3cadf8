import { type Outcome, done, failed } from '../core/outcome.ts';
import { type FailureCode, failure } from '../core/failure.ts';
import { isHeader } from '../layout/match-header.ts';

export type Encoding = 'cp932' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** How the bytes of a file are to be read. */
export interface Sniffed {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark: 0, 2 or 3. */
  readonly markLength: number;
}

const MAGIC: readonly (readonly [FailureCode, readonly number[]])[] = [
  ['looks_pdf', [0x25, 0x50, 0x44, 0x46]],
  ['looks_xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['looks_compressed', [0x1f, 0x8b]],
  ['looks_compressed', [0x37, 0x7a, 0xbc, 0xaf]],
  ['looks_compressed', [0x52, 0x61, 0x72, 0x21]],
  ['looks_binary', [0x89, 0x50, 0x4e, 0x47]],
  ['looks_binary', [0xff, 0xd8, 0xff]],
  ['looks_binary', [0x47, 0x49, 0x46, 0x38]],
];

const MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  cp932: [],
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};
const MARKED = ['utf-8', 'utf-16le', 'utf-16be'] as const;

const NUL_SHARE_OF_BINARY = 0.05;
const CONTROL_SHARE_OF_BINARY = 0.1;
/** So many bytes tell whether a file is binary. */
const BINARY_HEAD = 1 << 13;
const LONGEST_HEADER = 1 << 16;

/** Whether bytes begin as a zip archive does, an empty one included. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/**
 * Tells the encoding of a file from its first bytes: byte order mark; else valid UTF-8; else the encoding under which
 * the header reads as the annex's names; else the one under which more lines decode (IMPORT, "Accepts").
 * @returns null inside when the bytes are ASCII only and more follow, so that nothing can be told yet.
 * Refused when the bytes are no text.
 */
export function sniff(head: Uint8Array, isWhole: boolean): Outcome<Sniffed | null> {
  for (const [code, magic] of MAGIC) {
    if (magic.every((byte, index) => head[index] === byte)) return failed(failure(code));
  }
  for (const encoding of MARKED) {
    const length = markLength(head, encoding);
    if (length > 0) return done({ encoding, markLength: length });
  }
  const notText = binaryCode(head.subarray(0, BINARY_HEAD));
  if (notText !== null) return failed(failure(notText));
  if (isAscii(head)) return done(isWhole ? { encoding: 'utf-8', markLength: 0 } : null);
  return done({ encoding: isValid('utf-8', head, isWhole) ? 'utf-8' : likelier(head), markLength: 0 });
}

/** Bytes of the encoding's byte order mark at the start of the head; 0 where it has none. */
export function markLength(head: Uint8Array, encoding: Encoding): number {
  const mark = MARKS[encoding];
  return mark.every((byte, index) => head[index] === byte) ? mark.length : 0;
}

function binaryCode(head: Uint8Array): FailureCode | null {
  let nul = 0;
  let nulAtOdd = 0;
  let control = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] as number;
    if (byte === 0) {
      nul++;
      if ((i & 1) === 1) nulAtOdd++;
    } else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) control++;
  }
  if (nul > head.length * NUL_SHARE_OF_BINARY) {
    const isOneSided = nulAtOdd > nul * 0.95 || nulAtOdd < nul * 0.05;
    return isOneSided ? 'utf16_without_bom' : 'looks_binary';
  }
  return control > head.length * CONTROL_SHARE_OF_BINARY && control > 8 ? 'looks_binary' : null;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7e) return false;
  return true;
}

function isValid(label: string, bytes: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function likelier(head: Uint8Array): Encoding {
  const first = firstLine(head).subarray(0, LONGEST_HEADER);
  if (isHeader(cells('utf-8', first))) return 'utf-8';
  if (isHeader(cells('shift_jis', first))) return 'cp932';
  const lines = physicalLines(head);
  const utf8 = lines.filter((line) => isValid('utf-8', line, true)).length;
  const cp932 = lines.filter((line) => isValid('shift_jis', line, true)).length;
  return utf8 > cp932 ? 'utf-8' : 'cp932';
}

/** The first line that is not empty. */
function firstLine(bytes: Uint8Array): Uint8Array {
  const start = Math.max(0, bytes.findIndex((byte) => byte !== 10 && byte !== 13));
  const rest = bytes.subarray(start);
  const length = rest.findIndex((byte) => byte === 10 || byte === 13);
  return length < 0 ? rest : rest.subarray(0, length);
}

function cells(label: string, line: Uint8Array): string[] {
  return new TextDecoder(label).decode(line).split(',').map((cell) => cell.replaceAll('"', ''));
}

function physicalLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10 && bytes[i] !== 13) continue;
    if (i > start) lines.push(bytes.subarray(start, i));
    start = i + 1;
  }
  return lines;
}
