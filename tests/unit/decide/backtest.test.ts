import { describe, expect, it } from 'vitest';
import { backtest, backtestMonths, overall } from '../../../src/decide/backtest.ts';
import { calendar, dormantBefore } from '../../../src/decide/calendar.ts';
import { ENDING, type Learning } from '../../../src/decide/learning.ts';
import { DEFAULT_POLICY } from '../../../src/decide/policy.ts';
import { LONG_TAIL, plant } from '../../../tools/sample/planted-learning.ts';
import { learningFrom, times } from './small-learning.ts';

const { learning: PLANTED } = plant({ ...LONG_TAIL, items: 300, months: 12, applications: 6000 });
const THROUGH = 202210;

/** The same applications, with every result that was processed after a month turned into its opposite. */
function altered(learning: Learning, after: number): Learning {
  const turn = (ending: number, resultMonth: number): number =>
    resultMonth <= after ? ending : ending === ENDING.reduced ? ENDING.upheld : ENDING.reduced;
  const { applications, parts } = learning;
  const effect = (points: number, resultMonth: number): number => (resultMonth <= after ? points : 999 - points);
  return {
    ...learning,
    applications: {
      ...applications,
      ending: applications.ending.map((ending, at) => turn(ending, applications.resultMonth[at] ?? 0)),
      effect: applications.effect.map((points, at) => effect(points, applications.resultMonth[at] ?? 0)),
    },
    parts: {
      ...parts,
      ending: parts.ending.map((ending, at) => turn(ending, parts.resultMonth[at] ?? 0)),
      effect: parts.effect.map((points, at) => effect(points, parts.resultMonth[at] ?? 0)),
    },
  };
}

describe('the trial on past months', () => {
  it('takes months with six before and one after', () => {
    expect(backtestMonths(PLANTED)).toEqual([202210, 202211, 202212, 202301, 202302]);
  });

  it('decides nothing by a result that was processed later', () => {
    const before = backtest(PLANTED, THROUGH, DEFAULT_POLICY);
    const after = backtest(altered(PLANTED, THROUGH), THROUGH, DEFAULT_POLICY);
    expect(before.excluded.length).toBeGreaterThan(5);
    expect(after.excluded).toEqual(before.excluded);
    expect(after.naive.excluded).toEqual(before.naive.excluded);
    expect(after.freed).toBe(before.freed);
    // What is looked at afterwards did change, so the alteration was one.
    expect(after.effectPerSlotKept).not.toBe(before.effectPerSlotKept);
  });

  it('does decide by what was processed until then', () => {
    const before = backtest(PLANTED, THROUGH, DEFAULT_POLICY);
    expect(backtest(altered(PLANTED, 202207), THROUGH, DEFAULT_POLICY).excluded).not.toEqual(before.excluded);
  });

  it('a result without its month is never known', () => {
    const { applications, parts } = PLANTED;
    const unknown = { ...PLANTED, applications: { ...applications, resultMonth: applications.resultMonth.map(() => 0) }, parts: { ...parts, resultMonth: parts.resultMonth.map(() => 0) } };
    expect(backtest(unknown, THROUGH, DEFAULT_POLICY).excluded).toEqual([]);
  });

  it('kept and excluded applications are all that ended, and months add up', () => {
    const months = backtestMonths(PLANTED).map((month) => backtest(PLANTED, month, DEFAULT_POLICY));
    for (const { kept, left, applications, endedShare, effectPerSlotAll } of months) {
      expect(kept.slots + left.slots).toBe(Math.round(endedShare * applications));
      expect((kept.points + left.points) / (kept.slots + left.slots)).toBeCloseTo(effectPerSlotAll ?? 0, 9);
    }
    const all = overall(months);
    expect(all.months).toBe(5);
    expect(all.effectPerSlotKept ?? 0).toBeGreaterThan(all.effectPerSlotAll ?? Infinity);
    expect(all.effectPerSlotExcluded ?? Infinity).toBeLessThan(all.effectPerSlotAll ?? 0);
    expect(all.freed).toBe(months.reduce((sum, { freed }) => sum + freed, 0));
  });

  it('leaves months out of the whole of which too little has ended', () => {
    const [month] = backtestMonths(PLANTED).map((each) => backtest(PLANTED, each, DEFAULT_POLICY));
    if (month === undefined) throw new Error('no month');
    expect(overall([{ ...month, counts: false }])).toMatchObject({ months: 0, freed: 0, effectPerSlotKept: null });
  });
});

describe('the calendar', () => {
  const learning = learningFrom([
    ...times(98, { month: 202404, answered: 202407, lines: [0], ending: 'reduced', effect: 1 }),
    ...times(2, { month: 202404, lines: [0], ending: 'pending' }),
    ...times(97, { month: 202411, answered: 202501, lines: [0], ending: 'upheld' }),
    ...times(3, { month: 202411, lines: [0], ending: 'pending' }),
  ]);

  it('a month is complete with at most 2 % pending; deadlines are three and six months on', () => {
    expect(calendar(learning)).toEqual([
      { month: 202404, applications: 100, pending: 2, isComplete: true, applyBy: 202407, lastChance: 202410 },
      { month: 202411, applications: 100, pending: 3, isComplete: false, applyBy: 202502, lastChance: 202505 },
    ]);
    expect(dormantBefore(calendar(learning))).toBeNull();
  });

  it('stands as it stood at the end of a month', () => {
    expect(calendar(learning, 202406)).toMatchObject([{ month: 202404, pending: 100, isComplete: false }]);
  });
});
