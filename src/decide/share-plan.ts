import type { Estimate } from './estimate.ts';

export interface SharePlan {
  /** Share of the applications of all check types together, 0 to 1. */
  readonly today: number;
  readonly proposed: number;
}

/**
 * The shares that bring most when none moves by more than `allowed` (0 to 1) from today's: each starts as low as it may,
 * and what is left goes to those that bring most a slot.
 * @returns in the order of the lines; they add up to what today's add up to
 */
export function planShares(lines: readonly Estimate[], allowed: number): readonly SharePlan[] {
  const all = lines.reduce((sum, { slots }) => sum + slots.share, 0);
  const today = lines.map(({ slots }) => (all === 0 ? 0 : slots.share / all));
  const proposed = today.map((share) => Math.max(0, share - allowed));
  let left = 1 - proposed.reduce((sum, share) => sum + share, 0);
  const best = lines.map((_, index) => index).toSorted((a, b) => (lines[b]?.effect.mean ?? 0) - (lines[a]?.effect.mean ?? 0) || a - b);
  for (const index of best) {
    const room = Math.min(1, (today[index] as number) + allowed) - (proposed[index] as number);
    const more = Math.max(0, Math.min(room, left));
    proposed[index] = (proposed[index] as number) + more;
    left -= more;
  }
  return today.map((share, index) => ({ today: share, proposed: proposed[index] as number }));
}

/** Points a slot, over all lines at these shares. */
export function effectAt(lines: readonly Estimate[], shares: readonly number[]): number {
  return lines.reduce((sum, { effect }, index) => sum + effect.mean * (shares[index] ?? 0), 0);
}
