export type QuarantineCode =
  /** The record does not have its file's number of fields. */
  | 'field_count'
  /** A quote that is not closed, or stands where none may. */
  | 'unbalanced_quote'
  /** Bytes of a kept field that are no text in the file's encoding. */
  | 'undecodable'
  | 'unreadable_month'
  | 'unreadable_amount'
  | 'field_too_long'
  /** A continuation of a record that was itself set aside. */
  | 'orphan_continuation';

/** One fault of a record that was set aside. A record with several faults has several entries with one line. */
export interface Fault {
  /** Physical line, 1-based, on which the record starts. */
  readonly line: number;
  /** Byte range in the file; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly code: QuarantineCode;
  /** Field number; null where the fault is the record's. */
  readonly field: number | null;
  /** Fields counted, for `field_count`; else null. */
  readonly fieldCount: number | null;
  /** What the field holds, for a single kept field whose position is certain; else null, for it may be personal. */
  readonly value: string | null;
}

/** Faults with their file, as lists and exports show them. */
export interface RejectedFault extends Fault {
  readonly file: string;
}
