import { type Constraint, equalTo, greaterEq, solve } from 'yalps';
import type { Figures } from '../../src/metrics/figures.ts';
import { type FigureName, type PublishedTable, figureOf } from '../../src/report/anonymise/published.ts';

/** Which figures make up which others, on each line and on the total. */
export type Parts = Readonly<Partial<Record<FigureName, readonly FigureName[]>>>;

export const COUNT_PARTS: Parts = {
  decided: ['reduced', 'returned', 'upheld'],
  applications: ['decided', 'withdrawn', 'outOfScope', 'pending', 'unclassified'],
};
export const SUM_PARTS: Parts = { pointsDelta: ['reducedEffect', 'returnedEffect'] };

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What can be computed of hidden figures from everything that is published: the attack, as a linear program. */
export class TableAttack {
  readonly #constraints: Record<string, Constraint> = {};
  readonly #variables: Record<string, Record<string, number>> = {};
  #count = 0;

  /** @param isExact whether the attacker knows that the lines add up to the total; otherwise they are at least the total */
  constructor(tables: readonly PublishedTable[], parts: Parts, isExact: boolean) {
    const names = [...new Set(Object.entries(parts).flatMap(([sum, members]) => [sum as FigureName, ...members]))];
    tables.forEach(({ lines, total, hiddenInTotal }, table) => {
      const rows = [...lines.map((line, index) => ({ key: `${table}/${index}`, figures: line.figures, hidden: line.hidden })), { key: 'total', figures: total, hidden: hiddenInTotal }];
      for (const { key, figures, hidden } of table === 0 ? rows : rows.slice(0, -1)) {
        for (const [sum, members] of Object.entries(parts)) {
          const terms = members.map((name) => ({ key, name, figures, hidden, factor: 1 }));
          this.#relate(equalTo, [...terms, { key, name: sum as FigureName, figures, hidden, factor: -1 }]);
        }
      }
      for (const name of names) {
        const terms = rows.map(({ key, figures, hidden }) => ({ key, name, figures, hidden, factor: key === 'total' ? -1 : 1 }));
        this.#relate(isExact ? equalTo : greaterEq, terms);
      }
    });
  }

  /** Everything a hidden figure of a line can be. */
  range(table: number, line: number, name: FigureName): Range {
    return { least: this.#end('minimize', `${table}/${line}/${name}`), most: this.#end('maximize', `${table}/${line}/${name}`) };
  }

  rangeOfTotal(name: FigureName): Range {
    return { least: this.#end('minimize', `total/${name}`), most: this.#end('maximize', `total/${name}`) };
  }

  #end(direction: 'minimize' | 'maximize', variable: string): number {
    const variables = { ...this.#variables, [variable]: { ...this.#variables[variable], wanted: 1 } };
    const { status, result } = solve({ direction, objective: 'wanted', constraints: this.#constraints, variables });
    if (status === 'unbounded') return direction === 'maximize' ? Infinity : -Infinity;
    if (status !== 'optimal') throw new Error(`the published figures contradict each other: ${status}`);
    return result;
  }

  #relate(
    as: (value: number) => Constraint,
    terms: readonly { key: string; name: FigureName; figures: Figures; hidden: ReadonlySet<FigureName>; factor: number }[],
  ): void {
    const relation = `r${this.#count++}`;
    let known = 0;
    let isOpen = false;
    for (const { key, name, figures, hidden, factor } of terms) {
      if (!hidden.has(name)) {
        known += factor * Math.abs(figureOf(figures, name));
        continue;
      }
      isOpen = true;
      (this.#variables[`${key}/${name}`] ??= {})[relation] = factor;
    }
    if (isOpen) this.#constraints[relation] = as(-known);
  }
}

