import { normalisedKey } from '../classify/application-list.ts';
import type { JoinedList } from './applications-joined.ts';

/** A line of the list whose application has no result record yet. */
export interface WaitingLine {
  /** Place in the list. */
  readonly place: number;
  /** Number of its application, behind those of the loaded records. */
  readonly application: number;
}

/**
 * The listed applications without a result record: those whose key, or whose month of that key, is not loaded. A line
 * without a key, or one whose key stands for several claims, cannot be told to have none and is left out.
 * @param applications number of the loaded ones
 */
export function waitingApplications({ list, join }: JoinedList, applications: number): readonly WaitingLine[] {
  const numbers = new Map<string, number>();
  return list.flatMap(({ key, month }, place) => {
    if (join[place] !== 'unknown_key' && join[place] !== 'other_month') return [];
    const identity = `${String(month)} ${normalisedKey(key)}`;
    const number = numbers.get(identity) ?? applications + numbers.size;
    numbers.set(identity, number);
    return [{ place, application: number }];
  });
}
