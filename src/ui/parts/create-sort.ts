import { type Accessor, type Signal, createSignal } from 'solid-js';
import type { Sorting } from '../../state/create-table-view.ts';

/** Which column a table is ordered by. */
export interface SortState<Key extends string> {
  readonly sorting: Accessor<Sorting<Key>>;
  /** Orders by the column, the other way round where it already is. */
  by(key: Key, startsDescending: boolean): void;
  /** For `aria-sort`. */
  direction(key: Key): 'ascending' | 'descending' | 'none';
}

export function createSort<Key extends string>(first: Sorting<Key>): SortState<Key> {
  return sortBy(createSignal(first));
}

/** Ordered as is kept elsewhere. */
export function sortBy<Key extends string>([sorting, setSorting]: Signal<Sorting<Key>>): SortState<Key> {
  return {
    sorting,
    by(key, startsDescending) {
      const { key: before, isDescending } = sorting();
      setSorting({ key, isDescending: key === before ? !isDescending : startsDescending });
    },
    direction(key) {
      if (sorting().key !== key) return 'none';
      return sorting().isDescending ? 'descending' : 'ascending';
    },
  };
}

/** Orders by a value; what has none stands last either way, equal ones keep their order. */
export function sortedBy<T, V>(
  rows: readonly T[],
  valueOf: (row: T) => V | null,
  compare: (a: V, b: V) => number,
  isDescending: boolean,
): readonly T[] {
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}
