import { recordBytes, type Cell, type CsvForm } from './csv-bytes.ts';
import { replaced } from './dirty-case.ts';
import { encodeText } from './encode-text.ts';
import type { Random } from './random.ts';

export interface BreakableLine {
  readonly fields: readonly string[];
  readonly hasContinuation: boolean;
  readonly isContinuation: boolean;
}

type Fault = 'count' | 'quote' | 'bytes' | 'control' | 'month' | 'amount';

/** The line with one fault, or whole where no fault would have a settled meaning. */
export function breakLine(random: Random, line: BreakableLine, form: CsvForm): readonly Cell[] | Uint8Array {
  const { fields } = line;
  // A broken record of several physical lines is several broken lines: left to the cases made for it.
  if (fields.some((value) => /[\r\n]/.test(value))) return fields;
  // What follows a continuation set aside, or takes over an unreadable month, is not settled.
  if (line.isContinuation && line.hasContinuation) return fields;
  const possible: Fault[] = line.hasContinuation ? ['count', 'bytes'] : ['count', 'bytes', 'control', 'month', 'amount'];
  if (form.encoding !== 'utf-16le') possible.push('quote');
  const fault = random.pick(possible);
  switch (fault) {
    case 'count':
      return random.chance(0.5) ? [...fields, ''] : fields.slice(0, -1);
    case 'quote':
      return brokenQuote(fields, form);
    case 'bytes':
      return form.encoding === 'utf-16le' ? replaced(fields, 195, '制御\u0001文字') : replaced<Cell>(fields, 195, badBytes(form));
    case 'control':
      return replaced(fields, random.pick([195, 197, 206]), '制御\u0007文字');
    case 'month':
      return replaced(fields, random.pick([192, 205]), random.pick(['202499', '50613', '六月', '19991', '189912']));
    case 'amount':
      return replaced(fields, 148, random.pick(['abc', '-12.5', '--3', '▲', '一二三']));
  }
}

/** Field 193, which always holds something: its closing quote goes, or an opening one comes. */
function brokenQuote(fields: readonly string[], form: CsvForm): Uint8Array {
  const line = Buffer.from(recordBytes(replaced(fields, 193, '@@'), form)).toString('latin1');
  const word = Buffer.from(encodeText('単月', form.encoding)).toString('latin1');
  const bare = form.quoting === 'needed' || form.quoting === 'bare';
  return Buffer.from(bare ? line.replace('@@', `"${word}`) : line.replace('"@@"', `"${word}`), 'latin1');
}

function badBytes(form: CsvForm): Uint8Array {
  const invalid = form.encoding === 'cp932' ? 0xfd : 0xff;
  return Buffer.concat([encodeText('前', form.encoding), Uint8Array.of(invalid), encodeText('後', form.encoding)]);
}
