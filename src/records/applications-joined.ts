import { type ListedApplication, normalisedKey } from '../classify/application-list.ts';
import type { ClaimKeys, ClaimOfKey } from './claim-keys.ts';

/** How a line of the list was joined, or why it was not. */
export const JOINS = ['exact', 'normalised', 'no_key', 'unknown_key', 'other_month', 'ambiguous'] as const;
export type Join = (typeof JOINS)[number];

/** Joined lines; the others are unmatched. */
export const MATCHED: readonly Join[] = ['exact', 'normalised'];

/** The list of applications joined with the loaded ones. */
export interface JoinedList {
  readonly list: readonly ListedApplication[];
  /** For each line of the list. */
  readonly join: readonly Join[];
  /** For each loaded application the lines that name it, by their place in the list; none where it is unlisted. */
  readonly linesOf: ReadonlyMap<number, readonly number[]>;
}

/**
 * Joins a list in two passes (CLASSIFY, "Items" 1): on the key as written; lines that are left, on the normalised key.
 * Where a line names a month, only applications of that month are its own; where it names none, all of its claim.
 */
export function joinApplications(list: readonly ListedApplication[], keys: ClaimKeys): JoinedList {
  const linesOf = new Map<number, number[]>();
  const join = list.map((line, place): Join => {
    const { join: found, applications } = findApplications(line, keys);
    for (const application of applications) {
      const lines = linesOf.get(application);
      if (lines === undefined) linesOf.set(application, [place]);
      else lines.push(place);
    }
    return found;
  });
  return { list, join, linesOf };
}

function findApplications({ key, month }: ListedApplication, keys: ClaimKeys): { join: Join; applications: readonly number[] } {
  if (normalisedKey(key) === '') return { join: 'no_key', applications: [] };
  const exact = keys.exactly(key);
  const asWritten = exact === undefined ? [] : ofMonth(exact, month);
  if (asWritten.length > 0) return { join: 'exact', applications: asWritten };
  const nearly = keys.nearly(key);
  const alike = nearly.map((claim) => ofMonth(claim, month)).filter((applications) => applications.length > 0);
  const [only] = alike;
  if (alike.length > 1) return { join: 'ambiguous', applications: [] };
  if (only !== undefined) return { join: 'normalised', applications: only };
  return { join: nearly.length > 0 ? 'other_month' : 'unknown_key', applications: [] };
}

function ofMonth({ months }: ClaimOfKey, wanted: number): readonly number[] {
  return [...months].flatMap(([application, month]) => (wanted === 0 || month === wanted ? [application] : []));
}
