import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { SeenPoints } from './points.ts';
import { ENDING, LIMIT_GROUPS, type Learning, isKnown, monthNumber } from './learning.ts';
import type { TrendMonth } from './trend-test.ts';

/** What may be learned from, and how much the months weigh. */
export interface Hindsight {
  /** Only results processed up to this month (yyyymm), and only applications made until then; null: everything. */
  readonly through: number | null;
  /** After so many months a result weighs half; null: all weigh alike. */
  readonly halfLife: number | null;
}

/** What the applications that name a line tell of it. Each counts 1/k where it names k lines. */
export interface Tally {
  /** Applications by limit group, of all months alike. */
  readonly byGroup: readonly [number, number, number];
  readonly applications: number;
  /** Those that name no other line. */
  readonly alone: number;
  /** Last month with an application (yyyymm), 0 where no month is known. */
  readonly lastMonth: number;
  /** By result, weighted by age. */
  readonly reduced: number;
  readonly returned: number;
  readonly upheld: number;
  /** 取下げ and 対象外: ended without being examined. */
  readonly unexamined: number;
  /** 原審 for a formal fault: left out of everything, told beside. */
  readonly formal: number;
  readonly withdrawn: number;
  readonly outOfScope: number;
  /** 査定 with points; without (0, blank or added) `unpaid`. */
  readonly points: SeenPoints;
  readonly unpaid: number;
  readonly returnedEffect: number;
  /** Medical 原審 of 査定 + 返戻 + medical 原審, by month of application, not weighted by age. */
  readonly months: readonly TrendMonth[];
}

interface Counting {
  byGroup: [number, number, number];
  applications: number;
  alone: number;
  lastMonth: number;
  readonly byEnding: number[];
  paid: number;
  logs: number;
  logSquares: number;
  returnedEffect: number;
  readonly months: Map<number, { hits: number; of: number }>;
}

/** One tally a line, in the order of `learning.lines`. */
export function tallyLines(learning: Learning, { through, halfLife }: Hindsight): readonly Tally[] {
  const { applications, parts } = learning;
  const counting = learning.lines.map(nothing);
  const newest = monthNumber(applications.requestMonth.reduce((last, month) => (through !== null && month > through ? last : Math.max(last, month)), 0));
  for (let application = 0; application < applications.size; application++) {
    const month = applications.requestMonth[application] as number;
    if (through !== null && (month === 0 || month > through)) continue;
    const first = applications.firstPart[application] as number;
    const end = applications.firstPart[application + 1] as number;
    const share = 1 / (end - first);
    const age = month === 0 || halfLife === null ? 0 : newest - monthNumber(month);
    const weight = halfLife === null ? share : share * exp((-age / halfLife) * Math.LN2);
    const group = applications.group[application] as number;
    for (let part = first; part < end; part++) {
      const line = counting[parts.line[part] as number] as Counting;
      line.applications += share;
      line.byGroup[group] = (line.byGroup[group] as number) + share;
      if (share === 1) line.alone++;
      if (month > line.lastMonth) line.lastMonth = month;
      const ending = isKnown(parts.resultMonth[part] as number, through) ? (parts.ending[part] as number) : ENDING.pending;
      line.byEnding[ending] = (line.byEnding[ending] as number) + weight;
      if (ending === ENDING.reduced) countPoints(line, parts.effect[part] as number, weight);
      if (ending === ENDING.returned) line.returnedEffect += weight * (parts.returnedEffect[part] as number);
      if (month !== 0 && (ending === ENDING.reduced || ending === ENDING.returned || ending === ENDING.upheld)) {
        const of = line.months.get(month) ?? { hits: 0, of: 0 };
        of.of += share;
        if (ending === ENDING.upheld) of.hits += share;
        line.months.set(month, of);
      }
    }
  }
  return counting.map(tallyOf);
}

function nothing(): Counting {
  const byEnding = Object.values(ENDING).map(() => 0);
  const byGroup = LIMIT_GROUPS.map(() => 0) as [number, number, number];
  return { byGroup, applications: 0, alone: 0, lastMonth: 0, byEnding, paid: 0, logs: 0, logSquares: 0, returnedEffect: 0, months: new Map() };
}

function countPoints(line: Counting, effect: number, weight: number): void {
  if (!(effect > 0)) return;
  const log = ln(effect);
  line.paid += weight;
  line.logs += weight * log;
  line.logSquares += weight * log * log;
}

/** Sums depend in their last bits on the order of the files; what is learned must not. */
function settled(sum: number): number {
  return Math.round(sum * 1e9) / 1e9;
}

function tallyOf(line: Counting): Tally {
  const of = (ending: number): number => settled(line.byEnding[ending] as number);
  const [paid, logs, logSquares] = [settled(line.paid), settled(line.logs), settled(line.logSquares)];
  const logMean = paid === 0 ? 0 : logs / paid;
  return {
    byGroup: line.byGroup.map(settled) as [number, number, number],
    applications: settled(line.applications),
    alone: line.alone,
    lastMonth: line.lastMonth,
    reduced: of(ENDING.reduced),
    returned: of(ENDING.returned),
    upheld: of(ENDING.upheld),
    unexamined: of(ENDING.withdrawn) + of(ENDING.outOfScope),
    formal: of(ENDING.formal),
    withdrawn: of(ENDING.withdrawn),
    outOfScope: of(ENDING.outOfScope),
    points: { count: paid, logMean, squares: settled(Math.max(0, logSquares - paid * logMean * logMean)) },
    unpaid: Math.max(0, settled(of(ENDING.reduced) - paid)),
    returnedEffect: settled(line.returnedEffect),
    months: [...line.months].toSorted(([a], [b]) => a - b).map(([month, { hits, of: all }]) => ({ month: monthNumber(month), hits: settled(hits), of: settled(all) })),
  };
}
