import type { ExcludedClaim } from '../classify/exclusion-list.ts';
import type { ClaimKeys } from './claim-keys.ts';

/** The claims an insurer excludes (点検除外データ), matched exactly with the loaded ones. */
export interface ExcludedClaims {
  readonly keys: ReadonlySet<string>;
  /** The loaded applications of excluded claims, ascending. */
  readonly applications: ReadonlySet<number>;
  /** Keys without a loaded application, in the order of the list. */
  readonly unmatched: readonly ExcludedClaim[];
}

export function matchExclusions(list: readonly ExcludedClaim[], keys: ClaimKeys): ExcludedClaims {
  const found = list.map((each) => keys.exactly(each.key));
  return {
    keys: new Set(list.map(({ key }) => key)),
    applications: new Set(found.flatMap((claim) => (claim === undefined ? [] : [...claim.months.keys()])).toSorted((a, b) => a - b)),
    unmatched: list.filter((_, place) => found[place] === undefined),
  };
}
