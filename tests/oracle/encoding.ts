import { decodeCp932 } from './cp932';
import { looksLikeHeader } from './layout';
import { readRecord } from './split-records';

export type Encoding = 'cp932' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file's content as a string of units: one a byte, or one a 16-bit unit for UTF-16. */
export interface Units {
  readonly encoding: Encoding;
  readonly text: string;
}

const ASCII_ONLY = /^[\u0000-\u007F]*$/;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

export function decodeUnits(units: string, encoding: Encoding): string {
  if (ASCII_ONLY.test(units)) return units;
  if (encoding === 'utf-8') return utf8.decode(Buffer.from(units, 'latin1'));
  if (encoding === 'cp932') return decodeCp932(Buffer.from(units, 'latin1'));
  return units.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (match) =>
    match.length === 2 ? match : '\uFFFD',
  );
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function units16(bytes: Uint8Array, littleEndian: boolean): string {
  let text = '';
  for (let at = 2; at < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    if (second === undefined) text += '\uFFFD';
    else text += String.fromCharCode(littleEndian ? first + second * 256 : first * 256 + second);
  }
  return text;
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function withoutEndOfFileMark(text: string): string {
  return text.replace(/\u001A+$/, '');
}

function firstRecordIsHeader(text: string, encoding: Encoding): boolean {
  const start = text.search(/[^\r\n]/);
  if (start < 0) return false;
  const record = readRecord(text, start);
  return record !== null && looksLikeHeader(record.fields.map((f) => decodeUnits(f, encoding)));
}

function damage(text: string, encoding: Encoding): { cleanLines: number; replaced: number } {
  let cleanLines = 0;
  let replaced = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const found = decodeUnits(line, encoding).split('\uFFFD').length - 1;
    if (found === 0) cleanLines++;
    replaced += found;
  }
  return { cleanLines, replaced };
}

function betterOfTwo(text: string): Encoding {
  const utf8Header = firstRecordIsHeader(text, 'utf-8');
  const cp932Header = firstRecordIsHeader(text, 'cp932');
  if (utf8Header !== cp932Header) return utf8Header ? 'utf-8' : 'cp932';
  const asUtf8 = damage(text, 'utf-8');
  const asCp932 = damage(text, 'cp932');
  if (asUtf8.cleanLines !== asCp932.cleanLines) {
    return asUtf8.cleanLines > asCp932.cleanLines ? 'utf-8' : 'cp932';
  }
  return asUtf8.replaced < asCp932.replaced ? 'utf-8' : 'cp932';
}

export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0xef, 0xbb, 0xbf) || startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  );
}

export function readUnits(bytes: Uint8Array): Units {
  if (startsWith(bytes, 0xff, 0xfe)) {
    return { encoding: 'utf-16le', text: withoutEndOfFileMark(units16(bytes, true)) };
  }
  if (startsWith(bytes, 0xfe, 0xff)) {
    return { encoding: 'utf-16be', text: withoutEndOfFileMark(units16(bytes, false)) };
  }
  const marked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const content = marked ? bytes.subarray(3) : bytes;
  const text = withoutEndOfFileMark(Buffer.from(content).toString('latin1'));
  if (marked || isUtf8(content)) return { encoding: 'utf-8', text };
  return { encoding: betterOfTwo(text), text };
}
