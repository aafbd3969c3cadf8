/** What one figure of 増減点数 stands for: the record's own change, or the whole claim's, repeated on its records. */
export const GRAINS = ['row', 'receipt'] as const;
export type Grain = (typeof GRAINS)[number];

export interface GrainFinding {
  readonly grain: Grain;
  /** Applications with two or more records and at least one non-zero figure. */
  readonly looked: number;
  /** Of these, those whose filled figures are all the same. */
  readonly single: number;
  /** True where fewer than {@link FEWEST_FOR_GRAIN} could be looked at, so that `row` is an assumption. */
  readonly isAssumed: boolean;
}

export const FEWEST_FOR_GRAIN = 20;
const SINGLE_SHARE_OF_RECEIPT = 0.95;

/** Of two figures of one application the one that counts under `receipt`: the larger in absolute value, the negative one on a tie. */
export function receiptFigure(a: number, b: number): number {
  const difference = Math.abs(b) - Math.abs(a);
  return difference > 0 || (difference === 0 && b < a) ? b : a;
}

/**
 * Tells the grain from all loaded applications (METRICS, "Points grain").
 * @param application for each record its application, from 0 without gaps
 * @param points for each record field 148 in points; NaN where blank
 */
export function detectGrain(application: Int32Array, points: Float64Array, applications: number): GrainFinding {
  const records = new Int32Array(applications);
  const figure = new Float64Array(applications).fill(Number.NaN);
  const differs = new Uint8Array(applications);
  const hasNonZero = new Uint8Array(applications);
  for (let i = 0; i < application.length; i++) {
    const of = application[i] as number;
    const value = points[i] as number;
    records[of] = (records[of] as number) + 1;
    if (Number.isNaN(value)) continue;
    if (value !== 0) hasNonZero[of] = 1;
    if (Number.isNaN(figure[of])) figure[of] = value;
    else if (figure[of] !== value) differs[of] = 1;
  }
  let looked = 0;
  let single = 0;
  for (let of = 0; of < applications; of++) {
    if ((records[of] as number) < 2 || hasNonZero[of] === 0) continue;
    looked++;
    if (differs[of] === 0) single++;
  }
  const isAssumed = looked < FEWEST_FOR_GRAIN;
  const grain = !isAssumed && single >= looked * SINGLE_SHARE_OF_RECEIPT ? 'receipt' : 'row';
  return { grain, looked, single, isAssumed };
}
