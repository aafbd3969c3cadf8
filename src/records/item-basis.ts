/** How an item was found in a record; the first way that found it (METRICS, `recognised.csv`). */
export const BASES = ['code', 'name', 'rule', 'list', 'bracket'] as const;
export type Basis = (typeof BASES)[number];
