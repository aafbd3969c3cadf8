/** The limits of a month's applications are set for these groups (source-spec 6(3)): 県内医科・DPC・調剤, 県内歯科, 県外. */
export const LIMIT_GROUPS = ['medical', 'dental', 'outside'] as const;
export type LimitGroup = (typeof LIMIT_GROUPS)[number];

/** How an application ended, as far as deciding is concerned; 原審 for a formal fault stands apart. */
export const ENDING = {
  pending: 0,
  reduced: 1,
  returned: 2,
  /** 原審 for a medical reason. */
  upheld: 3,
  /** 原審 for a formal fault. */
  formal: 4,
  withdrawn: 5,
  outOfScope: 6,
  unclassified: 7,
} as const;

/** What a line is called: an item, or a check type (kind and code empty). */
export interface LearningLine {
  /** Its number in the engine, see `Cell`. */
  readonly line: number;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
}

/** How files, settings and scopes name a line: `種類:コード`; a check type by its name. */
export function lineKey({ kind, code, name }: LearningLine): string {
  return kind === '' ? name : `${kind}:${code}`;
}

/**
 * The applications in scope and the lines (items, or check types) each names; columns, one entry an application or a
 * part. An application that names k lines has k parts, and each has 1/k of its slot.
 */
export interface Learning {
  readonly lines: readonly LearningLine[];
  readonly applications: {
    readonly size: number;
    /** yyyymm; 0 where blank. */
    readonly requestMonth: Int32Array;
    /** When its last answer was processed (yyyymm); 0 where that is not known. */
    readonly resultMonth: Int32Array;
    readonly ending: Uint8Array;
    /** Place in {@link LIMIT_GROUPS}. */
    readonly group: Uint8Array;
    /** 査定効果点数; 0 unless reduced. */
    readonly effect: Float64Array;
    /** Parts of application n: from `firstPart[n]` to `firstPart[n + 1]`, exclusive; one entry more than applications. */
    readonly firstPart: Int32Array;
  };
  readonly parts: {
    readonly size: number;
    /** Place in `lines`. */
    readonly line: Int32Array;
    readonly resultMonth: Int32Array;
    /** The result of the application narrowed to the line. */
    readonly ending: Uint8Array;
    /** Points the line brought, over its share of the slot. */
    readonly effect: Float64Array;
    /** Points returned with the claim, over its share of the slot; 0 unless 返戻. */
    readonly returnedEffect: Float64Array;
  };
}

/** `202406` → months since year 0, so that neighbours differ by one. */
export function monthNumber(month: number): number {
  return Math.floor(month / 100) * 12 + (month % 100) - 1;
}

/** The month `distance` months later (earlier where negative), yyyymm. */
export function monthsLater(month: number, distance: number): number {
  const number = monthNumber(month) + distance;
  return Math.floor(number / 12) * 100 + (number % 12) + 1;
}

/** Whether a result was known at the end of `through` (yyyymm); null: whenever it was processed. */
export function isKnown(resultMonth: number, through: number | null): boolean {
  return through === null || (resultMonth !== 0 && resultMonth <= through);
}

/** Months with an application up to `through`, ascending, without the blank one. */
export function requestMonths({ applications }: Learning, through: number | null = null): readonly number[] {
  const months = new Set(applications.requestMonth);
  months.delete(0);
  return [...months].filter((month) => through === null || month <= through).toSorted((a, b) => a - b);
}
