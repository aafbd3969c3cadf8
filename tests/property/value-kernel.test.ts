import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ValueKernel } from '../../src/records/value-kernel.ts';

const few = fc.integer({ min: -1, max: 1 });
const row = fc.tuple(few, few, fc.oneof(few, fc.integer()));

it('finds the first of rows that agree in all columns as their texts do', () => {
  const kernel = new ValueKernel();
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (all, every) => {
      const columns = [
        { values: Int32Array.from(all.flatMap(([a, b]) => [a, b])), stride: 2 },
        { values: Int32Array.from(all, ([, , c]) => c), stride: 1 },
      ];
      const rows = Int32Array.from(all.keys()).filter((each) => each % every === 0);
      const texts = Array.from(rows, (each) => String(all[each]));
      expect([...kernel.firstLikes(columns, rows)]).toEqual(texts.map((text) => texts.indexOf(text)));
    }),
    { numRuns: 1000 },
  );
});

it('counts values', () => {
  const kernel = new ValueKernel();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 20 }), (values) => {
      const counts = kernel.countsOf(Int32Array.from(values));
      expect(counts).toHaveLength(Math.max(0, ...values) + 1);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      for (const value of values) expect(counts[value]).toBe(values.filter((each) => each === value).length);
    }),
  );
});
