import { NO_RULE, type RuleMatcher } from '../classify/match-rules.ts';
import type { Rule, Target } from '../classify/rule-table.ts';
import { type ReviewResult, resultCode } from '../core/review-result.ts';
import { type UpheldCause, causeCode } from '../core/upheld-cause.ts';
import type { FoundItems, ItemFinder } from './item-finder.ts';

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
}

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
 */
export function classify(record: Int32Array, size: number, rules: readonly Rule[], { matcher, finder }: Classifiers): Classes {
  const ofTarget = (target: Target): readonly Rule[] => rules.filter((rule) => rule.target === target);
  const decide = (target: Target, meaning: (rule: Rule) => number, otherwise: number): Int32Array => {
    const targetRules = ofTarget(target);
    const meanings = targetRules.map(meaning);
    const first = matcher.first(targetRules, size);
    return record.map((row) => {
      const place = first[row] as number;
      return place === NO_RULE ? otherwise : (meanings[place] as number);
    });
  };
  const checkTypes = [...new Set(ofTarget('点検区分').map((rule) => rule.result))];
  const result = decide('審査結果', (rule) => resultCode(RESULT_NAMES[rule.result] ?? 'unclassified'), resultCode('unclassified'));
  const cause = decide('原審要因', (rule) => causeCode(CAUSE_NAMES[rule.result] ?? 'unclassified'), causeCode('unclassified'));
  const upheld = resultCode('upheld');
  return {
    result,
    upheldCause: cause.map((code, index) => (result[index] === upheld ? code : 0)),
    checkType: decide('点検区分', (rule) => checkTypes.indexOf(rule.result) + 1, 0),
    checkTypes,
    items: finder.find(record, ofTarget('項目'), matcher),
  };
}
