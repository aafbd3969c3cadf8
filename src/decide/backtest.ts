import { byCodePoints } from '../core/text.ts';
import { estimate } from './estimate.ts';
import { ENDING, type Learning, type LearningLine, isKnown, lineKey, monthNumber, requestMonths } from './learning.ts';
import { NAIVE, type Policy } from './policy.ts';
import { propose } from './propose.ts';

/** What a set of exclusions did to the applications of one month; points a slot are null over no ended one. */
export interface Trial {
  /** `種類:コード`. */
  readonly excluded: readonly string[];
  /** Applications that would not have been made: all lines they name are excluded. */
  readonly freed: number;
  readonly effectPerSlotKept: number | null;
  readonly effectPerSlotExcluded: number | null;
  /** Excluded lines with an ended application, and those of them that brought less a slot than what was kept. */
  readonly judged: number;
  readonly below: number;
  /** Ended applications and their points, to add months up. */
  readonly kept: Ended;
  readonly left: Ended;
}

interface Ended {
  readonly slots: number;
  readonly points: number;
}

export interface BacktestMonth extends Trial {
  /** The month whose applications are looked at (yyyymm), and the one through which was learned. */
  readonly month: number;
  readonly learnedThrough: number;
  readonly applications: number;
  /** 0 to 1. */
  readonly endedShare: number;
  readonly effectPerSlotAll: number | null;
  /** Enough has ended for the overall figures. */
  readonly counts: boolean;
  readonly naive: Trial;
}

/** Months with less ended are shown, but stay out of the overall figures. */
export const LEAST_ENDED = 0.8;
const MONTHS_BEFORE = 6;

/** The months t after which it can be tried: at least six months before, and a month t + 1 after it. */
export function backtestMonths(learning: Learning): readonly number[] {
  const months = requestMonths(learning);
  return months.filter((month, index) => {
    const next = months[index + 1];
    return index >= MONTHS_BEFORE && next !== undefined && monthNumber(next) === monthNumber(month) + 1;
  });
}

/**
 * Decides as one would have after month `through`, and looks at how the applications of the next month ended.
 * Nothing decided uses a result that was processed later.
 */
export function backtest(learning: Learning, through: number, policy: Policy): BacktestMonth {
  const estimates = estimate(learning, { through, halfLife: policy.halfLife });
  const proposals = estimates === null ? [] : propose(estimates, policy).lines;
  const out = new Set(proposals.flatMap(({ verdict }, index) => (verdict === 'exclude' ? [index] : [])));
  const month = requestMonths(learning).find((each) => each > through) ?? 0;
  const next = applicationsOf(learning, month);
  const all = endedOf(learning, next);
  return {
    month,
    learnedThrough: through,
    applications: next.length,
    endedShare: next.length === 0 ? 0 : all.slots / next.length,
    effectPerSlotAll: perSlot(all),
    counts: next.length > 0 && all.slots >= LEAST_ENDED * next.length,
    ...trial(learning, next, out),
    naive: trial(learning, next, naiveExclusions(learning, through)),
  };
}

function applicationsOf({ applications }: Learning, month: number): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < applications.size; i++) if (applications.requestMonth[i] === month) found.push(i);
  return found;
}

function trial(learning: Learning, next: readonly number[], out: ReadonlySet<number>): Trial {
  const { applications, parts } = learning;
  const isFreed = (application: number): boolean => {
    const first = applications.firstPart[application] as number;
    const end = applications.firstPart[application + 1] as number;
    for (let part = first; part < end; part++) if (!out.has(parts.line[part] as number)) return false;
    return end > first;
  };
  const freed = next.filter(isFreed);
  const kept = endedOf(learning, next.filter((application) => !isFreed(application)));
  const left = endedOf(learning, freed);
  const mean = perSlot(kept);
  const judged = [...perLine(learning, next, out).values()];
  return {
    excluded: [...out].map((index) => lineKey(learning.lines[index] as LearningLine)).toSorted(byCodePoints),
    freed: freed.length,
    effectPerSlotKept: mean,
    effectPerSlotExcluded: perSlot(left),
    judged: mean === null ? 0 : judged.length,
    below: mean === null ? 0 : judged.filter((line) => line.points < mean * line.slots).length,
    kept,
    left,
  };
}

