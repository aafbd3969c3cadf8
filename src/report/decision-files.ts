import type { BacktestMonth, BacktestTotals, Trial } from '../decide/backtest.ts';
import { overall } from '../decide/backtest.ts';
import type { DecidedLine } from '../decide/decided-line.ts';
import { type LedgerEntry, inForce } from '../decide/ledger.ts';
import type { Policy } from '../decide/policy.ts';
import { formatMonth } from '../core/months.ts';
import { VERDICT_TEXTS, overrideText, reasonText } from '../messages/decide-texts.ts';
import { denominatorOf } from '../metrics/catalogue.ts';
import { decided } from '../metrics/figures.ts';
import type { Denominator } from '../metrics/scope.ts';
import { type CsvCell, csvFile, numberCell, textCell } from './csv.ts';
import { fileValue } from './format-value.ts';

const SHARE_PLACES = 4;
const POINTS_PLACES = 2;

const DECISIONS_HEAD = [
  '種類', 'コード', '名称', '判断', '根拠', '理由', '申出件数', '結果判明件数', '原審率', '医学的原審確率', '査定確率', '査定確率下限',
  '査定確率上限', '期待効果点数', '期待効果点数下限', '期待効果点数上限', '平均未満確率', '枠割合', '空く件数', '効果差',
];

/** `decisions.csv`: a line an item, in the order of `items.csv`. */
export function decisionsFile(
  lines: readonly DecidedLine[],
  policy: Policy,
  dormantBefore: number | null,
  denominator: Denominator,
): string {
  return csvFile(DECISIONS_HEAD, lines.map((line) => decisionCells(line, policy, dormantBefore, denominator)));
}

function decisionCells(each: DecidedLine, policy: Policy, dormantBefore: number | null, denominator: Denominator): readonly CsvCell[] {
  const { line, estimate, proposal, verdict, override } = each;
  const { kind, code, name, figures } = line;
  const upheldRate = fileValue({ kind: 'ratio', numerator: figures.upheld, denominator: denominatorOf(figures, denominator) });
  const shares = (...values: readonly number[]): readonly CsvCell[] => values.map((value) => numberCell(rounded(value, SHARE_PLACES)));
  const points = (...values: readonly number[]): readonly CsvCell[] => values.map((value) => numberCell(rounded(value, POINTS_PLACES)));
  return [
    textCell(kind),
    textCell(code),
    textCell(name),
    textCell(VERDICT_TEXTS[verdict]),
    textCell(basisText(each)),
    textCell(override === null ? reasonText(each, policy, dormantBefore) : overrideText(each)),
    numberCell(String(figures.applications)),
    numberCell(String(decided(figures))),
    numberCell(upheldRate),
    ...shares(estimate.uphold.mean, estimate.chance.mean, estimate.chance.lower, estimate.chance.upper),
    ...points(estimate.effect.mean, estimate.effect.lower, estimate.effect.upper),
    ...shares(proposal.belowReference, estimate.slots.share),
    ...points(proposal.freedSlots, proposal.gain),
  ];
}

/** By which rules a line is proposed: A, B, A+B; empty where by none. */
export function basisText({ proposal: { byUphold, byEffect } }: DecidedLine): string {
  return [...(byUphold ? ['A'] : []), ...(byEffect ? ['B'] : [])].join('+');
}

/** Decimals as files have them; a zero has no sign. */
function rounded(value: number, places: number): string {
  const text = value.toFixed(places);
  return Number(text) === 0 ? (0).toFixed(places) : text;
}

/** `backtest.json`, as DECIDE gives it. */
export function backtestFile(months: readonly BacktestMonth[]): string {
  const { naive, ...totals } = overall(months);
  const file = {
    months: months.map((each) => ({
      month: formatMonth(each.month),
      learnedThrough: formatMonth(each.learnedThrough),
      ...trialFigures(each, each),
      naive: trialFigures(each, each.naive),
    })),
    overall: { ...totalFigures(totals), naive: totalFigures(naive) },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function trialFigures(month: BacktestMonth, trial: Trial): Record<string, unknown> {
  return {
    excluded: trial.excluded,
    freed: trial.freed,
    applications: month.applications,
    endedShare: decimal(month.endedShare, SHARE_PLACES),
    effectPerSlotAll: decimal(month.effectPerSlotAll, POINTS_PLACES),
    effectPerSlotKept: decimal(trial.effectPerSlotKept, POINTS_PLACES),
    effectPerSlotExcluded: decimal(trial.effectPerSlotExcluded, POINTS_PLACES),
  };
}

function totalFigures(totals: BacktestTotals): Record<string, unknown> {
  return {
    months: totals.months,
    freed: totals.freed,
    applications: totals.applications,
    effectPerSlotAll: decimal(totals.effectPerSlotAll, POINTS_PLACES),
    effectPerSlotKept: decimal(totals.effectPerSlotKept, POINTS_PLACES),
    effectPerSlotExcluded: decimal(totals.effectPerSlotExcluded, POINTS_PLACES),
    judgedItems: totals.judged,
    belowMean: totals.below,
  };
}

function decimal(value: number | null, places: number): number | null {
  return value === null ? null : Number(value.toFixed(places));
}

const EXCLUSIONS_HEAD = ['種類', 'コード', '名称', '点検区分', '適用開始', '適用終了', '理由'];

/** What is excluded in a month, for the inspection system. */
export function exclusionsFile(ledger: readonly LedgerEntry[], month: number): string {
  return csvFile(
    EXCLUSIONS_HEAD,
    inForce(ledger, month).map(({ kind, code, name, checkType, from, to, reason }) =>
      [kind, code, name, checkType ?? '', from === null ? '' : formatMonth(from), to === null ? '' : formatMonth(to), reason].map(textCell),
    ),
  );
}
