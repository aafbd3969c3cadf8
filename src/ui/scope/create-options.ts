import { type Accessor, createMemo } from 'solid-js';

/** What one can choose in a field. */
export interface Option<T> {
  readonly value: T;
  readonly label: string;
}

/** The same options as long as they say the same, so that the field is not drawn anew with each change of the scope. */
export function createOptions<T>(options: Accessor<readonly Option<T>[]>): Accessor<readonly Option<T>[]> {
  return createMemo(options, undefined, { equals: areSame });
}

function areSame<T>(a: readonly Option<T>[], b: readonly Option<T>[]): boolean {
  return a.length === b.length && a.every((option, place) => isSame(option, b[place]));
}

function isSame<T>(a: Option<T>, b: Option<T> | undefined): boolean {
  return a.value === b?.value && a.label === b.label;
}
