import { FEE_TABLES, type FeeTable } from '../../classify/claim-codes.ts';
import { formatMonth } from '../../core/months.ts';
import { REVIEW_RESULTS, type ReviewResult } from '../../core/review-result.ts';
import { RESULTS, monthText } from '../../messages/ja.ts';
import { SCOPE } from '../../messages/result-texts.ts';
import type { Scope } from '../../metrics/scope.ts';
import type { Loaded } from '../../records/loaded.ts';
import type { Option } from './create-options.ts';

/** The loaded months of the axis, and the one chosen even where it is not loaded; first of all no bound. */
export function monthOptions(loaded: Loaded, scope: Scope, side: 'from' | 'to'): readonly Option<string>[] {
  const present = scope.axis === 'request' ? loaded.requestMonths : loaded.resultMonths;
  const chosen = scope[side];
  const waiting = scope.axis === 'request' && scope.countsListed ? (loaded.lists.applications?.waitingMonths ?? []) : [];
  const months = new Set([...present, ...waiting, ...(chosen === null ? [] : [chosen])]);
  return [
    { value: '', label: side === 'from' ? SCOPE.first : SCOPE.last },
    ...[...months].toSorted((a, b) => a - b).map((month) => ({ value: formatMonth(month), label: monthText(month) })),
  ];
}

export function feeTableOptions(loaded: Loaded, scope: Scope): readonly Option<FeeTable>[] {
  const codes = ([1, 2, 3, 4, 0] as const).filter((code) => loaded.feeTables.includes(code) || scope.feeTables?.includes(code) === true);
  return codes.map((value) => ({ value, label: FEE_TABLES[value] }));
}

export function checkTypeOptions(loaded: Loaded, scope: Scope): readonly Option<string>[] {
  return [...new Set([...loaded.checkTypes, ...(scope.checkTypes ?? [])])].map((name) => ({ value: name, label: name }));
}

export const RESULT_OPTIONS: readonly Option<ReviewResult>[] = REVIEW_RESULTS.map((value) => ({ value, label: RESULTS[value] }));
