import { hasByteOrderMark } from './encoding';

export type RefusalCode =
  | 'looks_xlsx'
  | 'looks_pdf'
  | 'looks_binary'
  | 'encrypted_zip'
  | 'utf16_without_bom'
  | 'excel_damaged'
  | 'missing_columns'
  | 'too_few_fields'
  | 'unknown_layout';

const OLD_OFFICE_FILE = '\u00D0\u00CF\u0011\u00E0';
const GZIP = '\u001F\u008B';
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
const CENTRAL_ENTRY = 'PK\u0001\u0002';

function centralEntries(content: string): number[] {
  const found: number[] = [];
  for (let at = content.indexOf(CENTRAL_ENTRY); at >= 0; at = content.indexOf(CENTRAL_ENTRY, at + 4)) {
    found.push(at);
  }
  return found;
}

function refuseZip(content: string): RefusalCode {
  if (content.includes('[Content_Types].xml') && content.includes('xl/')) return 'looks_xlsx';
  const encrypted = centralEntries(content).some((at) => (content.charCodeAt(at + 8) & 1) === 1);
  if (encrypted || (content.charCodeAt(6) & 1) === 1) return 'encrypted_zip';
  throw new Error('the oracle opens no zip files');
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Taken two bytes a unit, the content is text with commas and a fair share of ASCII. */
function readsAsUtf16(content: string, highByte: 0 | 1): boolean {
  let text = '';
  for (let at = 0; at + 1 < content.length; at += 2) {
    const high = content.charCodeAt(at + highByte);
    const low = content.charCodeAt(at + 1 - highByte);
    text += String.fromCharCode(high * 256 + low);
  }
  const ascii = text.match(/[\t\r\n -~]/g)?.length ?? 0;
  return text.includes(',') && !CONTROLS.test(text) && share(ascii, text.length) > 0.05;
}

/** What the first bytes say a file is, when it is no text file with records. */
export function refuseByContent(bytes: Uint8Array): RefusalCode | null {
  const content = Buffer.from(bytes).toString('latin1');
  if (content.startsWith('PK\u0003\u0004') || content.startsWith('PK\u0005\u0006')) return refuseZip(content);
  if (content.startsWith('%PDF-')) return 'looks_pdf';
  if (content.startsWith(OLD_OFFICE_FILE) || content.startsWith(GZIP)) return 'looks_binary';
  if (hasByteOrderMark(bytes)) return null;

  const head = content.slice(0, 4096).replace(/\u001A+$/, '');
  if (head.includes('\u0000') && (readsAsUtf16(head, 0) || readsAsUtf16(head, 1))) return 'utf16_without_bom';
  const controls = [...head].filter((unit) => CONTROLS.test(unit)).length;
  return share(controls, head.length) > 0.01 ? 'looks_binary' : null;
}
