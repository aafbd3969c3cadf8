import { byApplication, itemCount, receiptFigure, resultOf, type Grain } from './applications';
import type { Outcome } from './classify';
import { fraction, negative, plus, times, ZERO, type Fraction } from './fractions';
import type { OracleRecord } from './oracle';

export type Attribution = 'full' | 'equal' | 'single';

/** What bears one figure: a record under `row`, an application under `receipt`. */
interface Unit {
  readonly application: string;
  readonly points: number;
  readonly outcome: Outcome;
  readonly items: number;
}

export interface Line {
  readonly applied: number;
  readonly decided: number;
  readonly count: (outcome: Outcome) => number;
  readonly points: Fraction;
  readonly reducedEffect: Fraction;
  readonly returnedEffect: Fraction;
  /** The applications that brought points or could have. */
  readonly bearing: number;
}

export interface Measuring {
  readonly grain: Grain;
  readonly attribution: Attribution;
  /** How many items each application in scope names, on whatever line. */
  readonly itemsOfApplication: ReadonlyMap<string, number>;
}

function unitsOf(line: readonly OracleRecord[], how: Measuring): Unit[] {
  if (how.grain === 'row') {
    return line.map((record) => ({
      application: record.applicationId,
      points: record.points ?? 0,
      outcome: record.outcome,
      items: itemCount([record]),
    }));
  }
  return byApplication(line).map((records) => {
    const application = records[0]?.applicationId ?? '';
    return {
      application,
      points: receiptFigure(records),
      outcome: resultOf(records),
      items: how.itemsOfApplication.get(application) ?? 0,
    };
  });
}

function weightOf(unit: Unit, attribution: Attribution): Fraction {
  if (unit.items <= 1 || attribution === 'full') return fraction(1);
  return attribution === 'equal' ? fraction(1, unit.items) : ZERO;
}

export function measureLine(line: readonly OracleRecord[], how: Measuring): Line {
  const applications = byApplication(line);
  const results = applications.map(resultOf);
  const count = (outcome: Outcome): number => results.filter((result) => result === outcome).length;
  const units = unitsOf(line, how);
  const sum = (some: readonly Unit[]): Fraction =>
    some
      .map((unit) => times(fraction(unit.points), weightOf(unit, how.attribution)))
      .reduce(plus, ZERO);
  const bearing = how.attribution === 'single' ? units.filter((unit) => unit.items <= 1) : units;
  return {
    applied: applications.length,
    decided: count('査定') + count('返戻') + count('原審'),
    count,
    points: sum(units),
    reducedEffect: negative(sum(units.filter((unit) => unit.outcome === '査定'))),
    returnedEffect: negative(sum(units.filter((unit) => unit.outcome === '返戻'))),
    bearing: new Set(bearing.map((unit) => unit.application)).size,
  };
}
