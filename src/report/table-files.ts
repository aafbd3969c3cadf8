import { monthsBetween, readIsoMonth } from '../core/months.ts';
import { METRICS, type MetricId } from '../metrics/catalogue.ts';
import type { Figures, Line, Table } from '../metrics/figures.ts';
import { byApplications, byMonth } from '../metrics/line-order.ts';
import type { Attribution, Denominator, Scope } from '../metrics/scope.ts';
import { type FigureName, type PublishedSurroundings, type PublishedTable, published, publishedValue } from './anonymise/published.ts';
import { type CsvCell, csvFile, numberCell, textCell } from './csv.ts';
import { fileValue } from './format-value.ts';
import { HIDDEN } from './paper.ts';

const TOTAL = '合計';

/** Counts of applications: the first is the sum of the others. */
export const COUNT_METRICS: readonly MetricId[] = [
  'applications',
  'reduced',
  'returned',
  'upheld',
  'withdrawn',
  'outOfScope',
  'pending',
  'unclassified',
];

/** The columns of the month tables. */
export const MONTH_METRICS: readonly MetricId[] = [
  ...COUNT_METRICS,
  'decided',
  'reducedRate',
  'upheldRate',
  'pointsDelta',
  'reducedEffect',
  'returnedEffect',
];

/** Claims are inspected in the month of the application, so only that axis has these. */
export const INSPECTED_METRICS: readonly MetricId[] = ['inspected', 'applicationRate'];

const MONTHLY: readonly MetricId[] = [...MONTH_METRICS, ...INSPECTED_METRICS];

/** The columns of the item and check-type tables, in the order of the files. */
export const LINE_METRICS: readonly MetricId[] = [
  'applications',
  'share',
  'reduced',
  'returned',
  'upheld',
  'withdrawn',
  'outOfScope',
  'pending',
  'unclassified',
  'decided',
  'reducedRate',
  'reducedRateLower',
  'reducedRateUpper',
  'upheldRate',
  'upheldRateLower',
  'upheldRateUpper',
  'pointsDelta',
  'reducedEffect',
  'returnedEffect',
  'effectPerApplication',
];

/** 点検件数 by month (yyyymm). */
export type InspectedClaims = ReadonlyMap<number, number>;

/** `monthly.csv`: both axes, months ascending, the blank month last, then the total (METRICS, "Files"). */
export function monthlyFile(
  byRequest: Table | PublishedTable,
  byResult: Table | PublishedTable,
  scope: Scope,
  denominator: Denominator,
  inspected: InspectedClaims,
): string {
  const rows = [
    ...monthRows('依頼年月', byRequest, denominator, (line) => inspected.get(line) ?? null, inspectedOver(byRequest, scope, inspected)),
    ...monthRows('結果処理年月', byResult, denominator, () => null, null),
  ];
  return csvFile(['集計軸', '年月', ...titles(MONTHLY)], rows);
}

function monthRows(
  axis: string,
  given: Table | PublishedTable,
  denominator: Denominator,
  inspectedIn: (month: number) => number | null,
  inspectedInTotal: number | null,
): CsvCell[][] {
  const table = asPublished(given);
  const { hiddenInTotal } = table;
  const around = { total: table.total, denominator, isSplit: false, hiddenInTotal };
  const rows = byMonth(table.lines).map((line) => [
    textCell(axis),
    textCell(line.name),
    ...cells(MONTHLY, line.figures, line.hidden, { ...around, inspected: inspectedIn(line.line) }),
  ]);
  const total = cells(MONTHLY, table.total, hiddenInTotal, { ...around, inspected: inspectedInTotal });
  return [...rows, [textCell(axis), textCell(TOTAL), ...total]];
}

/** Claims inspected over all months in scope; null unless each of them was given (decision N5). */
export function inspectedOver(byRequest: Pick<Table, 'lines'>, scope: Scope, inspected: InspectedClaims): number | null {
  const present = byRequest.lines.map((line) => line.line).filter((month) => month !== 0);
  if (present.length === 0) return null;
  const isPeriod = scope.axis === 'request' && (scope.from !== null || scope.to !== null);
  const months = isPeriod ? monthsBetween(scope.from ?? Math.min(...present), scope.to ?? Math.max(...present)) : present;
  const counts = months.map((month) => inspected.get(month));
  return counts.every((count) => count !== undefined) ? counts.reduce((sum, count) => sum + count, 0) : null;
}

/** `items.csv`: by applications, then kind and code; 未分類 and the total last. */
export function itemsFile(table: Table | PublishedTable, denominator: Denominator, attribution: Attribution): string {
  const names = (line: Line): CsvCell[] => [textCell(line.kind), textCell(line.code), textCell(line.name)];
  const totalNames = [textCell(TOTAL), textCell(''), textCell('')];
  return lineFile(['種類', 'コード', '名称'], asPublished(table), names, totalNames, denominator, attribution === 'equal');
}

/** `check-types.csv`: by applications, then name; 未分類 and the total last. */
export function checkTypesFile(table: Table | PublishedTable, denominator: Denominator): string {
  return lineFile(['点検区分'], asPublished(table), (line) => [textCell(line.name)], [textCell(TOTAL)], denominator, false);
}

function lineFile(
  heads: readonly string[],
  { lines, total, hiddenInTotal }: PublishedTable,
  names: (line: Line) => CsvCell[],
  totalNames: readonly CsvCell[],
  denominator: Denominator,
  isSplit: boolean,
): string {
  const around = { total, denominator, inspected: null, hiddenInTotal };
  const rows = byApplications(lines).map((line) => [...names(line), ...cells(LINE_METRICS, line.figures, line.hidden, { ...around, isSplit })]);
  const totalRow = [...totalNames, ...cells(LINE_METRICS, total, hiddenInTotal, { ...around, isSplit: false })];
  return csvFile([...heads, ...titles(LINE_METRICS)], [...rows, totalRow]);
}

function titles(metrics: readonly MetricId[]): string[] {
  return metrics.map((id) => METRICS[id].title);
}

function cells(metrics: readonly MetricId[], figures: Figures, hidden: ReadonlySet<FigureName>, around: PublishedSurroundings): CsvCell[] {
  return metrics.map((id) => {
    const value = publishedValue(id, figures, hidden, around);
    return value === null ? textCell(HIDDEN) : numberCell(fileValue(value));
  });
}

function asPublished(table: Table | PublishedTable): PublishedTable {
  return 'hiddenInTotal' in table ? table : published(table);
}

/** `2024-04=1000000` → month and count; null for any other text. */
export function readInspected(text: string): { month: number; claims: number } | null {
  const match = /^(\d{4}-\d{2})=(\d+)$/u.exec(text);
  const month = readIsoMonth(match?.[1] ?? '');
  return month === null ? null : { month, claims: Number(match?.[2]) };
}

