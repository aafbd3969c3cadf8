import { KEPT_FIELDS } from '../layout/kept.ts';
import type { MemberRecord } from '../metrics/members.ts';
import type { RecordStore } from '../records/record-store.ts';

/** A loaded record with its values as written. */
export function memberRecord(store: RecordStore, row: number, application: number): MemberRecord {
  const values: Record<number, string> = {};
  KEPT_FIELDS.forEach(({ number }, index) => {
    const column = store.columns[index];
    const code = column?.codes[row] ?? 0;
    if (column !== undefined && code !== 0) values[number] = column.text(code);
  });
  const file = store.fileOf(row);
  return {
    file: file.facts.name,
    filePlace: store.files.indexOf(file),
    line: store.line[row] ?? 0,
    start: store.start[row] ?? 0,
    end: store.end[row] ?? 0,
    application,
    values,
  };
}
