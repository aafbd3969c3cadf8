import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../src/explore/profile.ts';

const counts = (values: readonly number[]) => {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return [...tally].map(([value, records]) => ({ value, records }));
};

describe('the spread of numbers', () => {
  it('is nothing over nothing', () => {
    expect(spreadOf([], 'number')).toBeNull();
  });

  it('takes as a quantile the least value that the share does not exceed', () => {
    expect(spreadOf(counts([1, 2, 3, 4]), 'number')).toMatchObject({ least: 1, lowerQuartile: 1, median: 2, upperQuartile: 3, most: 4 });
    expect(spreadOf(counts([-5, -5, -5, 0, 9]), 'number')).toMatchObject({ least: -5, lowerQuartile: -5, median: -5, upperQuartile: 0, most: 9 });
    expect(spreadOf(counts([7]), 'number')).toEqual({
      least: 7,
      lowerQuartile: 7,
      median: 7,
      upperQuartile: 7,
      most: 7,
      bins: [{ from: 7, to: 7, records: 1 }],
    });
  });

  it('gives each of a few different numbers a bin of its own range', () => {
    expect(spreadOf(counts([0, 0, 3, 9]), 'number')?.bins).toEqual([
      { from: 0, to: 2, records: 2 },
      { from: 3, to: 8, records: 1 },
      { from: 9, to: 9, records: 1 },
    ]);
  });

  it('shows every month between the first and the last', () => {
    expect(spreadOf(counts([202411, 202502, 202502]), 'month')?.bins).toEqual([
      { from: 202411, to: 202411, records: 1 },
      { from: 202412, to: 202412, records: 0 },
      { from: 202501, to: 202501, records: 0 },
      { from: 202502, to: 202502, records: 2 },
    ]);
  });

  it('holds every number in exactly one bin, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -2e9, max: 2e9 })), { minLength: 1, maxLength: 400 }), (values) => {
        const spread = spreadOf(counts(values), 'number');
        const bins = spread?.bins ?? [];
        expect(bins.length).toBeLessThanOrEqual(60);
        expect(bins[0]?.from).toBeLessThanOrEqual(Math.min(...values));
        expect(bins.at(-1)?.to).toBe(Math.max(...values));
        bins.slice(1).forEach((bin, index) => {
          expect(bin.from).toBe((bins[index]?.to ?? 0) + 1);
        });
        for (const { from, to, records } of bins) expect(values.filter((value) => value >= from && value <= to).length).toBe(records);
        const ascending = values.toSorted((a, b) => a - b);
        expect(spread?.median).toBe(ascending[Math.ceil(values.length / 2) - 1]);
      }),
    );
  });
});
