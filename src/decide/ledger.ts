import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { monthsLater } from './learning.ts';

/** 提案 → 承認 → 除外中 → 解除, or 却下. */
export const STATUSES = ['proposed', 'approved', 'in_force', 'lifted', 'rejected'] as const;
export type Status = (typeof STATUSES)[number];

/** Where each status may lead. */
export const NEXT_STATUSES: Readonly<Record<Status, readonly Status[]>> = {
  proposed: ['approved', 'rejected'],
  approved: ['in_force', 'lifted'],
  in_force: ['lifted'],
  lifted: [],
  rejected: [],
};

/** What was known when an exclusion was proposed. Points a slot with their 90 % interval. */
export interface FiguresThen {
  readonly applications: number;
  readonly decided: number;
  readonly upheld: number;
  readonly effect: number;
  readonly lower: number;
  readonly upper: number;
  readonly belowReference: number;
}

export interface Step {
  readonly status: Status;
  /** `2024-06-30`. */
  readonly on: string;
  readonly who: string;
  readonly note: string;
}

/** An exclusion from its proposal to its end. Months are yyyymm. */
export interface LedgerEntry {
  readonly id: number;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  /** Null: whatever the check type. */
  readonly checkType: string | null;
  readonly status: Status;
  readonly reason: string;
  /** First month in which it holds; null before it is approved. */
  readonly from: number | null;
  /** Last month; null while it is open. */
  readonly to: number | null;
  /** 見直し期限: an excluded item earns no new evidence. */
  readonly reviewBy: number | null;
  /** Applications a month that may still go out to learn. */
  readonly trialQuota: number;
  /** Code that took its place where the fee schedule changed. */
  readonly successor: string | null;
  readonly figures: FiguresThen | null;
  /** Oldest first; the last one gives the status. */
  readonly steps: readonly Step[];
}

const MONTHS_TO_REVIEW = 6;

/** What a proposal starts from. */
export type NewEntry = Pick<LedgerEntry, 'kind' | 'code' | 'name' | 'checkType' | 'reason' | 'figures'>;

/** The ledger with one more proposal. @returns `already_excluded` where the item has one that has not ended */
export function enter(ledger: readonly LedgerEntry[], entry: NewEntry, step: Omit<Step, 'status'>): Outcome<readonly LedgerEntry[]> {
  const open = ledger.find((each) => isOpen(each) && each.kind === entry.kind && each.code === entry.code && each.checkType === entry.checkType);
  if (open !== undefined) return failed(failure('already_excluded', { name: entry.name || entry.code }));
  const id = ledger.reduce((last, each) => Math.max(last, each.id), 0) + 1;
  const blank = { from: null, to: null, reviewBy: null, trialQuota: 0, successor: null };
  return done([...ledger, { id, ...entry, status: 'proposed', ...blank, steps: [{ ...step, status: 'proposed' }] }]);
}

export function isOpen({ status }: LedgerEntry): boolean {
  return NEXT_STATUSES[status].length > 0;
}

/**
 * The entry after a further step. Approved, it holds from `month` and is due for review six months later; lifted, it
 * holds until the month before `month`.
 * @returns `step_not_allowed` where its status does not lead there
 */
export function advance(entry: LedgerEntry, step: Step, month: number): Outcome<LedgerEntry> {
  if (!NEXT_STATUSES[entry.status].includes(step.status)) {
    return failed(failure('step_not_allowed', { from: entry.status, to: step.status }));
  }
  const next = { ...entry, status: step.status, steps: [...entry.steps, step] };
  if (step.status === 'approved') return done({ ...next, from: month, reviewBy: monthsLater(month, MONTHS_TO_REVIEW) });
  if (step.status === 'lifted') return done({ ...next, to: monthsLater(month, -1) });
  return done(next);
}

/** What is excluded in a month: approved or in force by then, and not yet at its end. */
export function inForce(ledger: readonly LedgerEntry[], month: number): readonly LedgerEntry[] {
  return ledger.filter(({ from, to }) => from !== null && from <= month && (to === null || month <= to));
}

/** Whether an open exclusion has reached its review date. */
export function isDue(entry: LedgerEntry, month: number): boolean {
  return isOpen(entry) && entry.reviewBy !== null && entry.reviewBy <= month;
}

/** Applications that named an excluded item in one month. */
export interface Violation {
  readonly entry: LedgerEntry;
  readonly month: number;
  readonly applications: number;
  /** Of them within the trial quota. */
  readonly trials: number;
  readonly violations: number;
}

/** @param applicationsOf applications of an entry's item and check type, by month (yyyymm) */
export function violationsOf(
  ledger: readonly LedgerEntry[],
  applicationsOf: (entry: LedgerEntry) => ReadonlyMap<number, number>,
): readonly Violation[] {
  return ledger.flatMap((entry) =>
    [...applicationsOf(entry)]
      .filter(([month, applications]) => applications > 0 && inForce([entry], month).length > 0)
      .toSorted(([a], [b]) => a - b)
      .map(([month, applications]) => {
        const trials = Math.min(applications, entry.trialQuota);
        return { entry, month, applications, trials, violations: applications - trials };
      }),
  );
}
