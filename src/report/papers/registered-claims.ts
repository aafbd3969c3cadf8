import type { Scope } from '../../metrics/scope.ts';
import { EVERYTHING } from '../../metrics/scope.ts';
import type { Registered } from '../../records/registered-applications.ts';
import type { FeeTableCount } from './inspected-file.ts';

/** What 再審査申出登録件数 are counted from. */
export type RegisteredFrom =
  | { readonly kind: 'results' }
  | { readonly kind: 'list'; readonly lines: number; /** Applications of excluded claims that the scope leaves out. */ readonly leftOut: number };

/** 再審査申出登録件数. */
export interface RegisteredClaims {
  readonly from: RegisteredFrom;
  readonly counts: readonly FeeTableCount[];
  /** Each application once, by month: its records may stand under several fee tables. */
  readonly byMonth: ReadonlyMap<number, number>;
}

/**
 * The scope レセプト点検結果報告書 is about: its period is one of request months. A list of applications tells neither
 * results nor providers, so it is narrowed by period, fee table and excluded claims only.
 */
export function registrationScope(scope: Scope, hasList: boolean): Scope {
  const inMonths: Scope = { ...scope, axis: 'request', ...(scope.axis === 'request' ? {} : { from: null, to: null }) };
  if (!hasList) return inMonths;
  const { from, to, feeTables, keepsExcluded } = inMonths;
  return { ...EVERYTHING, from, to, feeTables, keepsExcluded };
}

/** Whether a month belongs to a period; no period holds the blank one. */
export function isInPeriod(month: number, { from, to }: Pick<Scope, 'from' | 'to'>): boolean {
  if (from === null && to === null) return true;
  return month !== 0 && month >= (from ?? month) && month <= (to ?? month);
}

/** 再審査申出登録件数 as the list has them. @param scope of {@link registrationScope} */
export function registeredInList({ lines, counts }: Registered, scope: Scope): RegisteredClaims {
  const inScope = counts.filter(({ month, feeTable }) => isInPeriod(month, scope) && scope.feeTables?.includes(feeTable) !== false);
  const kept = inScope.filter(({ isExcluded }) => scope.keepsExcluded || !isExcluded);
  const byMonth = new Map<number, number>();
  for (const { month, count } of kept) byMonth.set(month, (byMonth.get(month) ?? 0) + count);
  const sum = (all: readonly { readonly count: number }[]): number => all.reduce((total, { count }) => total + count, 0);
  return { from: { kind: 'list', lines, leftOut: sum(inScope) - sum(kept) }, counts: kept, byMonth };
}
