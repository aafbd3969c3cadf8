import erfc from '@stdlib/math-base-special-erfc';

/** One month of a line: weighted hits of decided ones. */
export interface TrendMonth {
  readonly month: number;
  readonly hits: number;
  readonly of: number;
}

/** Below so many of either result the normal approximation says nothing. */
const FEWEST_EACH = 5;
/** Share of flags that may be false. */
const FALSE_DISCOVERIES = 0.05;

export interface Trend {
  /** Above 0 where the rate rises. */
  readonly z: number;
  /** Two-sided. */
  readonly probability: number;
}

/**
 * Whether a rate rises or falls with the months: Cochran, Biometrics 10 (1954) 417–451; Armitage, Biometrics 11 (1955) 375–386.
 * @returns null where too little was seen
 */
export function trendOf(months: readonly TrendMonth[]): Trend | null {
  const of = months.reduce((sum, each) => sum + each.of, 0);
  const hits = months.reduce((sum, each) => sum + each.hits, 0);
  if (hits < FEWEST_EACH || of - hits < FEWEST_EACH) return null;
  const rate = hits / of;
  const centre = months.reduce((sum, each) => sum + each.of * each.month, 0) / of;
  const spread = months.reduce((sum, each) => sum + each.of * (each.month - centre) * (each.month - centre), 0);
  if (spread === 0) return null;
  const slope = months.reduce((sum, each) => sum + (each.hits - each.of * rate) * (each.month - centre), 0);
  const z = slope / Math.sqrt(rate * (1 - rate) * spread);
  return { z, probability: erfc(Math.abs(z) / Math.SQRT2) };
}

/**
 * Which of many tests stand out when one in twenty flags may be false: Benjamini and Hochberg, J. R. Stat. Soc. B 57
 * (1995) 289–300.
 * @param probabilities of each line; null where it was not tested
 */
export function standOut(probabilities: readonly (number | null)[]): readonly boolean[] {
  const tested = probabilities.filter((probability) => probability !== null).toSorted((a, b) => a - b);
  const last = tested.findLast((probability, index) => probability <= ((index + 1) / tested.length) * FALSE_DISCOVERIES);
  return probabilities.map((probability) => probability !== null && last !== undefined && probability <= last);
}
