import { csvText, guarded } from './csv-text';
import type { SourceFile } from './import-record';
import { fieldName } from './layout';

const HEADER = ['ファイル', '行', '項番', '項目名', '理由コード', '理由', '値'];

/** The sentence in 理由 is the app's own and stays empty here. */
export function rejectedCsv(sources: readonly SourceFile[]): string {
  const lines = sources.flatMap(({ name, records }) =>
    records.flatMap(({ line, faults }) =>
      faults.map(({ field, code, value }) => [
        guarded(name),
        String(line),
        field === null ? '' : String(field),
        field === null ? '' : guarded(fieldName(field)),
        code,
        '',
        guarded(value),
      ]),
    ),
  );
  return csvText([HEADER, ...lines]);
}
