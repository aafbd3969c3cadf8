import type { DecidedLine } from '../decide/decided-line.ts';
import type { LedgerEntry } from '../decide/ledger.ts';
import type { Policy } from '../decide/policy.ts';
import { STATUS_TEXTS } from '../messages/decide-screen-texts.ts';
import { overrideText, reasonText } from '../messages/decide-texts.ts';
import type { LedgerLine, ProposedExclusion } from './report-input.ts';

/** What was decided about the lines of a scope, and by which rules. */
export interface Decided {
  readonly lines: readonly DecidedLine[];
  readonly policy: Policy;
  /** yyyymm; null where no month is complete. */
  readonly dormantBefore: number | null;
}

/** The lines to be excluded, with their reason and, where the ledger has them, their latest status. */
export function proposedExclusions({ lines, policy, dormantBefore }: Decided, ledger: readonly LedgerEntry[]): readonly ProposedExclusion[] {
  return lines
    .filter(({ verdict }) => verdict === 'exclude')
    .map((each) => {
      const { kind, code, name } = each.line;
      const entry = ledger.findLast((of) => of.kind === kind && of.code === code);
      const reason = each.override === null ? reasonText(each, policy, dormantBefore) : overrideText(each);
      return { kind, code, name, reason, status: entry === undefined ? '' : STATUS_TEXTS[entry.status] };
    });
}

/** The ledger as 除外一覧 has it, in its order. */
export function ledgerLines(ledger: readonly LedgerEntry[]): readonly LedgerLine[] {
  return ledger.map(({ kind, code, name, checkType, status, from, to, reason, reviewBy }) => ({
    kind,
    code,
    name,
    checkType: checkType ?? '',
    status: STATUS_TEXTS[status],
    from,
    to,
    reason,
    review: reviewBy,
  }));
}
