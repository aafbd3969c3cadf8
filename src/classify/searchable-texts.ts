import type { Codes } from '../core/codes.ts';
import { comparable } from '../core/text.ts';
import type { Match } from './rule.ts';
import { type Pattern, compilePattern } from './rule-pattern.ts';

/** A column of texts, each known by a code; code 0 is blank. */
export interface TextColumn {
  readonly distinct: number;
  /** The texts of the codes from one up to, not including, another, as {@link comparable} makes them, with a line break between two. */
  comparablesFrom(code: number, end: number): string;
  readonly codes: Codes;
}

/** Comparable texts hold no white space, so a line break can part them. */
const BREAK = '\n';
/** So many texts are joined to one. */
const PART_SIZE = 1 << 16;

/** Some distinct texts in their comparable form, joined to one string that is searched as a whole. */
interface Part {
  readonly text: string;
  /** Code of the first. */
  readonly from: number;
  /** Where each text starts, and where one behind the last would. */
  readonly starts: Int32Array;
}

/** The distinct texts of one column, ready to be searched by rules. Follows the column as it grows. */
export class SearchableTexts {
  readonly #column: TextColumn;
  readonly #parts: Part[] = [];
  #known = 1;

  constructor(column: TextColumn) {
    this.#column = column;
  }

  /** Joins the texts that came since the last call. */
  prepare(): void {
    this.#all();
  }

  /** The codes of the texts that a rule with this match and value hits, ascending. 空 and 常に ask nothing of a single text. */
  hits(match: Match, value: string): Int32Array {
    switch (match) {
      case '空でない':
        return countedFromOne(this.#column.distinct - 1);
      case '含む':
        return this.#containing(comparable(value), 0);
      case '前方一致':
        return this.#containing(BREAK + comparable(value), 1);
      case '一致':
        return this.#containing(BREAK + comparable(value) + BREAK, 1);
      case '正規表現':
        return this.#matching(value);
      case '空':
      case '常に':
        return new Int32Array(0);
    }
  }

  /** @param lead signs of the needle that stand before the text it hits */
  #containing(needle: string, lead: number): Int32Array {
    const codes: number[] = [];
    for (const { text, from, starts } of this.#all()) {
      let place = 0;
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, (starts[place] as number) - lead)) {
        while ((starts[place + 1] as number) <= at + lead) place++;
        codes.push(from + place);
        place++;
      }
    }
    return Int32Array.from(codes);
  }

  #matching(value: string): Int32Array {
    const pattern = compilePattern(value) as Pattern;
    const codes: number[] = [];
    for (const { text, from, starts } of this.#all()) {
      for (let place = 0; place + 1 < starts.length; place++) {
        if (pattern.test(text.slice(starts[place], (starts[place + 1] as number) - 1))) codes.push(from + place);
      }
    }
    return Int32Array.from(codes);
  }

  #all(): readonly Part[] {
    while (this.#known < this.#column.distinct) {
      const from = this.#known;
      this.#known = Math.min(from + PART_SIZE, this.#column.distinct);
      this.#parts.push(joined(this.#column, from, this.#known));
    }
    return this.#parts;
  }
}

function countedFromOne(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let place = 0; place < count; place++) numbers[place] = place + 1;
  return numbers;
}

function joined(column: TextColumn, from: number, to: number): Part {
  const text = BREAK + column.comparablesFrom(from, to) + BREAK;
  const starts = new Int32Array(to - from + 1);
  starts[0] = 1;
  for (let place = 1; place < starts.length; place++) starts[place] = text.indexOf(BREAK, starts[place - 1]) + 1;
  return { text, from, starts };
}
