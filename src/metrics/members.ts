/** One record as the drill-down shows it: values as written, by field number. */
export interface MemberRecord {
  readonly file: string;
  /** Place of its file in load order, from 0; null for a line of the contractor's list, which is no record. */
  readonly filePlace: number | null;
  /** Physical line, 1-based. */
  readonly line: number;
  /** Byte range in the file as it was scanned (UTF-16: in its UTF-8 form); the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Number of its application, to set those of one claim together. */
  readonly application: number;
  readonly values: Readonly<Record<number, string>>;
}

/** The records behind one cell. */
export interface Members {
  readonly applications: number;
  readonly records: number;
  /** The page asked for, in load order. */
  readonly rows: readonly MemberRecord[];
}

/** Which of them are wanted, in load order. */
export interface Page {
  readonly start: number;
  readonly size: number;
}
