import { csvText, guarded } from './csv-text';
import type { OracleRecord } from './oracle';

const HEADER = ['ファイル', '行', 'レセプト全国共通キー', '種類', 'コード', '名称', '根拠'];

export function recognisedCsv(records: readonly OracleRecord[]): string {
  const lines = records.flatMap(({ file, line, key, items }) =>
    items.map(({ kind, code, name, basis }) => [guarded(file), String(line), guarded(key), kind, guarded(code), guarded(name), basis]),
  );
  return csvText([HEADER, ...lines]);
}
