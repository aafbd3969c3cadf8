import { DRAWS, type Estimate, type Estimates, ranked } from './estimate.ts';
import { LIMIT_GROUPS, lineKey } from './learning.ts';
import { freedShare } from './propose.ts';
import { SlotSets } from './slot-sets.ts';

/** What fills a freed slot: what the rest of its limit group brings, nothing, or a figure in points. */
export type Refill = { readonly kind: 'mean' } | { readonly kind: 'none' } | { readonly kind: 'given'; readonly points: number };

/** A named set of exclusions. */
export interface Scenario {
  readonly name: string;
  /** `種類:コード`. */
  readonly excluded: readonly string[];
}

/** Applications a month: at least `floor` in all, at most so many a group (source-spec 6(3)). */
export interface Limits {
  readonly floor: number;
  readonly byGroup: readonly [number, number, number];
}

export const DEFAULT_LIMITS: Limits = { floor: 11_000, byGroup: [10_000, 1000, 1000] };

interface Expected {
  readonly mean: number;
  /** 90 %. */
  readonly lower: number;
  readonly upper: number;
}

export interface GroupSlots {
  /** Applications a month. */
  readonly today: number;
  readonly freed: number;
  /** With what refills the freed ones. */
  readonly then: number;
}

export interface Outlook {
  readonly lines: number;
  /** A month. */
  readonly applications: number;
  readonly freed: number;
  readonly byGroup: readonly [GroupSlots, GroupSlots, GroupSlots];
  /** 査定 and medical 原審, of both together, over the slots that stay; null where none is expected to be examined. */
  readonly reducedRate: number | null;
  /** Points a slot, and a month. */
  readonly perSlot: number;
  readonly perMonth: Expected;
  /** Points a month more than without exclusions. */
  readonly difference: Expected;
}

/** What a set of exclusions would bring a month, by the estimates (DECIDE, "Scenario"). What is named and not there counts nothing. */
export function outlook(estimates: Estimates, excluded: readonly string[], refill: Refill): Outlook {
  const { lines, draws } = estimates;
  const slotSets = SlotSets.from(estimates.slotSets);
  const keys = new Set(excluded);
  const out = new Set(lines.flatMap((line, index) => (keys.has(lineKey(line)) ? [index] : [])));
  const freedOf = lines.map((line, index) => (out.has(index) ? freedShare(line, index, slotSets, (each) => out.has(each)) : 0));
  const stays = lines.map((line, index) => line.slots.share - (freedOf[index] as number));
  const month = estimates.months === 0 ? 0 : estimates.applications / estimates.months;
  const groups = LIMIT_GROUPS.map((_, group) => groupShares(lines, freedOf, group));

  const totals = new Float64Array(DRAWS);
  const gains = new Float64Array(DRAWS);
  const fills = fillWeights(lines, stays, groups, refill);
  const fixed = refill.kind === 'given' ? groups.reduce((sum, { freed }) => sum + freed, 0) * refill.points : 0;
  let [mean, gain] = [fixed, fixed];
  lines.forEach(({ effect }, index) => {
    const weight = (stays[index] as number) + (fills[index] as number);
    const more = (fills[index] as number) - (freedOf[index] as number);
    mean += weight * effect.mean;
    gain += more * effect.mean;
    for (let i = 0; i < DRAWS; i++) {
      const draw = draws[index * DRAWS + i] as number;
      totals[i] = (totals[i] as number) + weight * draw;
      gains[i] = (gains[i] as number) + more * draw;
    }
  });
  const freed = groups.reduce((sum, each) => sum + each.freed, 0);
  const filled = refill.kind === 'none' ? 0 : freed;
  const named = lines.reduce((sum, { slots }) => sum + slots.share, 0);
  return {
    lines: out.size,
    applications: month * (1 - freed + filled),
    freed: month * freed,
    byGroup: groups.map(({ today, freed: free }) => ({
      today: month * today,
      freed: month * free,
      then: month * (today - free + (refill.kind === 'none' ? 0 : free)),
    })) as [GroupSlots, GroupSlots, GroupSlots],
    reducedRate: reducedRate(lines, stays),
    perSlot: named - freed + filled === 0 ? 0 : mean / (named - freed + filled),
    perMonth: expected(mean, totals, fixed, month),
    difference: expected(gain, gains, fixed, month),
  };
}

interface GroupShares {
  readonly today: number;
  readonly freed: number;
}

function groupShares(lines: readonly Estimate[], freedOf: readonly number[], group: number): GroupShares {
  let [today, freed] = [0, 0];
  lines.forEach(({ slots: { share, byGroup } }, index) => {
    const own = byGroup[group] as number;
    today += own;
    if (share > 0) freed += ((freedOf[index] as number) * own) / share;
  });
  return { today, freed };
}

/** Under `mean` the freed slots of a group go to what stays in it, in proportion. */
function fillWeights(lines: readonly Estimate[], stays: readonly number[], groups: readonly GroupShares[], refill: Refill): readonly number[] {
  if (refill.kind !== 'mean') return lines.map(() => 0);
  return lines.map(({ slots: { share, byGroup } }, index) => {
    if (share === 0) return 0;
    const stayed = (stays[index] as number) / share;
    return byGroup.reduce((sum, own, group) => {
      const { today, freed } = groups[group] as GroupShares;
      return today - freed <= 0 ? sum : sum + (freed * own * stayed) / (today - freed);
    }, 0);
  });
}

function reducedRate(lines: readonly Estimate[], stays: readonly number[]): number | null {
  let [reduced, examined] = [0, 0];
  lines.forEach(({ chance, reach }, index) => {
    examined += (stays[index] as number) * reach.mean;
    reduced += (stays[index] as number) * reach.mean * chance.mean;
  });
  return examined === 0 ? null : reduced / examined;
}

function expected(mean: number, draws: Float64Array, fixed: number, month: number): Expected {
  const sorted = draws.toSorted();
  return { mean: month * mean, lower: month * (fixed + ranked(sorted, 0.05)), upper: month * (fixed + ranked(sorted, 0.95)) };
}
