import { NO_RULE } from '../classify/match-rules.ts';
import { type Rule, TARGETS, type Target } from '../classify/rule.ts';
import type { RuleMatcher } from '../classify/match-rules.ts';
import { resultCode } from '../core/review-result.ts';
import { DECIDED_TARGETS, type DecidedTarget } from './classes.ts';
import type { Facts } from './facts.ts';
import { BASES, type Basis } from './item-basis.ts';

/** Records, and the points (absolute) that they change. */
export interface Weight {
  readonly records: number;
  readonly points: number;
}

/** How much of one target is classified. For 原審要因 all is what was upheld, and what only 常に decides is not classified. */
export interface TargetCoverage {
  readonly target: Target;
  readonly classified: Weight;
  readonly all: Weight;
}

/** What the rules and the item search do, over the loaded records. */
export interface MappingCoverage {
  readonly targets: readonly TargetCoverage[];
  /** For each rule what it classified; a rule of 項目 may share records with others. */
  readonly rules: readonly Weight[];
  /** Records with an item found that way. */
  readonly bases: Readonly<Record<Basis, Weight>>;
}

/** Adds up records by place. */
class Tally {
  readonly #records: number[];
  readonly #points: number[];

  constructor(places: number) {
    this.#records = new Array<number>(places).fill(0);
    this.#points = new Array<number>(places).fill(0);
  }

  add(place: number, points: number): void {
    this.#records[place] = (this.#records[place] as number) + 1;
    this.#points[place] = (this.#points[place] as number) + points;
  }

  at(place: number): Weight {
    return { records: this.#records[place] ?? 0, points: this.#points[place] ?? 0 };
  }
}

/** The points that a record changes, without their sign; a blank changes none. */
export function pointsOf({ points }: Pick<Facts, 'points'>, index: number): number {
  const value = points[index] as number;
  return Number.isNaN(value) ? 0 : Math.abs(value);
}

/** Whether a target of a record is classified; null where the record has none. */
export function isClassified(facts: Facts, rules: readonly Rule[], target: Target, index: number): boolean | null {
  switch (target) {
    case '審査結果':
      return facts.result[index] !== resultCode('unclassified');
    case '点検区分':
      return facts.checkType[index] !== 0;
    case '項目':
      return (facts.items.count[index] as number) > 0;
    case '原審要因': {
      if (facts.upheldCause[index] === 0) return null;
      const place = facts.deciding['原審要因'][index] as number;
      return place !== NO_RULE && rules[place]?.match !== '常に';
    }
  }
}

export function describeCoverage(facts: Facts, rules: readonly Rule[], matcher: RuleMatcher): MappingCoverage {
  const byRule = new Tally(rules.length);
  for (const target of DECIDED_TARGETS) countDeciding(facts, target, byRule);
  countItemRules(facts, rules, matcher, byRule);
  return {
    targets: TARGETS.map((target) => coverageOf(facts, rules, target)),
    rules: rules.map((_, place) => byRule.at(place)),
    bases: countBases(facts),
  };
}

function coverageOf(facts: Facts, rules: readonly Rule[], target: Target): TargetCoverage {
  const tally = new Tally(2);
  for (let index = 0; index < facts.size; index++) {
    const answer = isClassified(facts, rules, target, index);
    if (answer === null) continue;
    const points = pointsOf(facts, index);
    tally.add(0, points);
    if (answer) tally.add(1, points);
  }
  return { target, all: tally.at(0), classified: tally.at(1) };
}

/** A rule of 原審要因 counts only where the result is 原審. */
function countDeciding(facts: Facts, target: DecidedTarget, byRule: Tally): void {
  const deciding = facts.deciding[target];
  for (let index = 0; index < facts.size; index++) {
    const place = deciding[index] as number;
    const counts = place !== NO_RULE && (target !== '原審要因' || facts.upheldCause[index] !== 0);
    if (counts) byRule.add(place, pointsOf(facts, index));
  }
}

function countItemRules(facts: Facts, rules: readonly Rule[], matcher: RuleMatcher, byRule: Tally): void {
  const own = rules.flatMap((rule, place) => (rule.target === '項目' ? [place] : []));
  if (own.length === 0) return;
  const hitting = matcher.every(own.map((place) => rules[place] as Rule));
  const places: number[] = [];
  for (let index = 0; index < facts.size; index++) {
    places.length = 0;
    hitting(facts.record[index] as number, places);
    for (const place of places) byRule.add(own[place] as number, pointsOf(facts, index));
  }
}

function countBases(facts: Facts): Readonly<Record<Basis, Weight>> {
  const tally = new Tally(BASES.length);
  const { record, item, basis } = facts.items;
  let pair = 0;
  for (let index = 0; index < facts.size; index++) {
    let seen = 0;
    for (; pair < record.length && record[pair] === facts.record[index]; pair++) {
      const bit = 1 << (basis[pair] as number);
      if (item[pair] === 0 || (seen & bit) !== 0) continue;
      seen |= bit;
      tally.add(basis[pair] as number, pointsOf(facts, index));
    }
  }
  return Object.fromEntries(BASES.map((each, place) => [each, tally.at(place)])) as Record<Basis, Weight>;
}
