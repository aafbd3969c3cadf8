import { CP932_QUOTED, fileBytes, recordBytes, type Cell, type CsvForm } from './csv-bytes.ts';
import { encodingName } from './encode-text.ts';
import { FIELD_NAMES } from './field-names.ts';

export type QuarantineCode =
  | 'field_count'
  | 'unbalanced_quote'
  | 'undecodable'
  | 'unreadable_month'
  | 'unreadable_amount'
  | 'field_too_long'
  | 'orphan_continuation';

export type RefusalCode =
  | 'missing_columns'
  | 'too_few_fields'
  | 'unknown_layout'
  | 'looks_xlsx'
  | 'looks_pdf'
  | 'encrypted_zip'
  | 'utf16_without_bom'
  | 'excel_damaged';

export type WarningCode =
  | 'extra_fields'
  | 'reordered'
  | 'gaiji'
  | 'empty_key'
  | 'unknown_request_month'
  | 'same_identity_other_content';

export interface Fault {
  readonly line: number;
  readonly field: number | null;
  readonly code: QuarantineCode;
}

/** What loading one file alone, or with the others of its case in the order of names, is to give. */
export interface Counts {
  readonly encoding: string;
  readonly newline: string;
  readonly header: boolean;
  readonly records: number;
  readonly loaded: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly superseded: number;
  readonly continued: number;
  readonly blank: number;
  readonly quarantine: readonly Fault[];
  /** Values that must stand in the loaded record of that line. */
  readonly values?: readonly { readonly line: number; readonly field: number; readonly value: number | string }[];
}

export interface Refused {
  readonly refused: RefusalCode;
  /** Codes that would be right as well. */
  readonly or?: readonly RefusalCode[];
  /** Positions of the columns that are missing. */
  readonly missing?: readonly number[];
}

export interface DirtyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expect: Refused | Counts | { readonly entries: readonly (Counts & { readonly name: string })[] };
}

/** One defect, shown in one file, or in as many as it takes. */
export interface DirtyCase {
  readonly about: string;
  readonly files: readonly DirtyFile[];
  /** Warnings that the defect must bring; others may stand beside them. */
  readonly warnings: readonly WarningCode[];
}

export interface Table {
  readonly records: readonly (readonly Cell[] | Uint8Array)[];
  readonly header?: readonly string[] | null;
  readonly form?: CsvForm;
}

/** The lines of a file under the annex's header (null: none). */
export function tableBytes({ records, header = FIELD_NAMES, form = CP932_QUOTED }: Table): Uint8Array {
  return fileBytes(header ? [header, ...records] : records, form);
}

/** A file, its records one a line, with what is not as usual about its counts. */
export function accepted(name: string, table: Table, unusual: Partial<Counts> = {}, bytes = tableBytes(table)): DirtyFile {
  return { name, bytes, expect: countsOf(table, unusual) };
}

export function countsOf(table: Table, unusual: Partial<Counts> = {}): Counts {
  const form = table.form ?? CP932_QUOTED;
  const records = unusual.records ?? table.records.length;
  const quarantined = unusual.quarantine?.length ?? 0;
  const away = quarantined + (unusual.duplicates ?? 0) + (unusual.superseded ?? 0);
  return {
    encoding: encodingName(form.encoding), newline: form.newline, header: table.header !== null, records, loaded: records - away, quarantined,
    duplicates: 0, superseded: 0, continued: 0, blank: 0, quarantine: [], ...unusual,
  };
}

export function refused(name: string, bytes: Uint8Array, refusal: RefusalCode, more: Omit<Refused, 'refused'> = {}): DirtyFile {
  return { name, bytes, expect: { refused: refusal, ...more } };
}

export function oneCase(about: string, files: DirtyFile | readonly DirtyFile[], ...warnings: WarningCode[]): DirtyCase {
  return { about, files: files instanceof Array ? files : [files], warnings };
}

/** The record with one field (1 to 210) replaced. */
export function replaced<T extends Cell>(fields: readonly T[], position: number, cell: T): T[] {
  return fields.map((value, index) => (index === position - 1 ? cell : value));
}

/** All records, the one of that number (from 1) changed. */
export function changed<T>(records: readonly T[], number: number, change: (record: T) => T): T[] {
  return records.map((record, index) => (index === number - 1 ? change(record) : record));
}

/** The record's line as bytes, edited as CP932 bytes seen as Latin-1 letters. */
export function editedLine(fields: readonly Cell[], form: CsvForm, edit: (line: string) => string): Uint8Array {
  return Buffer.from(edit(Buffer.from(recordBytes(fields, form)).toString('latin1')), 'latin1');
}
