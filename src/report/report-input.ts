import type { Choices, Denominator, Scope } from '../metrics/scope.ts';
import type { Grain } from '../records/grain.ts';
import type { Loaded } from '../records/loaded.ts';
import type { PublishedTable } from './anonymise/published.ts';
import type { ReadingBasis } from './reading-basis.ts';
import type { ReportSetting } from './report-setting.ts';
import type { InspectedClaims } from './table-files.ts';

/** The check types of the newest month and of the one before it, on the axis of the scope. */
export interface CheckTypeChange {
  /** yyyymm. */
  readonly month: number;
  readonly before: number;
  readonly now: PublishedTable;
  readonly then: PublishedTable;
}

/** An item proposed for exclusion, as the decision and the ledger have it. */
export interface ProposedExclusion {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly reason: string;
  /** The ledger's status; empty where it is in no ledger. */
  readonly status: string;
}

/** A line of the ledger. Months are yyyymm; null where open. */
export interface LedgerLine {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly checkType: string;
  readonly status: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string;
  readonly review: number | null;
}

/** Everything 再審査申出結果報告書 is made from; plain data, so that it crosses threads. */
export interface ReportInput {
  readonly setting: ReportSetting;
  readonly scope: Scope;
  readonly choices: Choices;
  readonly denominator: Denominator;
  readonly grain: Grain;
  /** The scope in words. */
  readonly spokenScope: string;
  readonly loaded: Loaded;
  readonly basis: ReadingBasis;
  readonly byRequestMonth: PublishedTable;
  readonly byResultMonth: PublishedTable;
  readonly byItem: PublishedTable;
  readonly byCheckType: PublishedTable;
  /** Null where the scope has no two months in a row; `hidden` where 匿名化 does not let it be shown. */
  readonly change: CheckTypeChange | 'hidden' | null;
  readonly inspected: InspectedClaims;
  /** Null where nothing can be decided yet, and with 匿名化. */
  readonly proposed: readonly ProposedExclusion[] | null;
  /** Null with 匿名化. */
  readonly ledger: readonly LedgerLine[] | null;
  readonly madeAt: Date;
}
