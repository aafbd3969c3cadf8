import { byCodePoints } from '../core/text.ts';
import { probabilityAbove } from './chance.ts';
import { DRAWS, type Estimate, type Estimates, upholdSeen } from './estimate.ts';
import { lineKey } from './learning.ts';
import type { Policy } from './policy.ts';
import { furtherDecided } from './settle.ts';
import { SlotSets } from './slot-sets.ts';

/** What is proposed for a line: 除外候補, 継続, 休眠, 様子見. */
export const VERDICTS = ['exclude', 'keep', 'dormant', 'watch'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a line that is not certain is only watched. */
export type WatchReason =
  /** Nothing was decided yet. */
  | 'no_evidence'
  /** Rule B would take it, but the freed share would be too large. */
  | 'limit_reached'
  /** More decided applications would tell. */
  | 'needs_more'
  /** It brings about what the others bring; more would not tell. */
  | 'about_average';

export interface Proposal {
  readonly verdict: Verdict;
  /** Rules by which it is proposed. */
  readonly byUphold: boolean;
  readonly byEffect: boolean;
  /** R: what a slot of its limit groups brings that stays. */
  readonly reference: number;
  /** P(E < R). */
  readonly belowReference: number;
  /** P(u > threshold); 0 where too little was decided for rule A. */
  readonly aboveThreshold: number;
  /** Share of all slots that becomes free if it is excluded (with what is proposed), 0 to 1. */
  readonly freed: number;
  /** Slots a month that become free, and what they bring more elsewhere: freed × (R − E). */
  readonly freedSlots: number;
  readonly gain: number;
  /** Only for `watch`. */
  readonly watch: WatchReason | null;
  /** The smallest number of further decided applications that settles it, if its rate stays; null where none is told. */
  readonly further: number | null;
}

export interface Proposals {
  /** In the order of the estimates' lines. */
  readonly lines: readonly Proposal[];
  /** R by limit group, of what stays. */
  readonly references: readonly [number, number, number];
  /** Share of all slots that rule B frees, and that both rules free. */
  readonly freedByEffect: number;
  readonly freed: number;
}

/** Sets seldom need more than a handful of rounds; two that answer each other would go on for ever. */
const MOST_ROUNDS = 30;

/** Decides line by line (DECIDE, "Proposal"). */
export function propose(estimates: Estimates, policy: Policy): Proposals {
  const slotSets = SlotSets.from(estimates.slotSets);
  const { lines } = estimates;
  const keys = lines.map(lineKey);
  const ascending = lines
    .map((_, index) => index)
    .toSorted((a, b) => effectOf(lines, a) - effectOf(lines, b) || byCodePoints(keys[a] as string, keys[b] as string));
  const mayGo = (index: number): boolean => isEvident(lines[index] as Estimate) && !(lines[index] as Estimate).isDormant;
  let out: ReadonlySet<number> = new Set();
  let references = referencesOf(lines, out);
  let qualifying: ReadonlySet<number> = new Set();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const now = references;
    qualifying = new Set(ascending.filter((index) => mayGo(index) && isBelow(estimates, index, referenceOf(lines[index] as Estimate, now), policy.certainty)));
    const next = within(policy.maxFreed, ascending.filter((index) => qualifying.has(index)), estimates, slotSets);
    const isSame = next.size === out.size && [...next].every((index) => out.has(index));
    out = next;
    references = referencesOf(lines, out);
    if (isSame) break;
  }
  const upheld = lines.map((line) => upholdTest(line, policy));
  const gone = new Set([...out, ...lines.flatMap((line, index) => (upheld[index]?.isOver === true && !line.isDormant ? [index] : []))]);
  const perMonth = estimates.months === 0 ? 0 : estimates.applications / estimates.months;
  const proposals = lines.map((line, index): Proposal => {
    const reference = referenceOf(line, references);
    const belowReference = shareBelow(estimates, index, reference);
    const byUphold = upheld[index]?.isOver === true && !line.isDormant;
    const byEffect = out.has(index);
    const verdict = verdictOf(line, byUphold || byEffect, belowReference, policy);
    const freed = freedShare(line, index, slotSets, (each) => gone.has(each));
    const watch = verdict === 'watch' ? watchReason(line, qualifying.has(index), reference, policy) : null;
    return {
      verdict,
      byUphold,
      byEffect,
      reference,
      belowReference,
      aboveThreshold: upheld[index]?.probability ?? 0,
      freed,
      freedSlots: freed * perMonth,
      gain: freed * perMonth * (reference - line.effect.mean),
      watch: watch?.reason ?? null,
      further: watch?.further ?? null,
    };
  });
  return { lines: proposals, references, freedByEffect: freedBy(out, estimates, slotSets), freed: freedBy(gone, estimates, slotSets) };
}

