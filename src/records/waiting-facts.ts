import { NO_RULE, RuleMatcher } from '../classify/match-rules.ts';
import type { Rule } from '../classify/rule.ts';
import type { TextColumn } from '../classify/searchable-texts.ts';
import { comparable } from '../core/text.ts';
import { FIELD } from '../layout/kept.ts';
import type { ListedApplication } from '../classify/application-list.ts';
import type { Facts } from './facts.ts';
import type { ItemFinder } from './item-finder.ts';
import { FIRST_WAITING, type JoinedLists } from './joined-lists.ts';

/** The lines of the list that wait for a result, as the metrics see them: one entry a line and column. */
export interface WaitingFacts {
  /** From {@link FIRST_WAITING} on: the place in the list. */
  readonly record: Int32Array;
  readonly application: Int32Array;
  /** yyyymm; 0 where blank. */
  readonly requestMonth: Int32Array;
  readonly checkType: Int32Array;
  readonly itemCount: Int32Array;
  readonly excluded: Int32Array;
  /** One entry a pair of line and item; item 0 for a line that names none. */
  readonly pairs: { readonly record: Int32Array; readonly item: Int32Array };
}

/** Where a record would have its check type; a list has it in one column. */
const CHECK_TYPE_FIELDS: readonly number[] = [FIELD.applicationKind, FIELD.doubtKind, FIELD.reasonName, FIELD.reasonCode];

/** @param rules those in force; the ones of 点検区分 read the list's column as a record's fields 193 to 196 */
export function deriveWaitingFacts(joined: JoinedLists, facts: Facts, rules: readonly Rule[], finder: ItemFinder): WaitingFacts {
  const list = joined.lists.applications?.list ?? [];
  const keys = joined.exclusions?.keys;
  const lines = joined.waiting.map(({ place, application }) => {
    const { key, month } = list[place] as ListedApplication;
    const items = finder.numbersOf(joined.items[place] ?? []);
    return { record: FIRST_WAITING + place, application, month, items, excluded: keys?.has(key) === true ? 1 : 0 };
  });
  const pairs = lines.flatMap(({ record, items }) => (items.length === 0 ? [[record, 0]] : items.map((item) => [record, item])));
  return {
    record: Int32Array.from(lines, ({ record }) => record),
    application: Int32Array.from(lines, ({ application }) => application),
    requestMonth: Int32Array.from(lines, ({ month }) => month),
    checkType: checkTypesOf(joined.waiting.map(({ place }) => list[place]?.checkType ?? ''), facts.checkTypes, rules),
    itemCount: Int32Array.from(lines, ({ items }) => items.length),
    excluded: Int32Array.from(lines, ({ excluded }) => excluded),
    pairs: { record: Int32Array.from(pairs, ([record]) => record ?? 0), item: Int32Array.from(pairs, ([, item]) => item ?? 0) },
  };
}

function checkTypesOf(texts: readonly string[], names: readonly string[], rules: readonly Rule[]): Int32Array {
  const distinct = ['', ...new Set(texts.filter((text) => text !== ''))];
  const codes = new Map(distinct.map((text, code) => [text, code]));
  const filled: TextColumn = { distinct: distinct.length, comparablesFrom: (code, end) => distinct.slice(code, end).map(comparable).join('\n'), codes: Int32Array.from(texts, (text) => codes.get(text) ?? 0) };
  const blank: TextColumn = { distinct: 1, comparablesFrom: () => '', codes: new Int32Array(texts.length) };
  const matcher = new RuleMatcher((field) => (CHECK_TYPE_FIELDS.includes(field) ? filled : blank));
  const ofCheckType = rules.filter((rule) => rule.target === '点検区分');
  return matcher.first(ofCheckType, texts.length).map((place) => (place === NO_RULE ? 0 : names.indexOf(ofCheckType[place]?.result ?? '') + 1));
}
