/** The figures of one line, over the records in scope. Counts are applications; points are in hundredths. */
export interface Figures {
  readonly applications: number;
  readonly reduced: number;
  readonly returned: number;
  readonly upheld: number;
  readonly withdrawn: number;
  readonly outOfScope: number;
  readonly pending: number;
  readonly unclassified: number;
  /** Hundredths of a point; negative when cut. */
  readonly pointsDelta: number;
  /** Hundredths of a point; positive when cut. */
  readonly reducedEffect: number;
  readonly returnedEffect: number;
  /** Hundredths of a point; null where no application could bring points. */
  readonly effectPerApplication: number | null;
}

/** Of nothing: every count and sum is 0, the ratio has no value. */
export const NO_FIGURES: Figures = {
  applications: 0,
  reduced: 0,
  returned: 0,
  upheld: 0,
  withdrawn: 0,
  outOfScope: 0,
  pending: 0,
  unclassified: 0,
  pointsDelta: 0,
  reducedEffect: 0,
  returnedEffect: 0,
  effectPerApplication: null,
};

/** As `figures.sql` gives it where points are not split; null without applications. Hundredths, rounded half away from zero. */
export function effectPerApplication(reducedEffect: number, applications: number): number | null {
  return applications === 0 ? null : roundedQuotient(reducedEffect, applications);
}

/** Rounds half away from zero. */
function roundedQuotient(dividend: number, divisor: number): number {
  const quotient = (2n * BigInt(Math.abs(dividend)) + BigInt(divisor)) / (2n * BigInt(divisor));
  return dividend < 0 ? -Number(quotient) : Number(quotient);
}

/** 結果判明: 査定 + 返戻 + 原審. */
export function decided(figures: Figures): number {
  return figures.reduced + figures.returned + figures.upheld;
}

/** One line of a table, with what names it. */
export interface Line {
  /** Number in its dimension, see {@link Cell}; 0 for 未分類, the blank month and the total. */
  readonly line: number;
  /** Item kind; empty in other tables. */
  readonly kind: string;
  /** Item or provider code; empty in other tables. */
  readonly code: string;
  /** Item or provider name, check type, or month as `2024-06`; empty for the blank line. */
  readonly name: string;
  readonly figures: Figures;
}

/** One month of one line, on the period's axis. Counts are applications whose records of that month have that result. */
export interface MonthOfLine {
  readonly line: number;
  /** yyyymm; 0 for records without that month. */
  readonly month: number;
  readonly applications: number;
  readonly reduced: number;
  readonly returned: number;
  readonly upheld: number;
}

export interface Table {
  readonly lines: readonly Line[];
  /** Everything in scope counted once. */
  readonly total: Figures;
}