function hasEnded(ending: number): boolean {
  return ending !== ENDING.pending && ending !== ENDING.unclassified;
}

function endedOf({ applications }: Learning, which: readonly number[]): Ended {
  let [slots, points] = [0, 0];
  for (const application of which) {
    if (!hasEnded(applications.ending[application] as number)) continue;
    slots++;
    points += applications.effect[application] as number;
  }
  return { slots, points };
}

/** What each excluded line brought in ended applications. */
function perLine({ applications, parts }: Learning, next: readonly number[], out: ReadonlySet<number>): ReadonlyMap<number, Ended> {
  const lines = new Map<number, Ended>();
  for (const application of next) {
    const first = applications.firstPart[application] as number;
    const end = applications.firstPart[application + 1] as number;
    for (let part = first; part < end; part++) {
      const line = parts.line[part] as number;
      if (!out.has(line) || !hasEnded(parts.ending[part] as number)) continue;
      const share = 1 / (end - first);
      const before = lines.get(line) ?? { slots: 0, points: 0 };
      lines.set(line, { slots: before.slots + share, points: before.points + share * (parts.effect[part] as number) });
    }
  }
  return lines;
}

/** The raw rule: plain 原審率 above 70 % over at least ten decided, both counted as the item table does, known by then. */
function naiveExclusions({ lines, applications, parts }: Learning, through: number): ReadonlySet<number> {
  const decided = new Int32Array(lines.length);
  const upheld = new Int32Array(lines.length);
  for (let application = 0; application < applications.size; application++) {
    const month = applications.requestMonth[application] as number;
    if (month === 0 || month > through) continue;
    const end = applications.firstPart[application + 1] as number;
    for (let part = applications.firstPart[application] as number; part < end; part++) {
      if (!isKnown(parts.resultMonth[part] as number, through)) continue;
      const line = parts.line[part] as number;
      const ending = parts.ending[part] as number;
      const isUpheld = ending === ENDING.upheld || ending === ENDING.formal;
      if (isUpheld || ending === ENDING.reduced || ending === ENDING.returned) decided[line] = (decided[line] as number) + 1;
      if (isUpheld) upheld[line] = (upheld[line] as number) + 1;
    }
  }
  const isOver = (_: unknown, line: number): boolean =>
    (decided[line] as number) >= NAIVE.fewestDecided && (upheld[line] as number) > NAIVE.threshold * (decided[line] as number);
  return new Set(lines.flatMap((each, line) => (isOver(each, line) ? [line] : [])));
}

function perSlot({ slots, points }: Ended): number | null {
  return slots === 0 ? null : points / slots;
}

export interface BacktestTotals {
  readonly months: number;
  readonly applications: number;
  readonly freed: number;
  readonly effectPerSlotAll: number | null;
  readonly effectPerSlotKept: number | null;
  readonly effectPerSlotExcluded: number | null;
  readonly judged: number;
  readonly below: number;
}

/** All months of which enough has ended, together; by the proposal and by the raw rule. */
export function overall(months: readonly BacktestMonth[]): BacktestTotals & { readonly naive: BacktestTotals } {
  const counted = months.filter(({ counts }) => counts);
  const totals = (trials: readonly Trial[]): BacktestTotals => {
    const sum = (of: (trial: Trial) => number): number => trials.reduce((all, each) => all + of(each), 0);
    const kept = { slots: sum((each) => each.kept.slots), points: sum((each) => each.kept.points) };
    const left = { slots: sum((each) => each.left.slots), points: sum((each) => each.left.points) };
    return {
      months: counted.length,
      applications: counted.reduce((all, { applications }) => all + applications, 0),
      freed: sum(({ freed }) => freed),
      effectPerSlotAll: perSlot({ slots: kept.slots + left.slots, points: kept.points + left.points }),
      effectPerSlotKept: perSlot(kept),
      effectPerSlotExcluded: perSlot(left),
      judged: sum(({ judged }) => judged),
      below: sum(({ below }) => below),
    };
  };
  return { ...totals(counted), naive: totals(counted.map(({ naive }) => naive)) };
}
