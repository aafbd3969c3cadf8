import { COVER, DEFINITION_SHEET } from '../../messages/report-texts.ts';
import { METRICS, type MetricId } from '../../metrics/catalogue.ts';
import { type Block, line, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';
import { figureCells } from './figure-cells.ts';

export const HEADLINE_METRICS: readonly MetricId[] = [
  'applications',
  'reduced',
  'returned',
  'upheld',
  'withdrawn',
  'outOfScope',
  'pending',
  'unclassified',
  'decided',
  'pointsDelta',
  'reducedEffect',
  'returnedEffect',
];

/** The figures of everything in scope, a line each. */
export function headlineTable(caption: string, metrics: readonly MetricId[], { byResultMonth, denominator }: ReportInput): Block {
  const { total, hiddenInTotal } = byResultMonth;
  const around = { total, denominator, isSplit: false, inspected: null, hiddenInTotal };
  const cells = figureCells(metrics, total, hiddenInTotal, around);
  return table(
    caption,
    [
      { title: DEFINITION_SHEET.figures, format: 'text', width: 24 },
      { title: COVER.value, format: 'count', width: 16 },
      { title: DEFINITION_SHEET.heads.unit, format: 'text', width: 46 },
    ],
    [{ heading: null, rows: metrics.map((id, index) => line(METRICS[id].title, cells[index] ?? null, METRICS[id].unit)) }],
  );
}
