import { byCodePoints, comparable } from '../../core/text.ts';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { VERDICTS } from '../../decide/propose.ts';
import { denominatorOf } from '../../metrics/catalogue.ts';
import type { Figures } from '../../metrics/figures.ts';
import type { Denominator } from '../../metrics/scope.ts';
import type { DecideColumn, LineFilter, Mark } from '../../state/create-decide-view.ts';
import type { Sorting } from '../../state/create-table-view.ts';
import { sortedBy } from '../parts/create-sort.ts';

const HAS_MARK: Readonly<Record<Mark, (line: DecidedLine) => boolean>> = {
  byUphold: ({ proposal }) => proposal.byUphold,
  byEffect: ({ proposal }) => proposal.byEffect,
  overridden: ({ override }) => override !== null,
  changing: ({ estimate }) => estimate.isChanging,
};

/** The lines a filter and a search leave. */
export function filtered(lines: readonly DecidedLine[], { verdict, kind, mark }: LineFilter, search: string): readonly DecidedLine[] {
  const text = comparable(search);
  return lines.filter(
    (each) =>
      (verdict === '' || each.verdict === verdict) &&
      (kind === '' || each.line.kind === kind) &&
      (mark === '' || HAS_MARK[mark](each)) &&
      (text === '' || comparable(`${each.line.code} ${each.line.name}`).includes(text)),
  );
}

const NUMBERS: Readonly<Record<Exclude<DecideColumn, 'name'>, (line: DecidedLine, denominator: Denominator) => number | null>> = {
  verdict: ({ verdict }) => VERDICTS.indexOf(verdict),
  applications: ({ line }) => line.figures.applications,
  upheldRate: ({ line }, denominator) => upheldRate(line.figures, denominator),
  uphold: ({ estimate }) => estimate.uphold.mean,
  effect: ({ estimate }) => estimate.effect.mean,
  below: ({ proposal }) => proposal.belowReference,
  gain: ({ proposal }) => proposal.gain,
};

/** Plain 原審率, as the item table has it; null over none. */
export function upheldRate(figures: Figures, denominator: Denominator): number | null {
  const of = denominatorOf(figures, denominator);
  return of === 0 ? null : figures.upheld / of;
}

export function inOrder(lines: readonly DecidedLine[], { key, isDescending }: Sorting<DecideColumn>, denominator: Denominator): readonly DecidedLine[] {
  if (key === 'name') return sortedBy(lines, ({ line }) => `${line.kind} ${line.code}`, byCodePoints, isDescending);
  return sortedBy(lines, (line) => NUMBERS[key](line, denominator), (a, b) => a - b, isDescending);
}
