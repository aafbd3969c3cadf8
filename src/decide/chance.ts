import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';
import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import ln from '@stdlib/math-base-special-ln';
import { minimise } from './minimise.ts';

/** A chance that is not known for certain: the shapes of its beta distribution. */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** What was seen of a line: weighted counts, 0 ≤ hits ≤ of. */
export interface Seen {
  readonly hits: number;
  readonly of: number;
}

/** ln of the precision a + b stays between these: less is no prior, more is one chance for all. */
const LEAST_PRECISION = -1;
const MOST_PRECISION = 9;
const FARTHEST_LOGIT = 7;

/**
 * The beta distribution of a chance between lines: beta-binomial, by maximum marginal likelihood (Skellam, J. R. Stat.
 * Soc. B 10 (1948) 257–261), over the logit of the mean and the logarithm of the precision.
 * @returns null where nothing was seen
 */
export function fitBeta(seen: Iterable<Seen>): Beta | null {
  const groups = grouped(seen);
  const [hits, of] = groups.reduce(([h, o], each) => [h + each.hits * each.lines, o + each.of * each.lines], [0, 0]);
  if (of === 0) return null;
  const first = (hits + 0.5) / (of + 1);
  const [logit, precision] = minimise((x, y) => lossOf(groups, betaOf(x, y)), [ln(first / (1 - first)), ln(5)], 0.7, 1e-6);
  return betaOf(logit, precision);
}

export function posterior(prior: Beta, { hits, of }: Seen): Beta {
  return { a: prior.a + hits, b: prior.b + Math.max(0, of - hits) };
}

export function meanOf({ a, b }: Beta): number {
  return a / (a + b);
}

/** The chance below which the share `probability` of the distribution lies. */
export function quantile({ a, b }: Beta, probability: number): number {
  return betaincinv(probability, a, b);
}

/** The probability that the chance is above `limit`. */
export function probabilityAbove({ a, b }: Beta, limit: number): number {
  return betainc(limit, a, b, true, true);
}

interface Group extends Seen {
  readonly lines: number;
}

/** Most lines have few applications, so that many share their counts. */
function grouped(seen: Iterable<Seen>): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { hits, of } of seen) {
    if (of <= 0) continue;
    // Sums of shares differ in their last bits.
    const key = `${hits.toFixed(6)}/${of.toFixed(6)}`;
    groups.set(key, { hits, of, lines: (groups.get(key)?.lines ?? 0) + 1 });
  }
  return [...groups.values()];
}

function betaOf(logit: number, precision: number): Beta {
  const mean = 1 / (1 + exp(-clamp(logit, -FARTHEST_LOGIT, FARTHEST_LOGIT)));
  const sum = exp(clamp(precision, LEAST_PRECISION, MOST_PRECISION));
  return { a: mean * sum, b: (1 - mean) * sum };
}

/** Minus the logarithm of the marginal likelihood, but for what does not depend on the prior. */
function lossOf(groups: readonly Group[], { a, b }: Beta): number {
  const before = gammaln(a) + gammaln(b) - gammaln(a + b);
  let loss = 0;
  for (const { hits, of, lines } of groups) {
    loss += lines * (before - gammaln(a + hits) - gammaln(b + of - hits) + gammaln(a + b + of));
  }
  return loss;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
