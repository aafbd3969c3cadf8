import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/metrics/intervals.ts';

describe('Wilson score interval, worked by hand with z = 1.959964 (z² = 3.841459)', () => {
  // 3 of 4: centre (0.75 + 0.480182) / 1.960365 = 0.627527; spread 1.959964·√(0.046875 + 0.060023)/1.960365 = 0.326885
  it('3 of 4', () => {
    expect(wilson(3, 4)?.lower).toBeCloseTo(0.300642, 5);
    expect(wilson(3, 4)?.upper).toBeCloseTo(0.954413, 5);
  });

  // 0 of 10: lower 0; upper z²/(n + z²) = 3.841459 / 13.841459
  it('0 of 10', () => {
    expect(wilson(0, 10)).toEqual({ lower: 0, upper: expect.closeTo(0.277533, 5) as number });
  });

  it('10 of 10 mirrors 0 of 10', () => {
    expect(wilson(10, 10)).toEqual({ lower: expect.closeTo(0.722467, 5) as number, upper: 1 });
  });

  it('has no value over nothing', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
