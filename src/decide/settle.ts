import erfc from '@stdlib/math-base-special-erfc';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Beta } from './chance.ts';
import type { Estimate } from './estimate.ts';
import type { Policy } from './policy.ts';

/** More than this settles nothing in practice. */
const MOST_FURTHER = 5000;

/**
 * The smallest number of further decided applications after which the line would be proposed or kept, if its rates and
 * points stay at their posterior means. P(E < R) is taken from the log-normal with the mean and variance that E has then
 * (both are exact: q, p and m are independent), so the number is an approximation.
 * @returns at least 1; null where more than 5,000 would be needed
 */
export function furtherDecided(line: Estimate, reference: number, policy: Policy): number | null {
  const settles = (further: number): boolean => {
    const below = belowAfter(line, reference, further);
    return below < policy.keepBelow || (below >= policy.certainty && line.effect.mean < reference);
  };
  if (!settles(MOST_FURTHER)) return null;
  let [low, high] = [0, MOST_FURTHER];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (settles(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function belowAfter({ chance, reach, points, effect }: Estimate, reference: number, further: number): number {
  if (reference <= 0) return 0;
  const p = withFurther(chance, chance.mean, further);
  const q = withFurther(reach, reach.mean, further / reach.mean);
  const variance = 1 / (1 / points.variance + (further * chance.mean) / points.within);
  const squares = squareRatio(p) * squareRatio(q) * exp(variance);
  const spread = ln(squares);
  if (!(spread > 0)) return effect.mean < reference ? 1 : 0;
  const distance = (ln(reference / effect.mean) + spread / 2) / Math.sqrt(spread);
  return erfc(-distance / Math.SQRT2) / 2;
}

function withFurther({ a, b }: Beta, mean: number, further: number): Beta {
  return { a: a + mean * further, b: b + (1 - mean) * further };
}

/** E[x²] / E[x]². */
function squareRatio({ a, b }: Beta): number {
  return ((a + 1) * (a + b)) / (a * (a + b + 1));
}
