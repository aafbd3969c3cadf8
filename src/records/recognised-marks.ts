import { bracketedNames } from '../classify/bracketed-names.ts';
import { itemCodes } from '../classify/item-codes.ts';
import { NO_RULE, type RuleMatcher } from '../classify/match-rules.ts';
import { nameText, originalPlaces } from '../classify/name-text.ts';
import { namesBeside } from '../classify/names-beside.ts';
import { matchPlace } from '../classify/rule-pattern.ts';
import type { Rule, Target } from '../classify/rule.ts';
import { DECIDED_TARGETS } from './classes.ts';
import type { Facts } from './facts.ts';
import type { Basis } from './item-basis.ts';
import { ITEM_FIELDS } from './item-finder.ts';
import type { NameSearch } from './name-search.ts';
import type { RecordStore } from './record-store.ts';
import { TARGET_FIELDS } from './unclassified-texts.ts';

/** A part of a text in which something was recognised; places in the text as written, the end is exclusive. */
export interface Mark {
  readonly begin: number;
  readonly end: number;
  readonly basis: Basis;
  /** The item's code and name, or what the rule decided. */
  readonly said: string;
  /** Place of the rule among those in force; null where none is meant. */
  readonly rule: number | null;
}

/** One filled field of a record with what was recognised in it. */
export interface MarkedText {
  readonly field: number;
  readonly text: string;
  /** From left to right; they may overlap. */
  readonly marks: readonly Mark[];
}

/** A record's texts with what was recognised, and what it is classified as. */
export interface MarkedRecord {
  readonly file: string;
  /** Physical line, 1-based. */
  readonly line: number;
  readonly texts: readonly MarkedText[];
  /** For each target the result and the place of the rule; null where nothing decides. */
  readonly classes: readonly { readonly target: Target; readonly result: string; readonly rule: number }[];
}

/** What recognises something. */
export interface Recognisers {
  readonly rules: readonly Rule[];
  readonly matcher: RuleMatcher;
  readonly names: NameSearch | null;
}

const FIELDS = [...new Set(Object.values(TARGET_FIELDS).flat())].toSorted((a, b) => a - b);

/** @param index place among the loaded records */
export function markRecord(store: RecordStore, facts: Facts, index: number, recognisers: Recognisers): MarkedRecord {
  const { rules, matcher } = recognisers;
  const record = facts.record[index] as number;
  const classes = DECIDED_TARGETS.flatMap((target) => {
    const rule = facts.deciding[target][index] as number;
    const isMeant = rule !== NO_RULE && (target !== '原審要因' || facts.upheldCause[index] !== 0);
    return isMeant ? [{ target, rule, result: rules[rule]?.result ?? '' }] : [];
  });
  const itemRules = rules.flatMap((rule, place) => (rule.target === '項目' ? [place] : []));
  const deciding = [...classes.map(({ rule }) => rule), ...itemRules];
  const texts = FIELDS.flatMap((field) => {
    const column = store.column(field);
    const code = column.codes[record] as number;
    if (code === 0) return [];
    const hitting = deciding.filter((place) => {
      const rule = rules[place] as Rule;
      return rule.fields.includes(field) && matcher.hits(rule, field).includes(code);
    });
    const text = column.text(code);
    return [{ field, text, marks: marksIn(text, field, hitting, recognisers) }];
  });
  return { file: store.fileOf(record).facts.name, line: store.line[record] as number, texts, classes };
}

function marksIn(text: string, field: number, hitting: readonly number[], { rules, names }: Recognisers): readonly Mark[] {
  const { plain, signs, places } = nameText(text);
  const { starts, ends } = originalPlaces(text);
  const mark = (begin: number, end: number, basis: Basis, said: string, rule: number | null): Mark => ({
    begin: starts[begin] ?? 0,
    end: ends[end - 1] ?? text.length,
    basis,
    said,
    rule,
  });
  const marks: Mark[] = [];
  if (ITEM_FIELDS.some((each) => each === field)) {
    for (const { code, kind } of itemCodes(plain)) {
      const at = plain.search(new RegExp(`(?<!\\d)${code}(?!\\d)`, 'u'));
      marks.push(mark(at, at + code.length, 'code', names?.nameOf({ kind, code }) ?? `${kind} ${code}`, null));
    }
    if (names !== null) {
      for (const { item, begin, end } of namesBeside(text, names.finder)) marks.push(mark(begin, end, 'name', `${item.kind} ${item.code} ${item.name}`, null));
    } else if (marks.length === 0) {
      for (const { name } of bracketedNames(text)) {
        const at = plain.indexOf(name);
        if (at >= 0) marks.push(mark(at, at + name.length, 'bracket', name, null));
      }
    }
  }
  for (const place of hitting) {
    const rule = rules[place] as Rule;
    const found = matchPlace(rule, signs);
    const plainPlace = (at: number): number => (places === null ? at : (places[at] ?? plain.length));
    if (found !== null) marks.push(mark(plainPlace(found.begin), plainPlace(found.end - 1) + 1, 'rule', `${rule.target} ${rule.result}`, place));
  }
  return marks.toSorted((a, b) => a.begin - b.begin || b.end - a.end);
}
