import { describe, expect, it } from 'vitest';
import { type Beta, type Seen, fitBeta, meanOf, posterior, probabilityAbove, quantile } from '../../../src/decide/chance.ts';
import { minimise, minimiseBetween } from '../../../src/decide/minimise.ts';
import { type SeenPoints, fitPoints, knownPoints, meanPoints } from '../../../src/decide/points.ts';
import { RandomDraws } from '../../../src/decide/random-draws.ts';
import { shrunkCounts } from '../../../src/decide/slot-shares.ts';

/** Logarithm of the rising product a(a+1)…(a+n−1): Γ(a+n)/Γ(a) without a gamma function. */
function logRising(a: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(a + i);
  return sum;
}

/** The marginal likelihood of whole counts, computed a second way. */
function logLikelihood(seen: readonly Seen[], { a, b }: Beta): number {
  return seen.reduce((sum, { hits, of }) => sum + logRising(a, hits) + logRising(b, of - hits) - logRising(a + b, of), 0);
}

/** Area under a beta density by the midpoint rule, normalised by itself. */
function areaBelow({ a, b }: Beta, limit: number): number {
  const steps = 200_000;
  let [below, all] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps;
    const density = x ** (a - 1) * (1 - x) ** (b - 1);
    all += density;
    if (x < limit) below += density;
  }
  return below / all;
}

describe('a chance', () => {
  it('3 of 4 under a prior of 2 and 3 has the mean (2 + 3) / (2 + 3 + 4)', () => {
    const known = posterior({ a: 2, b: 3 }, { hits: 3, of: 4 });
    expect(known).toEqual({ a: 5, b: 4 });
    expect(meanOf(known)).toBeCloseTo(5 / 9, 12);
  });

  it('has quantiles and tails that integration confirms', () => {
    const known = { a: 5, b: 4 };
    expect(areaBelow(known, quantile(known, 0.05))).toBeCloseTo(0.05, 4);
    expect(areaBelow(known, quantile(known, 0.95))).toBeCloseTo(0.95, 4);
    expect(1 - probabilityAbove(known, 0.7)).toBeCloseTo(areaBelow(known, 0.7), 4);
  });

  it('has the prior under which what was seen is likeliest', () => {
    const random = new RandomDraws('prior');
    const seen = Array.from({ length: 300 }, (): Seen => {
      const chance = random.beta(2, 5);
      const of = 1 + Math.floor(random.uniform() * 12);
      return { hits: Array.from({ length: of }, () => random.uniform() < chance).filter(Boolean).length, of };
    });
    const found = fitBeta(seen) as Beta;
    const best = logLikelihood(seen, found);
    for (const a of [0.5, 0.8, 0.9, 0.98, 1.02, 1.1, 1.25, 2]) {
      for (const b of [0.5, 0.8, 0.9, 0.98, 1.02, 1.1, 1.25, 2]) {
        expect(logLikelihood(seen, { a: found.a * a, b: found.b * b })).toBeLessThan(best + 1e-4);
      }
    }
    expect(meanOf(found)).toBeCloseTo(2 / 7, 1);
  });

  it('has none where nothing was seen', () => {
    expect(fitBeta([{ hits: 0, of: 0 }])).toBeNull();
  });
});

describe('points', () => {
  // within 0.5, between 0.25, mean 4; two applications whose logarithms average 5:
  // precision 2/0.5 + 1/0.25 = 8; mean (4 × 5 + 4 × 4) / 8 = 4.5
  it('are shrunk to the kind', () => {
    const known = knownPoints({ mean: 4, between: 0.25, within: 0.5 }, { count: 2, logMean: 5, squares: 0 });
    expect(known).toEqual({ mean: 4.5, variance: 0.125, within: 0.5 });
    expect(meanPoints(known)).toBeCloseTo(Math.exp(4.5 + 0.3125), 9);
  });

  it('have the means and spreads under which what was seen is likeliest', () => {
    const random = new RandomDraws('points');
    const lines = Array.from({ length: 200 }, (): SeenPoints => {
      const own = 5 + 0.9 * random.normal();
      const logs = Array.from({ length: 1 + Math.floor(random.uniform() * 6) }, () => own + 0.6 * random.normal());
      const logMean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
      return { count: logs.length, logMean, squares: logs.reduce((sum, each) => sum + (each - logMean) ** 2, 0) };
    });
    const likelihood = (mean: number, between: number, within: number): number =>
      lines.reduce((sum, { count, logMean, squares }) => {
        const spread = within + count * between;
        return sum - ((count - 1) * Math.log(within) + squares / within + Math.log(spread) + (count * (logMean - mean) ** 2) / spread) / 2;
      }, 0);
    const { mean, between, within } = fitPoints(lines) as { mean: number; between: number; within: number };
    const best = likelihood(mean, between, within);
    for (const shift of [-0.1, -0.02, 0.02, 0.1]) expect(likelihood(mean + shift, between, within)).toBeLessThan(best);
    for (const factor of [0.8, 0.95, 1.05, 1.25]) {
      expect(likelihood(mean, between * factor, within)).toBeLessThan(best + 1e-4);
      expect(likelihood(mean, between, within * factor)).toBeLessThan(best + 1e-4);
    }
  });
});

describe('slot shares', () => {
  it('keep their sum and move towards one another', () => {
    const counts = [100, 10, 5, 3, 2, 1, 1, 1, 1];
    const shrunk = shrunkCounts(counts);
    expect(shrunk.reduce((sum, each) => sum + each, 0)).toBeCloseTo(124, 9);
    expect(shrunk[0]).toBeLessThan(100);
    expect(shrunk[8]).toBeGreaterThan(1);
  });

  it('are all alike where the counts are no more spread than chance makes them', () => {
    for (const each of shrunkCounts([4, 5, 6, 5, 4, 6])) expect(each).toBeCloseTo(5, 1);
  });
});

describe('random draws', () => {
  it('are the same for the same seed on every machine', () => {
    const random = new RandomDraws('医薬品:610000001');
    const drawn = [random.uniform(), random.normal(), random.gamma(0.4), random.gamma(7), random.beta(2, 3)];
    expect(drawn.map((each) => each.toFixed(12))).toMatchInlineSnapshot(`
      [
        "0.330804435420",
        "1.600971074142",
        "0.008580852732",
        "4.374589603990",
        "0.874062784908",
      ]
    `);
  });

  it('have the moments of their distributions', () => {
    const random = new RandomDraws('moments');
    const mean = (draw: () => number): number => Array.from({ length: 40_000 }, draw).reduce((sum, each) => sum + each, 0) / 40_000;
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => random.gamma(0.4))).toBeCloseTo(0.4, 1);
    expect(mean(() => random.gamma(3.5))).toBeCloseTo(3.5, 1);
    expect(mean(() => random.beta(2, 6))).toBeCloseTo(0.25, 2);
  });
});

describe('minimising', () => {
  it('finds the lowest place of a surface and of a curve', () => {
    const [x, y] = minimise((a, b) => (a - 3) ** 2 + 2 * (b + 1) ** 2 + (a - 3) * (b + 1), [0, 0], 1, 1e-12);
    expect(x).toBeCloseTo(3, 4);
    expect(y).toBeCloseTo(-1, 4);
    expect(minimiseBetween((at) => Math.abs(at - 0.3), -1, 1, 1e-6)).toBeCloseTo(0.3, 5);
  });
});
