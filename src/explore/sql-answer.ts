/** What a statement of the user's answered. */
export interface SqlAnswer {
  readonly columns: readonly SqlColumn[];
  /** Cells as the engine writes them; null is NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Whether there were more rows than are given. */
  readonly isCut: boolean;
}

export interface SqlColumn {
  readonly name: string;
  /** Integers, floats and decimals. */
  readonly isNumber: boolean;
}

/** Rows a statement of the user's gives at most. */
export const MOST_ROWS = 10_000;
