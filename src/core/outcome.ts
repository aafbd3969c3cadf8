import type { Failure } from './failure.ts';

/**
 * What an operation that may be refused gives back. Failures are plain data, so they cross threads whole;
 * exceptions are left to bugs.
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(failure: Failure): Outcome<never> {
  return { ok: false, failure };
}
