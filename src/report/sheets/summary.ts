import { paperMonth } from '../../messages/calendar.ts';
import { PAPER, SUMMARY_SHEET } from '../../messages/report-texts.ts';
import { byMonth } from '../../metrics/line-order.ts';
import type { PublishedTable } from '../anonymise/published.ts';
import { monthsChart } from '../charts/months-chart.ts';
import { type Block, type Section, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';
import { INSPECTED_METRICS, MONTH_METRICS, inspectedOver } from '../table-files.ts';
import { figureCells, figureColumns } from './figure-cells.ts';

const METRICS_SHOWN = [...MONTH_METRICS, ...INSPECTED_METRICS];

/** 結果総括（イ）: month × result on both axes, the report's own first. */
export function summaryBlocks(input: ReportInput): Block[] {
  const { byRequestMonth, byResultMonth, scope, inspected } = input;
  const columns = [{ title: PAPER.month, format: 'text' as const, width: 14 }, ...figureColumns(METRICS_SHOWN, false)];
  return [
    { kind: 'text', text: SUMMARY_SHEET.note },
    { kind: 'picture', drawing: monthsChart(input) },
    table(SUMMARY_SHEET.chart, columns, [
      monthSection(PAPER.axes.result, byResultMonth, input, () => null, null),
      monthSection(PAPER.axes.request, byRequestMonth, input, (month) => inspected.get(month) ?? null, inspectedOver(byRequestMonth, scope, inspected)),
    ]),
  ];
}

function monthSection(
  heading: string,
  { lines, total, hiddenInTotal }: PublishedTable,
  { denominator, setting }: ReportInput,
  inspectedIn: (month: number) => number | null,
  inspectedInTotal: number | null,
): Section {
  const around = { total, denominator, isSplit: false, hiddenInTotal };
  const rows = byMonth(lines).map(({ line, figures, hidden }) => ({
    cells: [
      line === 0 ? PAPER.blankMonth : paperMonth(line, setting.calendar),
      ...figureCells(METRICS_SHOWN, figures, hidden, { ...around, inspected: inspectedIn(line) }),
    ],
    look: 'line' as const,
  }));
  const totals = figureCells(METRICS_SHOWN, total, hiddenInTotal, { ...around, inspected: inspectedInTotal });
  return { heading, rows: [...rows, { cells: [PAPER.total, ...totals], look: 'total' }] };
}
