import { type Figures, decided } from '../../metrics/figures.ts';
import type { FigureName } from './published.ts';

/** What an application came to; of these the counts of a line add up. */
export const DECIDED_COUNTS = ['reduced', 'returned', 'upheld'] as const;
export const OTHER_COUNTS = ['withdrawn', 'outOfScope', 'pending', 'unclassified'] as const;
export const LEAF_COUNTS = [...DECIDED_COUNTS, ...OTHER_COUNTS] as const;
export type LeafCount = (typeof LEAF_COUNTS)[number];

/** What of the total is hidden in every table of a report, and what stands in for each small count. */
export interface TotalPattern {
  readonly hidden: ReadonlySet<FigureName>;
  /** The figures of the total that may change together with a small one, so that no table's possibilities exclude another's. */
  partners(count: LeafCount | 'decided'): ReadonlySet<FigureName>;
}

export function isSmall(count: number, least: number): boolean {
  return count > 0 && count < least;
}

/**
 * The counts of the total that are hidden because they are small, or because the small one could be computed from them.
 * The same for all tables of a report: they share the total.
 * @param least the smallest count that is published, beside 0; the total has at least as many applications
 */
export function hideTotal(total: Figures, least: number): TotalPattern {
  const hidden = new Set<FigureName>();
  const small = LEAF_COUNTS.filter((name) => isSmall(total[name], least));
  small.forEach((name) => hidden.add(name));
  if (isSmall(decided(total), least)) hidden.add('decided');
  const inside = small.some((name) => isDecidedCount(name)) && !hidden.has('decided') ? largeEnough(total, DECIDED_COUNTS, least) : null;
  if (inside !== null) hidden.add(inside);
  const isOutside = hidden.has('decided') || small.some((name) => !isDecidedCount(name));
  const outside = isOutside ? (largeEnough(total, OTHER_COUNTS, least) ?? largeEnough(total, DECIDED_COUNTS, least)) : null;
  if (outside !== null) {
    hidden.add(outside);
    if (isDecidedCount(outside)) hidden.add('decided');
  } else if (isOutside) for (const name of [...LEAF_COUNTS, 'decided'] as const) hidden.add(name);
  return {
    hidden,
    partners(count) {
      const isInside = count !== 'decided' && isDecidedCount(count) && inside !== null;
      const partner = isInside ? inside : outside;
      const own: FigureName[] = count === 'decided' ? [count, ...DECIDED_COUNTS.filter((name) => hidden.has(name))] : [count];
      if (partner === null) return new Set([...own, ...hidden]);
      const crosses = !isInside && hidden.has('decided');
      return new Set([...own, partner, ...(crosses ? (['decided'] as const) : [])]);
    },
  };
}

function isDecidedCount(name: LeafCount): boolean {
  return (DECIDED_COUNTS as readonly string[]).includes(name);
}

/** The smallest count that is not small itself; null where there is none. */
function largeEnough(total: Figures, names: readonly LeafCount[], least: number): LeafCount | null {
  const [first] = names.filter((name) => total[name] >= least).toSorted((a, b) => total[a] - total[b]);
  return first ?? null;
}
