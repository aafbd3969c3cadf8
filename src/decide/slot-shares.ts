import gammaln from '@stdlib/math-base-special-gammaln';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { minimiseBetween } from './minimise.ts';

/**
 * Applications of each line, shrunk to their kind: Poisson counts with gamma-distributed means, the shape by maximum
 * marginal likelihood (Greenwood and Yule, J. R. Stat. Soc. 83 (1920) 255–279). Their sum stays what it was.
 * @param counts weighted applications of the lines of one kind
 */
export function shrunkCounts(counts: readonly number[]): readonly number[] {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (!(mean > 0)) return counts;
  const loss = (logShape: number): number => {
    const shape = exp(logShape);
    const share = mean / (shape + mean);
    const [before, rest, logShare] = [gammaln(shape), shape * ln(1 - share), ln(share)];
    let sum = 0;
    for (const count of counts) sum += before - gammaln(shape + count) - rest - count * logShare;
    return sum;
  };
  const shape = exp(minimiseBetween(loss, -6, 8, 1e-3));
  return counts.map((count) => ((shape + count) * mean) / (shape + mean));
}
