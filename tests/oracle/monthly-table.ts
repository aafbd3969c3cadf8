import { groupBy } from './applications';
import { csvText } from './csv-text';
import { printFraction, printRatio } from './fractions';
import { measureLine, type Line, type Measuring } from './measure-line';
import type { OracleOptions, OracleRecord } from './oracle';

const HEADER =
  '集計軸,年月,申出件数,査定件数,返戻件数,原審件数,取下件数,対象外件数,未決件数,未分類件数,結果判明件数,査定率,原審率,増減点数,査定効果点数,返戻効果点数,点検件数,申出率';

function cellsOf(line: Line, options: OracleOptions, inspected: number | null): string[] {
  const base = options.denominator === 'decided' ? line.decided : line.applied;
  const counts = (['査定', '返戻', '原審', '取下げ', '対象外', '未決', '未分類'] as const).map(line.count);
  return [
    ...[line.applied, ...counts, line.decided].map(String),
    printRatio(line.count('査定'), base),
    printRatio(line.count('原審'), base),
    printFraction(line.points, 0),
    printFraction(line.reducedEffect, 0),
    printFraction(line.returnedEffect, 0),
    inspected === null ? '' : String(inspected),
    inspected === null ? '' : printRatio(line.applied, inspected),
  ];
}

function monthAfter(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthsOfTotal(months: readonly string[], options: OracleOptions): readonly string[] {
  const limited = options.from !== undefined || options.to !== undefined;
  if (options.axis !== 'request' || !limited) return months;
  const first = options.from ?? months[0];
  const last = options.to ?? months[months.length - 1];
  return first === undefined || last === undefined ? [] : monthsBetween(first, last);
}

function inspectedInTotal(months: readonly string[], options: OracleOptions): number | null {
  const given = monthsOfTotal(months, options).map((month) => options.inspected.get(month));
  if (given.length === 0) return null;
  let sum = 0;
  for (const claims of given) {
    if (claims === undefined) return null;
    sum += claims;
  }
  return sum;
}

export function monthlyCsv(scope: readonly OracleRecord[], options: OracleOptions, how: Measuring): string {
  const once: Measuring = { ...how, attribution: 'full' };
  const lines: string[][] = [HEADER.split(',')];
  const axes = [
    { name: '依頼年月', monthOf: (record: OracleRecord) => record.requestMonth ?? '', inspects: true },
    { name: '結果処理年月', monthOf: (record: OracleRecord) => record.resultMonth ?? '', inspects: false },
  ];
  for (const axis of axes) {
    const groups = groupBy(scope, axis.monthOf);
    const months = [...groups.keys()].filter((month) => month !== '').sort();
    for (const month of groups.has('') ? [...months, ''] : months) {
      const inspected = axis.inspects ? (options.inspected.get(month) ?? null) : null;
      const line = measureLine(groups.get(month) ?? [], once);
      lines.push([axis.name, month, ...cellsOf(line, options, inspected)]);
    }
    const inspected = axis.inspects ? inspectedInTotal(months, options) : null;
    lines.push([axis.name, '合計', ...cellsOf(measureLine(scope, once), options, inspected)]);
  }
  return csvText(lines);
}
