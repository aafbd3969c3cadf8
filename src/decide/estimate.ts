import exp from '@stdlib/math-base-special-exp';
import { type CalendarMonth, calendar, dormantBefore } from './calendar.ts';
import { type Beta, type Seen, fitBeta, meanOf, posterior, quantile } from './chance.ts';
import { type Learning, type LearningLine, lineKey } from './learning.ts';
import { type PointsPosterior, type PointsPrior, type SeenPoints, fitPoints, knownPoints, meanPoints } from './points.ts';
import { RandomDraws } from './random-draws.ts';
import { shrunkCounts } from './slot-shares.ts';
import { SlotSets, type SlotSetsData } from './slot-sets.ts';
import { type Hindsight, type Tally, tallyLines } from './tally.ts';
import { type Trend, standOut, trendOf } from './trend-test.ts';

/** How often each line's effect is drawn. */
export const DRAWS = 400;
/** Ends of the 90 % intervals. */
const LOWER = 0.05;
const UPPER = 0.95;
/** A kind with fewer lines to learn a prior from takes that of all kinds together. */
export const FEWEST_FOR_KIND = 20;

interface Mean {
  readonly mean: number;
}

export interface Interval90 extends Mean {
  readonly lower: number;
  readonly upper: number;
}

/** What is held of one line. Chances are 0 to 1, points whole claims' points, intervals 90 %. */
export interface Estimate extends LearningLine {
  readonly tally: Tally;
  /** p: 査定 among 査定 + medical 原審. */
  readonly chance: Interval90 & Beta;
  /** m: points cut when 査定. */
  readonly points: PointsPosterior & { readonly expected: number };
  /** q: applications that reach 査定 or medical 原審, among those ended in due form. */
  readonly reach: Mean & Beta;
  /** u: medical 原審 among 査定 + 返戻 + medical 原審. */
  readonly uphold: Mean & Beta;
  /** E = q × p × m: points a slot brings. */
  readonly effect: Interval90;
  /** s: share of all applications, by limit group and in sum. */
  readonly slots: { readonly share: number; readonly byGroup: readonly [number, number, number] };
  readonly isDormant: boolean;
  readonly trend: Trend | null;
  /** The rate of medical 原審 changed with time, corrected for the number of lines. */
  readonly isChanging: boolean;
}

export interface Estimates {
  readonly lines: readonly Estimate[];
  /** {@link DRAWS} effects a line, in the order of `lines`. */
  readonly draws: Float32Array<ArrayBuffer>;
  readonly slotSets: SlotSetsData;
  readonly applications: number;
  /** Months with an application. */
  readonly months: number;
  /** Applications that name several lines, and those that name none. */
  readonly shared: number;
  readonly unnamed: number;
  /** First of the last three complete months; null where there are not three. */
  readonly dormantBefore: number | null;
}

/** What is found of the applications in scope. */
export interface Findings {
  /** Null where nothing was decided yet. */
  readonly estimates: Estimates | null;
  readonly calendar: readonly CalendarMonth[];
  /** The months after which deciding can be tried on what followed, ascending (yyyymm). */
  readonly backtestMonths: readonly number[];
}

/**
 * Learns what each line brings (DECIDE, "Estimates"). The same input gives the same output on every machine.
 * @returns null where nothing was decided yet, so that there is nothing to learn from
 */
