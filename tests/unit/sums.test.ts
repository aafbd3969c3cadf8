import { describe, expect, it } from 'vitest';
import { type Figures, NO_FIGURES, sumOf } from '../../src/metrics/figures.ts';

const line = (figures: Partial<Figures>): Figures => ({ ...NO_FIGURES, ...figures });

describe('the figures of several lines together', () => {
  it('are their sums, and the effect is divided anew', () => {
    const first = line({ applications: 2, reduced: 1, upheld: 1, pointsDelta: -10_000, reducedEffect: 10_000, effectPerApplication: 5000 });
    const second = line({ applications: 1, returned: 1, pointsDelta: -500, returnedEffect: 500, effectPerApplication: 0 });
    // 100 points over 3 applications: 33.33.
    expect(sumOf([first, second])).toEqual(
      line({ applications: 3, reduced: 1, returned: 1, upheld: 1, pointsDelta: -10_500, reducedEffect: 10_000, returnedEffect: 500, effectPerApplication: 3333 }),
    );
  });

  it.each([
    [100, 8, 13],
    [-100, 8, -13],
    [100, 3, 33],
    [-200, 3, -67],
  ])('round %i over %i half away from zero to %i', (reducedEffect, applications, effectPerApplication) => {
    expect(sumOf([line({ applications, reducedEffect })]).effectPerApplication).toBe(effectPerApplication);
  });

  it('are nothing over no lines', () => {
    expect(sumOf([])).toEqual(NO_FIGURES);
  });
});
