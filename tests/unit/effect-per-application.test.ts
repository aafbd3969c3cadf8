import { describe, expect, it } from 'vitest';
import { effectPerApplication } from '../../src/metrics/figures.ts';

describe('the effect per application', () => {
  it.each([
    [10_000, 3, 3333],
    [100, 8, 13],
    [-100, 8, -13],
    [100, 3, 33],
    [-200, 3, -67],
  ])('rounds %i over %i half away from zero to %i', (reducedEffect, applications, expected) => {
    expect(effectPerApplication(reducedEffect, applications)).toBe(expected);
  });

  it('has no value without applications', () => {
    expect(effectPerApplication(0, 0)).toBeNull();
  });
});
