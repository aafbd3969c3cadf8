import { describe, expect, it } from 'vitest';
import { type Estimates, estimate } from '../../../src/decide/estimate.ts';
import { lineKey } from '../../../src/decide/learning.ts';
import { outlook } from '../../../src/decide/scenario.ts';
import { effectAt, planShares } from '../../../src/decide/share-plan.ts';
import { learningFrom, times } from './small-learning.ts';

const LEARNING = learningFrom([
  ...times(60, { month: 202404, answered: 202406, lines: [0], ending: 'reduced', effect: 300 }),
  ...times(30, { month: 202405, answered: 202406, lines: [1], ending: 'reduced', effect: 20 }),
  ...times(10, { month: 202405, answered: 202406, lines: [2], ending: 'upheld', group: 1 }),
]);
const ESTIMATES = estimate(LEARNING, { through: null, halfLife: null }) as Estimates;
const [FIRST, SECOND, THIRD] = ESTIMATES.lines as [Estimates['lines'][number], Estimates['lines'][number], Estimates['lines'][number]];
const OUT = [lineKey(SECOND)];

describe('a scenario', () => {
  it('without exclusions is the month as it was: 100 applications in two months', () => {
    const { applications, freed, byGroup, difference, perMonth } = outlook(ESTIMATES, [], { kind: 'mean' });
    expect(applications).toBe(50);
    expect(freed).toBe(0);
    expect(byGroup.map(({ then }) => Math.round(then * 1e9) / 1e9).reduce((sum, each) => sum + each, 0)).toBeCloseTo(50, 9);
    expect(difference).toEqual({ mean: 0, lower: 0, upper: 0 });
    const effect = ESTIMATES.lines.reduce((sum, line) => sum + line.slots.share * line.effect.mean, 0);
    expect(perMonth.mean).toBeCloseTo(50 * effect, 9);
    expect(perMonth.lower).toBeLessThan(perMonth.mean);
    expect(perMonth.upper).toBeGreaterThan(perMonth.mean);
  });

  it('fills freed slots with the mean of what stays in their limit group', () => {
    const { difference, freed, applications, byGroup } = outlook(ESTIMATES, OUT, { kind: 'mean' });
    expect(freed).toBeCloseTo(50 * SECOND.slots.share, 9);
    expect(applications).toBeCloseTo(50, 9);
    expect(byGroup[0].then).toBeCloseTo(byGroup[0].today, 9);
    expect(byGroup[1].freed).toBe(0);
    // Only the first line stays in their group.
    expect(difference.mean).toBeCloseTo(50 * SECOND.slots.share * (FIRST.effect.mean - SECOND.effect.mean), 9);
  });

  it('leaves them empty, or fills them with a given figure', () => {
    const share = SECOND.slots.share;
    const empty = outlook(ESTIMATES, OUT, { kind: 'none' });
    expect(empty.applications).toBeCloseTo(50 * (1 - share), 9);
    expect(empty.difference.mean).toBeCloseTo(-50 * share * SECOND.effect.mean, 9);
    const given = outlook(ESTIMATES, OUT, { kind: 'given', points: 70 });
    expect(given.difference.mean).toBeCloseTo(50 * share * (70 - SECOND.effect.mean), 9);
    expect(given.perSlot).toBeCloseTo(FIRST.slots.share * FIRST.effect.mean + share * 70 + THIRD.slots.share * THIRD.effect.mean, 6);
  });

  it('tells 査定 of those that are examined', () => {
    const all = outlook(ESTIMATES, [lineKey(SECOND), lineKey(THIRD)], { kind: 'none' });
    expect(all.reducedRate).toBeCloseTo(FIRST.chance.mean, 9);
  });
});

describe('shares of check types', () => {
  it('go to what brings most, each within the room given, and add up to one', () => {
    const plan = planShares(ESTIMATES.lines, 0.05);
    const today = plan.map((each) => each.today);
    const proposed = plan.map((each) => each.proposed);
    expect(today.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(proposed.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    proposed.forEach((share, index) => expect(Math.abs(share - (today[index] ?? 0))).toBeLessThanOrEqual(0.05 + 1e-12));
    expect(proposed[0]).toBeCloseTo((today[0] ?? 0) + 0.05, 12);
    expect(effectAt(ESTIMATES.lines, proposed)).toBeGreaterThan(effectAt(ESTIMATES.lines, today));
  });

  it('stay where nothing may move', () => {
    for (const { today, proposed } of planShares(ESTIMATES.lines, 0)) expect(proposed).toBeCloseTo(today, 12);
  });
});
