import { AXES } from '../../messages/ja.ts';
import { paperDate, paperMonth } from '../../messages/calendar.ts';
import { COVER, PAPER, SHEETS } from '../../messages/report-texts.ts';
import type { Scope } from '../../metrics/scope.ts';
import type { Block } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';
import { HEADLINE_METRICS, headlineTable } from './headline.ts';

/** 表紙: what is handed in, by whom, about when. */
export function coverBlocks(input: ReportInput): Block[] {
  const { setting, scope, madeAt } = input;
  const filled = (text: string): string => (text === '' ? COVER.unfilled : text);
  return [
    {
      kind: 'facts',
      facts: [
        [COVER.facts.period, COVER.period(AXES[scope.axis], periodText(scope, input))],
        [COVER.facts.insurer, filled(setting.insurer)],
        [COVER.facts.contractor, filled(setting.contractor)],
        [COVER.facts.date, setting.date === '' ? paperDate(madeAt, setting.calendar) : setting.date],
        [COVER.facts.remarks, filled(setting.remarks)],
        [COVER.contents, Object.values(SHEETS).slice(1).join('\n')],
      ],
    },
    ...(setting.least === null ? [] : [{ kind: 'text' as const, text: PAPER.hidden(setting.least) }]),
    headlineTable(COVER.summary, HEADLINE_METRICS, input),
  ];
}

/** The months the report is about: those of the scope, an open end being the first or last month with records. */
export function periodText(scope: Scope, { loaded, setting }: Pick<ReportInput, 'loaded' | 'setting'>): string {
  const present = scope.axis === 'request' ? loaded.requestMonths : loaded.resultMonths;
  const from = scope.from ?? present[0];
  const to = scope.to ?? present.at(-1);
  if (from === undefined || to === undefined) return PAPER.all;
  return PAPER.to(paperMonth(from, setting.calendar), paperMonth(to, setting.calendar));
}
