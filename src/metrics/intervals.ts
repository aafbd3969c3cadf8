/** The 97.5th percentile of the normal distribution, as METRICS fixes it for the 95 % interval. */
const Z = 1.959964;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score interval (95 %) of a share: Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212.
 * @param hits integer, 0 ≤ hits ≤ of
 * @param of the same denominator as the rate's; 0 gives null
 * @returns bounds within 0 to 1
 */
export function wilson(hits: number, of: number): Interval | null {
  if (of === 0) return null;
  const rate = hits / of;
  const z2 = Z * Z;
  const centre = rate + z2 / (2 * of);
  const spread = Z * Math.sqrt((rate * (1 - rate)) / of + z2 / (4 * of * of));
  const scale = 1 + z2 / of;
  return {
    lower: hits === 0 ? 0 : (centre - spread) / scale,
    upper: hits === of ? 1 : (centre + spread) / scale,
  };
}
