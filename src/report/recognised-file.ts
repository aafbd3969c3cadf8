import type { Basis } from '../records/item-basis.ts';
import type { Recognised } from '../records/recognised.ts';
import { csvHead, csvLines, numberCell, textCell } from './csv.ts';

/** 根拠: how an item was found, as the file says it. */
const BASIS_NAMES: Readonly<Record<Basis, string>> = { code: 'コード', name: '名称', list: '一覧', rule: '対応表', bracket: '括弧' };

/** What `recognised.csv` begins with. */
export const RECOGNISED_HEAD = csvHead(['ファイル', '行', 'レセプト全国共通キー', '種類', 'コード', '名称', '根拠']);

/** Its lines: one for each item found in a loaded record, in load order. */
export function recognisedLines(found: readonly Recognised[]): string {
  const rows = found.map(({ file, line, key, kind, code, name, basis }) => [
    textCell(file),
    numberCell(String(line)),
    textCell(key),
    textCell(kind),
    textCell(code),
    textCell(name),
    textCell(BASIS_NAMES[basis]),
  ]);
  return csvLines(rows);
}
