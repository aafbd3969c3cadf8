import { type Signal, createSignal } from 'solid-js';
import type { MetricId } from '../metrics/catalogue.ts';

/** A column one can hide: a figure, or the months of a line drawn. */
export type HideableColumn = MetricId | 'trend';
/** A column one can order by: a name of the line or a figure. */
export type SortableColumn = 'kind' | 'code' | 'name' | MetricId;

export interface Sorting<Key extends string> {
  readonly key: Key;
  readonly isDescending: boolean;
}

/** How the user looks at a table: kept while the page is open, whatever screen is shown. */
export interface TableView {
  readonly sorting: Signal<Sorting<SortableColumn>>;
  readonly search: Signal<string>;
  readonly hidden: Signal<ReadonlySet<HideableColumn>>;
}

/** Both bounds are drawn in the cell of their rate. */
const HIDDEN_IF_WIDE: readonly HideableColumn[] = ['reducedRateLower', 'upheldRateLower'];
const HIDDEN_AT_FIRST: readonly HideableColumn[] = [
  ...HIDDEN_IF_WIDE,
  'share',
  'withdrawn',
  'outOfScope',
  'pending',
  'unclassified',
  'returnedEffect',
];
/** From this window width on, in CSS pixels, all others have room. */
const WIDE = 1840;

export function columnsHiddenAtFirst(): ReadonlySet<HideableColumn> {
  return new Set(innerWidth >= WIDE ? HIDDEN_IF_WIDE : HIDDEN_AT_FIRST);
}

export function createTableView(first: Sorting<SortableColumn>): TableView {
  return {
    sorting: createSignal(first),
    search: createSignal(''),
    hidden: createSignal(columnsHiddenAtFirst()),
  };
}

export interface TableViews {
  readonly byRequestMonth: TableView;
  readonly byResultMonth: TableView;
  readonly byItem: TableView;
  readonly byCheckType: TableView;
}

export function createTableViews(): TableViews {
  const byMonth = { key: 'name', isDescending: false } as const;
  const byApplications = { key: 'applications', isDescending: true } as const;
  return {
    byRequestMonth: createTableView(byMonth),
    byResultMonth: createTableView(byMonth),
    byItem: createTableView(byApplications),
    byCheckType: createTableView(byApplications),
  };
}
