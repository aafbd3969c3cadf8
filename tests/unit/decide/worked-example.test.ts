import { describe, expect, it } from 'vitest';
import { type DecidedLine, decideLines } from '../../../src/decide/decided-line.ts';
import { type Estimates, estimate } from '../../../src/decide/estimate.ts';
import { DEFAULT_POLICY } from '../../../src/decide/policy.ts';
import { propose } from '../../../src/decide/propose.ts';
import { backtestText, reasonText } from '../../../src/messages/decide-texts.ts';
import { NO_FIGURES } from '../../../src/metrics/figures.ts';
import { decisionsFile } from '../../../src/report/decision-files.ts';
import { learningFrom, times } from './small-learning.ts';

const MONTHS = [202404, 202405, 202406, 202407];

/** The records of docs/deciding.md: item 薬0 by hand, the others around it. */
const asked = MONTHS.flatMap((month) => {
  const answered = month + 1;
  return [
    ...[20, 30].map((effect) => ({ month, answered, lines: [0], ending: 'reduced' as const, effect })),
    { month, answered, lines: [0], ending: 'upheld' as const },
    { month, answered, lines: [0], ending: 'returned' as const },
    ...[1, 2, 3, 4].flatMap((line) => [
      ...times(line, { month, answered, lines: [line], ending: 'reduced', effect: 100 * line }),
      ...times(line, { month, answered, lines: [line], ending: 'reduced', effect: 150 * line }),
      ...times(12 - 2 * line, { month, answered, lines: [line], ending: 'upheld' }),
      ...times(1, { month, answered, lines: [line], ending: 'returned' }),
    ]),
  ];
});
const ESTIMATES = estimate(learningFrom(asked), { through: null, halfLife: null }) as Estimates;
const PROPOSALS = propose(ESTIMATES, DEFAULT_POLICY);
const TABLE = ESTIMATES.lines.map((line) => ({
  ...line,
  figures: { ...NO_FIGURES, applications: Math.round(line.tally.applications), reduced: line.tally.reduced, returned: line.tally.returned, upheld: line.tally.upheld },
}));
const LINES = decideLines(TABLE, ESTIMATES, PROPOSALS, []);
const ITEM = LINES[0] as DecidedLine;

describe('the worked example of docs/deciding.md', () => {
  it('counts', () => {
    const { applications, reduced, upheld, returned, points } = ITEM.estimate.tally;
    expect([applications, reduced, upheld, returned, points.count]).toEqual([16, 8, 4, 4, 8]);
    expect(points.logMean).toBeCloseTo((Math.log(20) + Math.log(30)) / 2, 8);
  });

  it('E is the product of the three means', () => {
    const { chance, reach, points, effect } = ITEM.estimate;
    expect(chance.mean).toBeCloseTo(chance.a / (chance.a + chance.b), 12);
    expect(points.expected).toBeCloseTo(Math.exp(points.mean + (points.variance + points.within) / 2), 9);
    expect(effect.mean).toBeCloseTo(chance.mean * reach.mean * points.expected, 9);
    expect(effect.lower).toBeLessThan(effect.mean);
    expect(effect.upper).toBeGreaterThan(effect.mean);
  });

  it('its sentence', () => {
    expect(reasonText(ITEM, DEFAULT_POLICY, null)).toMatchInlineSnapshot(`"1件当たり期待効果 13.5点（90%区間 8.8–18.3）が残す項目の平均 141点を下回る確率 99%超のため除外候補で、月 5.0件の枠が空き、効果は月 +641点の見込みです。"`);
  });
});

describe('sentences', () => {
  const text = (proposal: Partial<DecidedLine['proposal']>): string =>
    reasonText({ ...ITEM, proposal: { ...ITEM.proposal, ...proposal } }, DEFAULT_POLICY, 202405);

  it('there is one for every verdict', () => {
    expect(text({ verdict: 'exclude', byUphold: true, byEffect: false, aboveThreshold: 0.95 })).toMatch(/^医学的な原審率が 70%を超える確率 95%（査定 8・返戻 4・医学的原審 4）のため除外候補で、月 .+の見込みです。$/u);
    expect(text({ verdict: 'exclude', byUphold: true, byEffect: true })).toContain('、1件当たり期待効果');
    expect(text({ verdict: 'keep' })).toMatch(/続けます。$/u);
    expect(text({ verdict: 'dormant' })).toBe('2024年5月以降、申出がないため休眠とし、除外は提案しません。');
    expect(text({ verdict: 'watch', watch: 'limit_reached' })).toContain('上限 15%に達したため様子見です。');
    expect(text({ verdict: 'watch', watch: 'needs_more', further: 12 })).toContain('あと約 12件の結果が出れば');
    expect(text({ verdict: 'watch', watch: 'no_evidence', further: null })).toBe('査定・原審の結果がまだないため様子見です。');
    expect(text({ verdict: 'watch', watch: 'about_average' })).toContain('差がつきにくいため様子見です。');
  });

  it('each is one sentence', () => {
    for (const line of LINES) expect(reasonText(line, DEFAULT_POLICY, null).match(/。/gu)).toHaveLength(1);
  });

  it('the trial is told where there is nothing to tell', () => {
    const none = { months: 0, applications: 0, freed: 0, effectPerSlotAll: null, effectPerSlotKept: null, effectPerSlotExcluded: null, judged: 0, below: 0 };
    expect(backtestText({ ...none, naive: none })).toContain('まだない');
    expect(backtestText({ ...none, months: 2, naive: none })).toContain('ありませんでした');
  });
});

describe('decisions.csv', () => {
  it('has the columns of the contract and a line an item', () => {
    const [head, first] = decisionsFile(LINES, DEFAULT_POLICY, null, 'decided').slice(1).split('\r\n');
    expect(head).toBe(
      '種類,コード,名称,判断,根拠,理由,申出件数,結果判明件数,原審率,医学的原審確率,査定確率,査定確率下限,査定確率上限,期待効果点数,期待効果点数下限,期待効果点数上限,平均未満確率,枠割合,空く件数,効果差',
    );
    expect(first).toMatch(/^医薬品,610000001,薬0,除外候補,B,.*,16,16,0\.2500,(?:\d\.\d{4},){4}(?:\d+\.\d{2},){3}(?:\d\.\d{4},){2}\d+\.\d{2},-?\d+\.\d{2}$/u);
  });

  it('has the user’s decision and reason where there is one', () => {
    const overridden = decideLines(TABLE, ESTIMATES, PROPOSALS, [{ item: ITEM.key, verdict: 'keep', reason: '市の指示' }]);
    expect(decisionsFile(overridden, DEFAULT_POLICY, null, 'decided').split('\r\n')[1]).toMatch(/^医薬品,610000001,薬0,継続,B,市の指示（提案は除外候補）,/u);
  });
});
