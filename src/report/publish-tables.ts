import { anonymise } from './anonymise/anonymise.ts';
import { isSmall } from './anonymise/hide-total.ts';
import { type PublishedTable, published } from './anonymise/published.ts';
import type { ReportTables } from './gather-tables.ts';
import type { ReportInput } from './report-input.ts';

export type PublishedTables = Pick<ReportInput, 'byRequestMonth' | 'byResultMonth' | 'byItem' | 'byCheckType' | 'change'>;

/** The tables as they are handed out. @param least null publishes everything */
export async function publishTables({ change, ...tables }: ReportTables, least: number | null): Promise<PublishedTables> {
  const { byRequestMonth, byResultMonth, byItem, byCheckType } = tables;
  const all = [byRequestMonth, byResultMonth, byItem, byCheckType];
  const [request, result, item, checkType] = (least === null ? all.map(published) : await anonymise(all, least)) as [
    PublishedTable,
    PublishedTable,
    PublishedTable,
    PublishedTable,
  ];
  return { byRequestMonth: request, byResultMonth: result, byItem: item, byCheckType: checkType, change: publishChange(change, [request, result], least) };
}

/** Two months beside one another are shown whole or not at all: their counts add up to those of the months' tables. */
function publishChange(change: ReportTables['change'], byMonth: readonly PublishedTable[], least: number | null): PublishedTables['change'] {
  if (change === null) return null;
  const { now, then, ...months } = change;
  if (least !== null) {
    const isAnySmall = [now, then].some(({ lines }) => lines.some(({ figures }) => isSmall(figures.applications, least)));
    const isMonthHidden = byMonth.some(({ lines }) =>
      lines.some(({ line, hidden }) => (line === months.month || line === months.before) && hidden.has('applications')),
    );
    if (isAnySmall || isMonthHidden) return 'hidden';
  }
  return { ...months, now: published(now), then: published(then) };
}