function effectOf(lines: readonly Estimate[], index: number): number {
  return (lines[index] as Estimate).effect.mean;
}

/** A line of which nothing was decided is never proposed: only its prior speaks. */
function isEvident({ tally }: Estimate): boolean {
  return tally.reduced + tally.upheld > 0;
}

/** P(E < R), from the draws of E. */
export function shareBelow({ draws }: Estimates, index: number, reference: number): number {
  let below = 0;
  for (let i = index * DRAWS; i < (index + 1) * DRAWS; i++) if ((draws[i] as number) < reference) below++;
  return below / DRAWS;
}

function isBelow(estimates: Estimates, index: number, reference: number, certainty: number): boolean {
  return effectOf(estimates.lines, index) < reference && shareBelow(estimates, index, reference) >= certainty;
}

/** What a slot brings in each limit group, over the lines that stay. */
function referencesOf(lines: readonly Estimate[], out: ReadonlySet<number>): [number, number, number] {
  const slots = [0, 0, 0];
  const effects = [0, 0, 0];
  lines.forEach(({ slots: { byGroup }, effect }, index) => {
    if (out.has(index)) return;
    byGroup.forEach((share, group) => {
      slots[group] = (slots[group] as number) + share;
      effects[group] = (effects[group] as number) + share * effect.mean;
    });
  });
  return slots.map((share, group) => (share === 0 ? 0 : (effects[group] as number) / share)) as [number, number, number];
}

/** The reference of a line in several groups: weighted by its slots there. */
function referenceOf({ slots: { byGroup } }: Estimate, references: readonly number[]): number {
  const share = byGroup[0] + byGroup[1] + byGroup[2];
  return share === 0 ? 0 : byGroup.reduce((sum, each, group) => sum + each * (references[group] as number), 0) / share;
}

/** The part of a line's slots that becomes free with it. */
export function freedShare(line: Estimate, index: number, slotSets: SlotSets, isExcluded: (line: number) => boolean): number {
  const { alone, applications } = line.tally;
  return applications === 0 ? 0 : (line.slots.share * (alone + slotSets.sharedFree(index, isExcluded))) / applications;
}

export function freedBy(out: ReadonlySet<number>, { lines }: Estimates, slotSets: SlotSets): number {
  let freed = 0;
  for (const index of out) freed += freedShare(lines[index] as Estimate, index, slotSets, (each) => out.has(each));
  return freed;
}

/** The first lines of an order whose freed slots stay within a share; one that is too large is passed over. */
function within(share: number, order: readonly number[], { lines }: Estimates, slotSets: SlotSets): ReadonlySet<number> {
  const slotsEach = (index: number): number => {
    const { slots, tally } = lines[index] as Estimate;
    return tally.applications === 0 ? 0 : slots.share / tally.applications;
  };
  const out = new Set<number>();
  const taking = slotSets.takeOut(slotsEach);
  let freed = 0;
  for (const index of order) {
    const more = slotsEach(index) * (lines[index] as Estimate).tally.alone + taking.freedWith(index);
    if (freed + more > share) continue;
    taking.take(index);
    out.add(index);
    freed += more;
  }
  return out;
}

function upholdTest(line: Estimate, { threshold, thresholdCertainty, fewestDecided }: Policy): { isOver: boolean; probability: number } {
  if (upholdSeen(line.tally).of < fewestDecided) return { isOver: false, probability: 0 };
  const probability = probabilityAbove(line.uphold, threshold);
  return { isOver: probability >= thresholdCertainty, probability };
}

function verdictOf(line: Estimate, isOut: boolean, belowReference: number, { keepBelow }: Policy): Verdict {
  if (line.isDormant) return 'dormant';
  if (isOut) return 'exclude';
  return belowReference < keepBelow ? 'keep' : 'watch';
}

function watchReason(line: Estimate, isQualifying: boolean, reference: number, policy: Policy): { reason: WatchReason; further: number | null } {
  if (isQualifying) return { reason: 'limit_reached', further: null };
  const further = furtherDecided(line, reference, policy);
  if (!isEvident(line)) return { reason: 'no_evidence', further };
  return { reason: further === null ? 'about_average' : 'needs_more', further };
}
