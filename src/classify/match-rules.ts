import type { Codes } from '../core/codes.ts';
import type { Rule } from './rule.ts';
import { SearchableTexts, type TextColumn } from './searchable-texts.ts';

/** No rule hits. */
export const NO_RULE = -1;
/** The same while the first rule is looked for: behind the places of all rules. */
const UNDECIDED = NO_RULE >>> 0;

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
    const first = new Uint32Array(size).fill(UNDECIDED);
    for (const field of textFields(rules)) {
      const places = this.#firstByText(rules, field);
      if (places !== null) keepEarlier(first, this.#column(field).codes, places);
    }
    rules.forEach((rule, place) => {
      if (asksForBlanks(rule)) keepEarlierOfBlanks(first, rule.fields.map((field) => this.#column(field).codes), place);
    });
    return new Int32Array(first.buffer);
  }

  /** Readies the texts that these rules search and that came since the last call, so that less is to do when they are applied. */
  prepare(rules: readonly Rule[]): void {
    for (const field of textFields(rules.filter(({ match }) => match !== '空でない'))) this.#textsOf(field).prepare();
  }

  /**
   * All rules that hit a record, for rules of which every one counts.
   * @returns adds the places of the rules that hit a record to `places`, ascending and each once
   */
  every(rules: readonly Rule[]): (record: number, places: number[]) => void {
    const byText = [...textFields(rules)].map((field) => ({
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
    const codes = this.#textsOf(field).hits(match, value);
    this.#hits.set(key, { distinct, codes });
    return codes;
  }

  #textsOf(field: number): SearchableTexts {
    let texts = this.#texts.get(field);
    if (texts === undefined) this.#texts.set(field, (texts = new SearchableTexts(this.#column(field))));
    return texts;
  }

  /** Forgets what rules hit that are no longer in force. */
  keepOnly(rules: readonly Rule[]): void {
    const keys = new Set(rules.flatMap(({ fields, match, value }) => fields.map((field) => `${String(field)} ${match} ${value}`)));
    this.#hits = new Map([...this.#hits].filter(([key]) => keys.has(key)));
  }

  /** For each text of a field the first rule that hits it, as in `first`; null where none hits any. */
  #firstByText(rules: readonly Rule[], field: number): Uint32Array | null {
    let first: Uint32Array | null = null;
    for (const [place, rule] of rules.entries()) {
      if (!rule.fields.includes(field)) continue;
      const codes = this.hits(rule, field);
      if (codes.length === 0) continue;
      first ??= new Uint32Array(this.#column(field).distinct).fill(UNDECIDED);
      for (const code of codes) if (place < (first[code] as number)) first[code] = place;
    }
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

/** The fields whose texts rules are asked about. */
function textFields(rules: readonly Rule[]): ReadonlySet<number> {
  return new Set(rules.flatMap((rule) => (rule.match === '空' ? [] : rule.fields)));
}

function keepEarlier(first: Uint32Array, codes: Codes, places: Uint32Array): void {
  for (let record = 0; record < first.length; record++) {
    const place = places[codes[record] as number] as number;
    if (place < (first[record] as number)) first[record] = place;
  }
}

/** Keeps `place` for the records that are blank in all of these columns. */
function keepEarlierOfBlanks(first: Uint32Array, columns: readonly Codes[], place: number): void {
  for (let record = 0; record < first.length; record++) {
    if ((first[record] as number) <= place) continue;
    let column = 0;
    while (column < columns.length && (columns[column] as Codes)[record] === 0) column++;
    if (column === columns.length) first[record] = place;
  }
}
