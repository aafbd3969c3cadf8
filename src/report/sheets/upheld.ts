import { formatRatio } from '../../core/numbers.ts';
import { ITEM_SHEET, UPHELD_SHEET } from '../../messages/report-texts.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { decided } from '../../metrics/figures.ts';
import type { PublishedLine } from '../anonymise/published.ts';
import { type Block, type Column, type Row, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';
import { figureCells, figureColumns } from './figure-cells.ts';
import { LEAST_DECIDED, THRESHOLD_TEXT, isUpheldTooOften } from './upheld-rule.ts';

const SHOWN: readonly MetricId[] = ['applications', 'decided', 'upheld', 'upheldRate', 'upheldRateLower', 'upheldRateUpper', 'reduced', 'reducedEffect'];

/** 原審率の高い指摘対象（ウ）: what is proposed for exclusion; without a decision, what the plain rule finds. */
export function upheldBlocks(input: ReportInput): Block[] {
  const { byItem, denominator, proposed } = input;
  const around = { total: byItem.total, denominator, isSplit: false, inspected: null, hiddenInTotal: byItem.hiddenInTotal };
  const row = (line: PublishedLine, reason: string, status: string): Row => ({
    cells: [line.kind, line.code, line.name, ...figureCells(SHOWN, line.figures, line.hidden, around), reason, status],
    look: 'line',
  });
  const rows =
    proposed === null
      ? byItem.lines
          .filter((line) => line.line !== 0 && isUpheldTooOften(line.figures, line.hidden))
          .toSorted((a, b) => rateOf(b) - rateOf(a) || b.figures.applications - a.figures.applications)
          .map((line) => row(line, plainReason(line), UPHELD_SHEET.undecided))
      : proposed.flatMap((item) => {
          const line = byItem.lines.find(({ kind, code }) => kind === item.kind && code === item.code);
          return line === undefined ? [] : [row(line, item.reason, item.status === '' ? UPHELD_SHEET.undecided : item.status)];
        });
  const rule = ITEM_SHEET.marked(THRESHOLD_TEXT, LEAST_DECIDED);
  return [
    { kind: 'text', text: proposed === null ? `${UPHELD_SHEET.plain}${rule}` : '' },
    ...(input.setting.least === null ? [] : [{ kind: 'text' as const, text: UPHELD_SHEET.without }]),
    rows.length === 0 ? { kind: 'text', text: UPHELD_SHEET.none } : table('', COLUMNS, [{ heading: null, rows }]),
  ];
}

const COLUMNS: readonly Column[] = [
  { title: ITEM_SHEET.heads.kind, format: 'text', width: 9 },
  { title: ITEM_SHEET.heads.code, format: 'code', width: 12 },
  { title: ITEM_SHEET.heads.name, format: 'text', width: 26 },
  ...figureColumns(SHOWN, false),
  { title: UPHELD_SHEET.heads.reason, format: 'text', width: 40 },
  { title: UPHELD_SHEET.heads.status, format: 'text', width: 9 },
];

function rateOf({ figures }: PublishedLine): number {
  return figures.upheld / decided(figures);
}

function plainReason({ figures }: PublishedLine): string {
  const of = decided(figures);
  return UPHELD_SHEET.reason(`${formatRatio(figures.upheld * 100, of, 1)}%`, figures.upheld, of);
}
