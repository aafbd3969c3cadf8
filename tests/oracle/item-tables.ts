import { UNCLASSIFIED } from './classify';
import { byCodePoints } from './code-points';
import { csvText, guarded } from './csv-text';
import { fraction, printFraction, printInterval, printRatio, times } from './fractions';
import { measureLine, type Line, type Measuring } from './measure-line';
import type { OracleItem, OracleOptions, OracleRecord } from './oracle';

const MEASURES =
  '申出件数,構成比,査定件数,返戻件数,原審件数,取下件数,対象外件数,未決件数,未分類件数,結果判明件数,査定率,査定率下限,査定率上限,原審率,原審率下限,原審率上限,増減点数,査定効果点数,返戻効果点数,申出1件当たり効果点数';

type Denominator = OracleOptions['denominator'];

function cellsOf(line: Line, total: Line, denominator: Denominator, pointDecimals: number): string[] {
  const base = denominator === 'decided' ? line.decided : line.applied;
  const counts = (['査定', '返戻', '原審', '取下げ', '対象外', '未決', '未分類'] as const).map(line.count);
  const perApplication =
    line.bearing === 0 ? '' : printFraction(times(line.reducedEffect, fraction(1, line.bearing)), 2);
  return [
    String(line.applied),
    printRatio(line.applied, total.applied),
    ...[...counts, line.decided].map(String),
    printRatio(line.count('査定'), base),
    ...printInterval(line.count('査定'), base),
    printRatio(line.count('原審'), base),
    ...printInterval(line.count('原審'), base),
    printFraction(line.points, pointDecimals),
    printFraction(line.reducedEffect, pointDecimals),
    printFraction(line.returnedEffect, pointDecimals),
    perApplication,
  ];
}

interface Named {
  readonly names: readonly string[];
  readonly line: Line;
}

function sorted(lines: readonly Named[]): Named[] {
  return [...lines].sort((a, b) => {
    if (a.line.applied !== b.line.applied) return b.line.applied - a.line.applied;
    const byFirst = byCodePoints(a.names[0] ?? '', b.names[0] ?? '');
    return byFirst !== 0 ? byFirst : byCodePoints(a.names[1] ?? '', b.names[1] ?? '');
  });
}

export function itemsCsv(scope: readonly OracleRecord[], options: OracleOptions, how: Measuring): string {
  const once: Measuring = { ...how, attribution: 'full' };
  const total = measureLine(scope, once);
  const decimals = how.attribution === 'equal' ? 2 : 0;

  const items = new Map<string, OracleItem>();
  for (const item of scope.flatMap((record) => record.items)) items.set(`${item.kind} ${item.code}`, item);
  const named = [...items.values()].map((item): Named => {
    const records = scope.filter((record) =>
      record.items.some((other) => other.kind === item.kind && other.code === item.code),
    );
    return { names: [item.kind, item.code, item.name], line: measureLine(records, how) };
  });

  const lines: string[][] = [['種類', 'コード', '名称', ...MEASURES.split(',')]];
  for (const { names, line } of sorted(named)) {
    lines.push([...names.map(guarded), ...cellsOf(line, total, options.denominator, decimals)]);
  }
  const unnamed = scope.filter((record) => record.items.length === 0);
  if (unnamed.length > 0) {
    const line = measureLine(unnamed, how);
    lines.push([UNCLASSIFIED, '', '', ...cellsOf(line, total, options.denominator, decimals)]);
  }
  lines.push(['合計', '', '', ...cellsOf(total, total, options.denominator, 0)]);
  return csvText(lines);
}

export function checkTypesCsv(scope: readonly OracleRecord[], options: OracleOptions, how: Measuring): string {
  const once: Measuring = { ...how, attribution: 'full' };
  const total = measureLine(scope, once);
  const lineOf = (checkType: string): Line =>
    measureLine(
      scope.filter((record) => record.checkType === checkType),
      once,
    );
  const checkTypes = new Set(scope.map((record) => record.checkType));
  const named = [...checkTypes]
    .filter((checkType) => checkType !== UNCLASSIFIED)
    .map((checkType): Named => ({ names: [checkType], line: lineOf(checkType) }));

  const lines: string[][] = [['点検区分', ...MEASURES.split(',')]];
  for (const { names, line } of sorted(named)) {
    lines.push([...names.map(guarded), ...cellsOf(line, total, options.denominator, 0)]);
  }
  if (checkTypes.has(UNCLASSIFIED)) {
    lines.push([UNCLASSIFIED, ...cellsOf(lineOf(UNCLASSIFIED), total, options.denominator, 0)]);
  }
  lines.push(['合計', ...cellsOf(total, total, options.denominator, 0)]);
  return csvText(lines);
}
