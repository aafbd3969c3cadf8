import { ENDING, type Learning, isKnown, monthsLater, requestMonths } from './learning.ts';

/** One month of application, and as a month of review what is due from it. */
export interface CalendarMonth {
  /** yyyymm. */
  readonly month: number;
  readonly applications: number;
  /** Those without a result yet. */
  readonly pending: number;
  /** At most {@link MOST_PENDING} of its applications are 未決. */
  readonly isComplete: boolean;
  /** What was reviewed in this month is applied for by the middle of that one (audit month M → mid M + 3). */
  readonly applyBy: number;
  /** The last month in which it may be applied for (within six months of the review). */
  readonly lastChance: number;
}

/** A month is complete when at most this share of its applications is 未決. */
export const MOST_PENDING = 0.02;
const MONTHS_TO_APPLY = 3;
const MONTHS_TO_LAST_CHANCE = 6;

/** The months with an application up to `through`, ascending, as they stood at its end. */
export function calendar(learning: Learning, through: number | null = null): readonly CalendarMonth[] {
  const { applications } = learning;
  const counts = new Map(requestMonths(learning, through).map((month) => [month, { applications: 0, pending: 0 }]));
  for (let i = 0; i < applications.size; i++) {
    const count = counts.get(applications.requestMonth[i] as number);
    if (count === undefined) continue;
    count.applications++;
    if (applications.ending[i] === ENDING.pending || !isKnown(applications.resultMonth[i] as number, through)) count.pending++;
  }
  return [...counts].map(([month, { applications: all, pending }]) => ({
    month,
    applications: all,
    pending,
    isComplete: pending <= all * MOST_PENDING,
    applyBy: monthsLater(month, MONTHS_TO_APPLY),
    lastChance: monthsLater(month, MONTHS_TO_LAST_CHANCE),
  }));
}

/** The first of the last three complete months (yyyymm): a line without an application since then is 休眠. Null: fewer. */
export function dormantBefore(months: readonly CalendarMonth[]): number | null {
  return months.filter(({ isComplete }) => isComplete).at(-3)?.month ?? null;
}
