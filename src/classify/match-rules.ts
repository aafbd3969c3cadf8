import type { Rule } from './rule.ts';
import { SearchableTexts, type TextColumn } from './searchable-texts.ts';

/** No rule hits. */
export const NO_RULE = -1;

/** What a rule hit in a column when that column had so many distinct texts. */
interface Hits {
  readonly distinct: number;
  readonly codes: Int32Array;
}

/**
 * Applies rules to records. Rules run on distinct texts only, and what one hit in a column is remembered, so that a
 * changed table costs what its new rules cost.
 */
export class RuleMatcher {
  readonly #column: (field: number) => TextColumn;
  readonly #texts = new Map<number, SearchableTexts>();
  #hits = new Map<string, Hits>();

  /** @param column gives the column of a field number, the same for the life of the matcher */
  constructor(column: (field: number) => TextColumn) {
    this.#column = column;
  }

  /**
   * The first rule that hits each record.
   * @param rules of one target, in order
   * @param size records to look at, from 0
   * @returns for each record the place of its rule in `rules`, or {@link NO_RULE}
   */
  first(rules: readonly Rule[], size: number): Int32Array {
    const first = new Int32Array(size).fill(NO_RULE);
    for (const field of new Set(rules.flatMap((rule) => (rule.match === '空' ? [] : rule.fields)))) {
      const { codes } = this.#column(field);
      const places = this.#firstByText(rules, field);
      for (let record = 0; record < size; record++) keepEarlier(first, record, places[codes[record] as number] as number);
    }
    rules.forEach((rule, place) => {
      if (!asksForBlanks(rule)) return;
      const isHit = this.#blanks(rule);
      for (let record = 0; record < size; record++) if (isHit(record)) keepEarlier(first, record, place);
    });
    return first;
  }

  /**
   * All rules that hit a record, for rules of which every one counts.
   * @returns adds the places of the rules that hit a record to `places`, ascending and each once
   */
  every(rules: readonly Rule[]): (record: number, places: number[]) => void {
    const byText = [...new Set(rules.flatMap((rule) => (rule.match === '空' ? [] : rule.fields)))].map((field) => ({
      codes: this.#column(field).codes,
      places: this.#everyByText(rules, field),
    }));
    const blanks = rules.flatMap((rule, place) => (asksForBlanks(rule) ? [{ place, isHit: this.#blanks(rule) }] : []));
    return (record, places) => {
      for (const { codes, places: ofText } of byText) {
        for (const place of ofText.get(codes[record] as number) ?? []) if (!places.includes(place)) places.push(place);
      }
      for (const { place, isHit } of blanks) if (isHit(record)) places.push(place);
      if (places.length > 1) places.sort((a, b) => a - b);
    };
  }

  /** The codes of the texts of a field that a rule hits, ascending. */
  hits({ match, value }: Pick<Rule, 'match' | 'value'>, field: number): Int32Array {
    const { distinct } = this.#column(field);
    const key = `${String(field)} ${match} ${value}`;
    const known = this.#hits.get(key);
    if (known?.distinct === distinct) return known.codes;
    let texts = this.#texts.get(field);
    if (texts === undefined) this.#texts.set(field, (texts = new SearchableTexts(this.#column(field))));
    const codes = texts.hits(match, value);
    this.#hits.set(key, { distinct, codes });
    return codes;
  }

  /** Forgets what rules hit that are no longer in force. */
  keepOnly(rules: readonly Rule[]): void {
    const keys = new Set(rules.flatMap(({ fields, match, value }) => fields.map((field) => `${String(field)} ${match} ${value}`)));
    this.#hits = new Map([...this.#hits].filter(([key]) => keys.has(key)));
  }

  #firstByText(rules: readonly Rule[], field: number): Int32Array {
    const first = new Int32Array(this.#column(field).distinct).fill(NO_RULE);
    rules.forEach((rule, place) => {
      if (!rule.fields.includes(field)) return;
      for (const code of this.hits(rule, field)) if (first[code] === NO_RULE) first[code] = place;
    });
    return first;
  }

  #everyByText(rules: readonly Rule[], field: number): Map<number, number[]> {
    const every = new Map<number, number[]>();
    rules.forEach((rule, place) => {
      if (!rule.fields.includes(field)) return;
      for (const code of this.hits(rule, field)) every.set(code, [...(every.get(code) ?? []), place]);
    });
    return every;
  }

  #blanks(rule: Rule): (record: number) => boolean {
    const columns = rule.fields.map((field) => this.#column(field).codes);
    return (record) => columns.every((codes) => codes[record] === 0);
  }
}

function asksForBlanks({ match }: Rule): boolean {
  return match === '空' || match === '常に';
}

function keepEarlier(first: Int32Array, record: number, place: number): void {
  const known = first[record] as number;
  if (place !== NO_RULE && (known === NO_RULE || place < known)) first[record] = place;
}
