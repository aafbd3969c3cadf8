import { ITEM_SHEET, PAPER } from '../../messages/report-texts.ts';
import { byApplications } from '../../metrics/line-order.ts';
import { paretoChart } from '../charts/pareto-chart.ts';
import { type Block, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';
import { LINE_METRICS } from '../table-files.ts';
import { figureCells, figureColumns } from './figure-cells.ts';
import { LEAST_DECIDED, THRESHOLD_TEXT, isUpheldTooOften } from './upheld-rule.ts';

/** 診療行為・医薬品別（ウ）: a line for each item applied for. */
export function itemBlocks(input: ReportInput): Block[] {
  const { byItem, denominator, choices } = input;
  const { total, hiddenInTotal } = byItem;
  const isSplit = choices.attribution === 'equal';
  const around = { total, denominator, inspected: null, hiddenInTotal };
  const rows = byApplications(byItem.lines).map(({ kind, code, name, figures, hidden }) => {
    const isMarked = isUpheldTooOften(figures, hidden);
    return {
      cells: [kind, code, name, ...figureCells(LINE_METRICS, figures, hidden, { ...around, isSplit }), isMarked ? ITEM_SHEET.mark : ''],
      look: isMarked ? ('marked' as const) : ('line' as const),
    };
  });
  const totals = figureCells(LINE_METRICS, total, hiddenInTotal, { ...around, isSplit: false });
  const { heads } = ITEM_SHEET;
  return [
    { kind: 'text', text: `${ITEM_SHEET.level(choices.itemLevel)}${ITEM_SHEET.attribution(choices.attribution)}${ITEM_SHEET.marked(THRESHOLD_TEXT, LEAST_DECIDED)}` },
    { kind: 'picture', drawing: paretoChart(input) },
    table(
      '',
      [
        { title: heads.kind, format: 'text', width: 9 },
        { title: heads.code, format: 'code', width: 12 },
        { title: heads.name, format: 'text', width: 26 },
        ...figureColumns(LINE_METRICS, isSplit),
        { title: heads.mark, format: 'text', width: 8 },
      ],
      [{ heading: null, rows: [...rows, { cells: [PAPER.total, '', '', ...totals, ''], look: 'total' }] }],
    ),
  ];
}