export function estimate(learning: Learning, hindsight: Hindsight): Estimates | null {
  const tallies = tallyLines(learning, hindsight);
  const kinds = learning.lines.map(({ kind }) => kind);
  const chances = priorsOf(kinds, tallies.map(chanceSeen), isSeen, fitBeta);
  const reaches = priorsOf(kinds, tallies.map(reachSeen), isSeen, fitBeta);
  const upholds = priorsOf(kinds, tallies.map(upholdSeen), isSeen, fitBeta);
  const points = priorsOf(kinds, tallies.map((tally) => tally.points), (seen: SeenPoints) => seen.count > 0, fitPoints);
  if (chances === null || reaches === null || upholds === null || points === null) return null;
  const months = calendar(learning, hindsight.through);
  const since = dormantBefore(months);
  const counts = shrunkByKind(kinds, tallies);
  const applications = countApplications(learning, hindsight.through);
  const trends = tallies.map((tally) => trendOf(tally.months));
  const changing = standOut(trends.map((trend) => trend?.probability ?? null));
  const draws = new Float32Array(learning.lines.length * DRAWS);
  const lines = learning.lines.map((line, index): Estimate => {
    const tally = tallies[index] as Tally;
    const chance = posterior(chances(line.kind), chanceSeen(tally));
    const reach = posterior(reaches(line.kind), reachSeen(tally));
    const uphold = posterior(upholds(line.kind), upholdSeen(tally));
    const known = knownPoints(points(line.kind), tally.points);
    const expected = meanPoints(known);
    const own = draws.subarray(index * DRAWS, (index + 1) * DRAWS);
    // Lines of later months are there too, when one learns only up to a month.
    if (tally.applications > 0) drawEffects(lineKey(line), chance, reach, known, own);
    const sorted = own.toSorted();
    const count = (counts[index] as number) / applications.all;
    return {
      ...line,
      tally,
      chance: withInterval(chance),
      points: { ...known, expected },
      reach: { ...reach, mean: meanOf(reach) },
      uphold: { ...uphold, mean: meanOf(uphold) },
      effect: { mean: meanOf(chance) * meanOf(reach) * expected, lower: ranked(sorted, LOWER), upper: ranked(sorted, UPPER) },
      slots: { share: count, byGroup: tally.byGroup.map((each) => (count * each) / tally.applications || 0) as [number, number, number] },
      isDormant: since !== null && tally.lastMonth < since,
      trend: trends[index] ?? null,
      isChanging: changing[index] ?? false,
    };
  });
  const slotSets = SlotSets.of(learning, hindsight.through).data;
  const shared = slotSets.sets.reduce((sum, set) => sum + set.applications, 0);
  return { lines, draws, slotSets, applications: applications.all, months: months.length, shared, unnamed: applications.unnamed, dormantBefore: since };
}

export function chanceSeen({ reduced, upheld }: Tally): Seen {
  return { hits: reduced, of: reduced + upheld };
}

export function reachSeen({ reduced, upheld, returned, unexamined }: Tally): Seen {
  return { hits: reduced + upheld, of: reduced + upheld + returned + unexamined };
}

export function upholdSeen({ reduced, upheld, returned }: Tally): Seen {
  return { hits: upheld, of: reduced + returned + upheld };
}

function isSeen({ of }: Seen): boolean {
  return of > 0;
}

/** A prior for each kind; null where even all kinds together tell nothing. */
function priorsOf<S, P extends Beta | PointsPrior>(
  kinds: readonly string[],
  seen: readonly S[],
  tells: (seen: S) => boolean,
  fit: (seen: readonly S[]) => P | null,
): ((kind: string) => P) | null {
  if (!seen.some(tells)) return null;
  let whole: P | null = null;
  const ofAll = (): P => (whole ??= fit(seen) as P);
  const byKind = new Map<string, P>();
  for (const kind of new Set(kinds)) {
    const own = seen.filter((each, index) => kinds[index] === kind && tells(each));
    byKind.set(kind, (own.length >= FEWEST_FOR_KIND ? fit(own) : null) ?? ofAll());
  }
  return (kind) => byKind.get(kind) ?? ofAll();
}

function shrunkByKind(kinds: readonly string[], tallies: readonly Tally[]): readonly number[] {
  const counts = tallies.map(({ applications }) => applications);
  for (const kind of new Set(kinds)) {
    const places = kinds.flatMap((each, index) => (each === kind && (counts[index] as number) > 0 ? [index] : []));
    shrunkCounts(places.map((place) => counts[place] as number)).forEach((count, index) => (counts[places[index] as number] = count));
  }
  return counts;
}

function countApplications({ applications }: Learning, through: number | null): { all: number; unnamed: number } {
  let [all, unnamed] = [0, 0];
  for (let i = 0; i < applications.size; i++) {
    const month = applications.requestMonth[i] as number;
    if (through !== null && (month === 0 || month > through)) continue;
    all++;
    if (applications.firstPart[i] === applications.firstPart[i + 1]) unnamed++;
  }
  return { all, unnamed };
}

/** Seeded by the line's own name, so that other lines do not change its draws. */
function drawEffects(seed: string, chance: Beta, reach: Beta, points: PointsPosterior, draws: Float32Array): void {
  const random = new RandomDraws(seed);
  const spread = Math.sqrt(points.variance);
  for (let i = 0; i < draws.length; i++) {
    const cut = exp(points.mean + spread * random.normal() + points.within / 2);
    draws[i] = random.beta(chance.a, chance.b) * random.beta(reach.a, reach.b) * cut;
  }
}

function withInterval(beta: Beta): Interval90 & Beta {
  return { ...beta, mean: meanOf(beta), lower: quantile(beta, LOWER), upper: quantile(beta, UPPER) };
}

/** The value below which the share `probability` of sorted draws lies, between two draws in proportion. */
export function ranked(sorted: Float32Array | Float64Array, probability: number): number {
  const at = probability * (sorted.length - 1);
  const low = Math.floor(at);
  const from = sorted[low] as number;
  return from + (at - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] as number) - from);
}
