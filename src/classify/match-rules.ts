import { comparable } from '../core/text.ts';
import type { Rule } from './rule-table.ts';

/** A column of texts, each known by a code; code 0 is blank. */
export interface TextColumn {
  readonly distinct: number;
  text(code: number): string;
  readonly codes: Int32Array;
}

/** No rule hits. */
export const NO_RULE = -1;

/**
 * The first rule that hits each record, among rules of one target.
 * Rules run on distinct texts only, so the cost grows with the texts, not with the records.
 * @param rules in order; the first hit wins
 * @param column gives the column of a field number
 * @param size records to look at, from 0
 * @returns for each record the place of its rule in `rules`, or {@link NO_RULE}
 */
export function firstRules(rules: readonly Rule[], column: (field: number) => TextColumn, size: number): Int32Array {
  const first = new Int32Array(size).fill(NO_RULE);
  const fields = new Set(rules.filter((rule) => rule.match !== '空').flatMap((rule) => rule.fields));
  for (const field of fields) {
    const { codes } = column(field);
    const hits = firstRuleByText(rules, field, column(field));
    for (let record = 0; record < size; record++) keepEarlier(first, record, hits[codes[record] as number] as number);
  }
  rules.forEach((rule, place) => {
    if (rule.match !== '空' && rule.match !== '常に') return;
    const columns = rule.fields.map((field) => column(field).codes);
    for (let record = 0; record < size; record++) {
      if (columns.every((codes) => codes[record] === 0)) keepEarlier(first, record, place);
    }
  });
  return first;
}

function keepEarlier(first: Int32Array, record: number, place: number): void {
  const known = first[record] as number;
  if (place !== NO_RULE && (known === NO_RULE || place < known)) first[record] = place;
}

/** For each text of a column the first rule on that field that hits it. */
function firstRuleByText(rules: readonly Rule[], field: number, column: TextColumn): Int32Array {
  const tests = rules.map((rule) => (rule.fields.includes(field) ? testOf(rule) : null));
  const hits = new Int32Array(column.distinct).fill(NO_RULE);
  const filled = rules.findIndex((rule) => rule.fields.includes(field) && rule.match === '空でない');
  if (tests.every((test, place) => test === null || place === filled)) {
    // Asks only whether something stands there: no text needs to be read.
    hits.fill(filled, 1);
    return hits;
  }
  for (let code = 0; code < column.distinct; code++) {
    const text = comparable(column.text(code));
    hits[code] = tests.findIndex((test) => test?.(text) === true);
  }
  return hits;
}

/** What a rule asks of one text, which is given in its comparable form. 空 and 常に ask nothing of a single text. */
function testOf(rule: Rule): ((text: string) => boolean) | null {
  const value = comparable(rule.value);
  switch (rule.match) {
    case '一致':
      return (text) => text === value;
    case '含む':
      return (text) => text.includes(value);
    case '前方一致':
      return (text) => text.startsWith(value);
    case '空でない':
      return (text) => text !== '';
    case '空':
    case '常に':
      return null;
  }
}
