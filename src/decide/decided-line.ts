import type { Line } from '../metrics/figures.ts';
import type { Estimate, Estimates } from './estimate.ts';
import { lineKey } from './learning.ts';
import type { Proposal, Proposals, Verdict } from './propose.ts';
import type { Override } from './settings-file.ts';

/** A line of the item table with what was learned, proposed and decided about it. */
export interface DecidedLine {
  /** As the item table of the same scope has it. */
  readonly line: Line;
  /** `種類:コード`. */
  readonly key: string;
  readonly estimate: Estimate;
  readonly proposal: Proposal;
  /** The user's own decision; null where the proposal stands. */
  readonly override: Override | null;
  /** What holds: the user's decision, else the proposal. */
  readonly verdict: Verdict;
}

/** Joins the item table with the estimates of the same scope; lines without an item are left out. */
export function decideLines(
  table: readonly Line[],
  estimates: Estimates,
  proposals: Proposals,
  overrides: readonly Override[],
): readonly DecidedLine[] {
  const places = new Map(estimates.lines.map(({ line }, place) => [line, place]));
  const chosen = new Map(overrides.map((override) => [override.item, override]));
  return table.flatMap((line) => {
    const place = places.get(line.line);
    const estimate = place === undefined ? undefined : estimates.lines[place];
    const proposal = place === undefined ? undefined : proposals.lines[place];
    if (estimate === undefined || proposal === undefined) return [];
    const key = lineKey(estimate);
    const override = chosen.get(key) ?? null;
    return [{ line, key, estimate, proposal, override, verdict: override?.verdict ?? proposal.verdict }];
  });
}
