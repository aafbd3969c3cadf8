/** What was read, and what the texts of records were read by, beside the shipped rules and the lists. */
export interface ReadingBasis {
  /** SHA-256 of each loaded file in load order, in lower-case hexadecimal; null where the file can no longer be read. */
  readonly files: readonly (string | null)[];
  /** The user's own 対応表; null where there is none. */
  readonly rules: {
    /** Lines that are rules, and those that are none. */
    readonly inForce: number;
    readonly refused: number;
    /** Of the table as it is saved, in lower-case hexadecimal. */
    readonly sha256: string;
  } | null;
  readonly masters: readonly { readonly name: string; readonly entries: number }[];
}

export const SHIPPED_ONLY: Omit<ReadingBasis, 'files'> = { rules: null, masters: [] };
