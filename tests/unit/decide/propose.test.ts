import { describe, expect, it } from 'vitest';
import { type Estimates, estimate } from '../../../src/decide/estimate.ts';
import { DEFAULT_POLICY } from '../../../src/decide/policy.ts';
import { type Proposals, propose } from '../../../src/decide/propose.ts';
import { SlotSets } from '../../../src/decide/slot-sets.ts';
import { type Asked, learningFrom, times } from './small-learning.ts';

const MONTH = 202404;

function answered(lines: readonly number[], ending: Asked['ending'], effect = 0, month = MONTH): Asked {
  return { month, answered: month + 2, lines, ending, effect };
}

function learned(asked: readonly Asked[], kinds?: readonly string[]): Estimates {
  const found = estimate(learningFrom(asked, kinds), { through: null, halfLife: null });
  if (found === null) throw new Error('nothing was decided');
  return found;
}

/** Line 0 brings 1,000 points a hit, line 1 brings 10, line 2 is nearly always upheld. */
const CLEAR = [
  ...times(60, answered([0], 'reduced', 1000)),
  ...times(20, answered([0], 'upheld')),
  ...times(20, answered([1], 'reduced', 10)),
  ...times(2, answered([2], 'reduced', 400)),
  ...times(38, answered([2], 'upheld')),
];

const verdicts = ({ lines }: Proposals): readonly string[] => lines.map(({ verdict }) => verdict);

describe('proposals', () => {
  it('take out what brings less by rule B and what is upheld by rule A; what brings more stays', () => {
    const found = propose(learned(CLEAR), { ...DEFAULT_POLICY, maxFreed: 0.5 });
    // The first is all that stays, and so its own mean.
    expect(verdicts(found)).toEqual(['watch', 'exclude', 'exclude']);
    expect(found.lines[0]?.watch).toBe('about_average');
    expect(found.lines.map(({ byUphold, byEffect }) => [byUphold, byEffect])).toEqual([[false, false], [false, true], [true, true]]);
    expect(found.lines[1]?.gain).toBeGreaterThan(0);
  });

  it('take the lowest effect first and free no more than the limit', () => {
    const found = propose(learned(CLEAR), { ...DEFAULT_POLICY, maxFreed: 0.2 });
    expect(found.lines.map(({ byEffect }) => byEffect)).toEqual([false, true, false]);
    expect(found.freedByEffect).toBeLessThanOrEqual(0.2);
    expect(propose(learned(CLEAR), { ...DEFAULT_POLICY, maxFreed: 0.01, thresholdCertainty: 1 }).lines[1]).toMatchObject({
      verdict: 'watch',
      watch: 'limit_reached',
    });
  });

  it('rule A needs enough decided applications', () => {
    const found = propose(learned(CLEAR), { ...DEFAULT_POLICY, maxFreed: 0, fewestDecided: 41 });
    expect(found.lines.some(({ byUphold }) => byUphold)).toBe(false);
  });

  it('R is what stays in the line’s limit groups', () => {
    const both = [
      ...times(30, { ...answered([0], 'reduced', 100), group: 0 as const }),
      ...times(30, { ...answered([1], 'reduced', 900), group: 1 as const }),
      ...times(10, { ...answered([2], 'reduced', 300), group: 1 as const }),
    ];
    const estimates = learned(both);
    const { references, lines } = propose(estimates, { ...DEFAULT_POLICY, maxFreed: 0 });
    expect(references[0]).toBeCloseTo(estimates.lines[0]?.effect.mean ?? 0, 9);
    const [one, two] = [estimates.lines[1], estimates.lines[2]];
    const [s1, s2] = [one?.slots.share ?? 0, two?.slots.share ?? 0];
    expect(references[1]).toBeCloseTo((s1 * (one?.effect.mean ?? 0) + s2 * (two?.effect.mean ?? 0)) / (s1 + s2), 9);
    expect(lines[2]?.reference).toBe(references[1]);
    expect(references[2]).toBe(0);
  });

  it('a line without an application in the last three complete months is dormant and never proposed', () => {
    const late = [202407, 202408, 202409].flatMap((month) => times(30, answered([0], 'reduced', 1000, month)));
    const found = propose(learned([...CLEAR, ...late]), { ...DEFAULT_POLICY, maxFreed: 1 });
    expect(verdicts(found)).toEqual(['keep', 'dormant', 'dormant']);
  });

  it('a line of which nothing was decided is watched, and the number that would tell is told', () => {
    const found = propose(learned([...CLEAR, ...times(3, { month: MONTH, lines: [3], ending: 'pending' })]), { ...DEFAULT_POLICY, maxFreed: 1 });
    expect(found.lines[3]).toMatchObject({ verdict: 'watch', watch: 'no_evidence' });
    expect(found.lines[3]?.further).toBeGreaterThan(0);
  });

  it('formal 原審, 取下げ and 対象外 say nothing of the chance', () => {
    const chanceOf = (asked: readonly Asked[]) => learned(asked).lines[1]?.chance;
    const formal = learned([...CLEAR, ...times(50, answered([1], 'formal'))]).lines[1];
    expect(formal?.chance).toEqual(chanceOf(CLEAR));
    expect(formal?.reach).toEqual(learned(CLEAR).lines[1]?.reach);
    expect(formal?.tally.formal).toBe(50);
    const withdrawn = learned([...CLEAR, ...times(50, answered([1], 'withdrawn'))]).lines[1];
    expect(withdrawn?.chance).toEqual(chanceOf(CLEAR));
    expect(withdrawn?.reach.mean).toBeLessThan(0.5);
  });

  it('what names several lines counts in equal shares', () => {
    const { tally } = learned([...CLEAR, ...times(4, answered([1, 2], 'reduced', 80))]).lines[1] as Estimates['lines'][number];
    expect([tally.applications, tally.reduced, tally.alone]).toEqual([22, 22, 20]);
  });

  it('newer months weigh more where a half-life is given', () => {
    const asked = [...times(10, answered([0], 'reduced', 100, 202401)), ...times(10, answered([0], 'upheld', 0, 202407))];
    const found = estimate(learningFrom(asked), { through: null, halfLife: 6 });
    expect(found?.lines[0]?.tally.reduced).toBeCloseTo(5, 9);
    expect(found?.lines[0]?.tally.upheld).toBeCloseTo(10, 9);
  });
});

describe('slots', () => {
  it('become free only when every line of their application is out', () => {
    const learning = learningFrom([...times(6, answered([0], 'reduced', 5)), ...times(4, answered([0, 1], 'reduced', 5))]);
    const sets = SlotSets.of(learning, null);
    expect(sets.sharedFree(0, () => false)).toBe(0);
    expect(sets.sharedFree(0, (line) => line === 1)).toBe(2);
    const taking = sets.takeOut(() => 1);
    expect(taking.freedWith(0)).toBe(0);
    taking.take(0);
    expect(taking.freedWith(1)).toBe(4);
  });
});
