import { NO_RULE, type RuleMatcher } from '../classify/match-rules.ts';
import type { Rule, Target } from '../classify/rule.ts';
import { type ReviewResult, resultCode } from '../core/review-result.ts';
import { type UpheldCause, causeCode } from '../core/upheld-cause.ts';
import type { ItemFinder, ItemsBeside } from './item-finder.ts';
import type { FoundItems } from './items-of-records.ts';

/** What the rules and the item search make of the loaded records: one entry a record and column, no nulls. */
export interface Classes {
  /** Check type n is `checkTypes[n − 1]`; 0 where no rule names one (未分類). */
  readonly checkType: Int32Array;
  readonly checkTypes: readonly string[];
  /** 1 to 7, see {@link resultCode}. */
  readonly result: Int32Array;
  /** 1 to 3, see {@link causeCode}; 0 where the record's result is not 原審. */
  readonly upheldCause: Int32Array;
  readonly items: FoundItems;
  /** For each record the place of the rule that decided, among all rules; {@link NO_RULE} where none did. */
  readonly deciding: Deciding;
}

/** Targets of which the first rule that hits decides. */
export const DECIDED_TARGETS = ['審査結果', '点検区分', '原審要因'] as const satisfies readonly Target[];
export type DecidedTarget = (typeof DECIDED_TARGETS)[number];
export type Deciding = Readonly<Record<DecidedTarget, Int32Array>>;

const RESULT_NAMES: Readonly<Record<string, ReviewResult>> = {
  査定: 'reduced',
  返戻: 'returned',
  原審: 'upheld',
  取下げ: 'withdrawn',
  対象外: 'out_of_scope',
  未決: 'pending',
};

const CAUSE_NAMES: Readonly<Record<string, UpheldCause>> = { 形式: 'formal', 医学: 'medical' };

/** Who knows the texts of the store. */
export interface Classifiers {
  readonly matcher: RuleMatcher;
  readonly finder: ItemFinder;
}

/**
 * Classifies records by the rules in force.
 * @param record places in the store, ascending
 * @param size number of records in the store
 * @param beside what a list gives to records that name no item themselves
 */
export function classify(record: Int32Array, size: number, rules: readonly Rule[], { matcher, finder }: Classifiers, beside: ItemsBeside): Classes {
  const deciding = decideByRules(record, size, rules, matcher);
  const read = (target: DecidedTarget, meaning: (rule: Rule) => number, otherwise: number): Int32Array => {
    const meanings = Int32Array.from(rules, (rule) => (rule.target === target ? meaning(rule) : otherwise));
    return translated(deciding[target], meanings, otherwise);
  };
  // From the last rule on: a rule put before the others then leaves the numbers of their check types as they were.
  const checkTypes = [...new Set(rules.filter((rule) => rule.target === '点検区分').map((rule) => rule.result).toReversed())];
  const result = read('審査結果', (rule) => resultCode(RESULT_NAMES[rule.result] ?? 'unclassified'), resultCode('unclassified'));
  const upheldCause = read('原審要因', (rule) => causeCode(CAUSE_NAMES[rule.result] ?? 'unclassified'), causeCode('unclassified'));
  const upheld = resultCode('upheld');
  for (let index = 0; index < result.length; index++) if (result[index] !== upheld) upheldCause[index] = 0;
  return {
    result,
    upheldCause,
    checkType: read('点検区分', (rule) => checkTypes.indexOf(rule.result) + 1, 0),
    checkTypes,
    items: finder.find(record, rules.filter((rule) => rule.target === '項目'), matcher, beside),
    deciding,
  };
}

/** The rule that decides each of the given records, for every target of which one rule decides. */
export function decideByRules(record: Int32Array, size: number, rules: readonly Rule[], matcher: RuleMatcher): Deciding {
  const decide = (target: DecidedTarget): Int32Array => {
    const places = rules.flatMap((rule, place) => (rule.target === target ? [place] : []));
    const first = matcher.first(places.map((place) => rules[place] as Rule), size);
    return decided(first, record, Int32Array.from(places));
  };
  return { 審査結果: decide('審査結果'), 点検区分: decide('点検区分'), 原審要因: decide('原審要因') };
}

/** For each record the rule that decides it. @param first for each record of the store the place in `places` of its rule */
function decided(first: Int32Array, record: Int32Array, places: Int32Array): Int32Array {
  const rules = new Int32Array(record.length);
  for (let index = 0; index < record.length; index++) {
    const place = first[record[index] as number] as number;
    rules[index] = place === NO_RULE ? NO_RULE : (places[place] as number);
  }
  return rules;
}

/** What places of rules mean; `otherwise` for {@link NO_RULE}. */
function translated(places: Int32Array, meanings: Int32Array, otherwise: number): Int32Array {
  const meant = new Int32Array(places.length);
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as number;
    meant[index] = place === NO_RULE ? otherwise : (meanings[place] as number);
  }
  return meant;
}
