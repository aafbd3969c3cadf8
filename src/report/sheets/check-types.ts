import { paperMonth } from '../../messages/calendar.ts';
import { CHECK_TYPE_SHEET, PAPER } from '../../messages/report-texts.ts';
import { byApplications } from '../../metrics/line-order.ts';
import { checkTypesChart } from '../charts/check-types-chart.ts';
import { type Block, type Cell, table } from '../paper.ts';
import type { CheckTypeChange, ReportInput } from '../report-input.ts';
import { LINE_METRICS } from '../table-files.ts';
import { figureCells, figureColumns } from './figure-cells.ts';

/** 点検区分別（エ）: the table, and how the shares moved against the month before. */
export function checkTypeBlocks(input: ReportInput): Block[] {
  const { byCheckType, denominator, change, setting } = input;
  const { total, hiddenInTotal } = byCheckType;
  const around = { total, denominator, isSplit: false, inspected: null, hiddenInTotal };
  const rows = byApplications(byCheckType.lines).map(({ name, figures, hidden }) => ({
    cells: [name, ...figureCells(LINE_METRICS, figures, hidden, around)],
    look: 'line' as const,
  }));
  const totals = figureCells(LINE_METRICS, total, hiddenInTotal, around);
  return [
    { kind: 'text', text: CHECK_TYPE_SHEET.note },
    { kind: 'picture', drawing: checkTypesChart(input) },
    ...(change === null || change === 'hidden'
      ? [{ kind: 'text' as const, text: change === null ? CHECK_TYPE_SHEET.noChange : CHECK_TYPE_SHEET.hiddenChange }]
      : [changeTable(change, setting.calendar)]),
    table(
      '',
      [{ title: CHECK_TYPE_SHEET.head, format: 'text', width: 14 }, ...figureColumns(LINE_METRICS, false)],
      [{ heading: null, rows: [...rows, { cells: [PAPER.total, ...totals], look: 'total' }] }],
    ),
  ];
}

function changeTable({ month, before, now, then }: CheckTypeChange, calendar: ReportInput['setting']['calendar']): Block {
  const { heads } = CHECK_TYPE_SHEET;
  const names = [...new Set([...byApplications(now.lines), ...byApplications(then.lines)].map(({ name }) => name))];
  const cells = (name: string): Cell[] => {
    const [counted, before_] = [now, then].map(({ lines }) => lines.find((each) => each.name === name)?.figures.applications ?? 0) as [number, number];
    const shares = [share(counted, now.total.applications), share(before_, then.total.applications)] as const;
    const difference = shares[0] === null || shares[1] === null ? null : Math.round((shares[0] - shares[1]) * 1000) / 10;
    return [name, counted, before_, ...shares, difference];
  };
  return table(
    CHECK_TYPE_SHEET.change(paperMonth(month, calendar), paperMonth(before, calendar)),
    [
      { title: CHECK_TYPE_SHEET.head, format: 'text', width: 14 },
      { title: heads.now, format: 'count', width: 8 },
      { title: heads.before, format: 'count', width: 8 },
      { title: heads.shareNow, format: 'ratio', width: 8 },
      { title: heads.shareBefore, format: 'ratio', width: 8 },
      { title: heads.difference, format: 'difference', width: 8 },
    ],
    [{ heading: null, rows: names.map((name) => ({ cells: cells(name), look: 'line' })) }],
  );
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
