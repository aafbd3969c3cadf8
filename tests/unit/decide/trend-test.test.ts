import { describe, expect, it } from 'vitest';
import { standOut, trendOf } from '../../../src/decide/trend-test.ts';

describe('a change of rate with time', () => {
  // Two months: the test is that of two shares. 5 of 20 and 15 of 20: pooled 0.5; (0.75 − 0.25) / √(0.25 × (1/20 + 1/20)) = 3.162278
  it('between two months is the difference of two shares', () => {
    const trend = trendOf([{ month: 0, hits: 5, of: 20 }, { month: 1, hits: 15, of: 20 }]);
    expect(trend?.z).toBeCloseTo(3.162278, 6);
    expect(trend?.probability).toBeCloseTo(0.001565, 6);
  });

  it('is none where the rate stays', () => {
    expect(trendOf([{ month: 0, hits: 10, of: 20 }, { month: 3, hits: 10, of: 20 }])?.probability).toBe(1);
  });

  it('is not tested on fewer than five of either result, or on one month', () => {
    expect(trendOf([{ month: 0, hits: 4, of: 20 }, { month: 1, hits: 0, of: 20 }])).toBeNull();
    expect(trendOf([{ month: 0, hits: 10, of: 20 }])).toBeNull();
  });
});

describe('among many tests', () => {
  // Limits for five tests: 0.01, 0.02, 0.03, 0.04, 0.05. The third smallest (0.029) is within 0.03, the fourth (0.2) is not.
  it('those up to the last within its limit stand out', () => {
    expect(standOut([0.2, 0.029, null, 0.001, 0.025, 0.9])).toEqual([false, true, false, true, true, false]);
  });

  it('none does where the smallest is too large', () => {
    expect(standOut([0.04, 0.5, 0.6])).toEqual([false, false, false]);
  });
});
