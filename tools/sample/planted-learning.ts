import { ENDING, type Learning, type LearningLine, monthsLater } from '../../src/decide/learning.ts';
import { Random, zipfSampler } from './random.ts';

export interface Plan {
  readonly seed: string;
  readonly items: number;
  readonly months: number;
  readonly applications: number;
  /** Longest wait for a result in months. */
  readonly longestWait: number;
}

export const LONG_TAIL: Plan = { seed: '1', items: 2400, months: 24, applications: 14_400, longestWait: 4 };

/** What is true of an item, and what is drawn from it. */
export interface Truth {
  readonly chance: number;
  readonly points: number;
  readonly reach: number;
  readonly share: number;
}

export interface Planted {
  readonly learning: Learning;
  readonly truth: readonly Truth[];
}

const FIRST_MONTH = 202204;
const WITHIN = 0.8;
const KINDS = ['診療行為', '医薬品', '特定器材'] as const;

/** Applications whose true chances and points are known: long tailed, one item each, all groups, results after some months. */
export function plant(plan: Plan): Planted {
  const random = new Random(`planted ${plan.seed}`);
  const lines: LearningLine[] = [];
  const truth: Truth[] = [];
  let rank = 0;
  for (let index = 0; index < plan.items; index++) {
    const kind = KINDS[random.below(10) < 5 ? 0 : random.below(10) < 8 ? 1 : 2];
    const isDrug = kind === '医薬品';
    lines.push({ line: index + 1, kind, code: String(100_000_000 + index), name: `項目${String(index)}` });
    truth.push({
      chance: betaDraw(random, isDrug ? 2 : 1.2, isDrug ? 2 : 2.4),
      points: normalExp(random, isDrug ? 4.5 : 5.5, 1) * Math.exp(WITHIN ** 2 / 2),
      reach: betaDraw(random, 17, 3),
      share: 1 / (rank++ + 3),
    });
  }
  const whole = truth.reduce((sum, { share }) => sum + share, 0);
  const pick = zipfSampler(plan.items);
  const size = plan.applications;
  const columns = {
    requestMonth: new Int32Array(size), resultMonth: new Int32Array(size), ending: new Uint8Array(size), group: new Uint8Array(size),
    effect: new Float64Array(size), line: new Int32Array(size), firstPart: Int32Array.from({ length: size + 1 }, (_, index) => index),
  };
  for (let i = 0; i < size; i++) {
    const line = pick(random);
    const { chance, points, reach } = truth[line] as Truth;
    const month = monthsLater(FIRST_MONTH, Math.floor((i * plan.months) / size));
    columns.line[i] = line;
    columns.group[i] = random.below(12) < 10 ? 0 : 1 + random.below(2);
    columns.requestMonth[i] = month;
    columns.resultMonth[i] = monthsLater(month, 1 + random.below(plan.longestWait));
    const isExamined = random.chance(reach);
    const isReduced = random.chance(chance);
    columns.ending[i] = isExamined ? (isReduced ? ENDING.reduced : ENDING.upheld) : random.pick([ENDING.returned, ENDING.withdrawn, ENDING.outOfScope]);
    columns.effect[i] = isExamined && isReduced ? Math.max(1, Math.round((points * normalExp(random, 0, WITHIN)) / Math.exp(WITHIN ** 2 / 2))) : 0;
  }
  const { requestMonth, resultMonth, ending, group, effect, line, firstPart } = columns;
  return {
    learning: {
      lines,
      applications: { size, requestMonth, resultMonth, ending, group, effect, firstPart },
      parts: { size, line, resultMonth, ending, effect, returnedEffect: new Float64Array(size) },
    },
    truth: truth.map((each) => ({ ...each, share: each.share / whole })),
  };
}

/** Points a slot brings in truth. */
export function trueEffect({ chance, points, reach }: Truth): number {
  return chance * points * reach;
}

/** What a slot that stays brings more in truth than a slot of all. */
export function trueGain(truth: readonly Truth[], out: ReadonlySet<number>): number {
  let [share, effect, all] = [0, 0, 0];
  truth.forEach((each, index) => {
    all += each.share * trueEffect(each);
    if (out.has(index)) return;
    share += each.share;
    effect += each.share * trueEffect(each);
  });
  return effect / share - all;
}

/** The lines that come first in an order, as long as they free no more than a share. */
export function firstWithin(order: readonly number[], shareOf: (line: number) => number, most: number): ReadonlySet<number> {
  const out = new Set<number>();
  let freed = 0;
  for (const line of order) {
    if (freed + shareOf(line) > most) continue;
    freed += shareOf(line);
    out.add(line);
  }
  return out;
}

function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function normalExp(random: Random, mean: number, spread: number): number {
  return Math.exp(mean + spread * normalDraw(random));
}

function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalDraw(random);
    const cube = (1 + c * normal) ** 3;
    if (cube > 0 && Math.log(1 - random.next()) < normal ** 2 / 2 + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}

function betaDraw(random: Random, a: number, b: number): number {
  const hits = gammaDraw(random, a);
  return hits / (hits + gammaDraw(random, b));
}
