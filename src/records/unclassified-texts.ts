import { fingerprint, pairFingerprint } from '../classify/fingerprint.ts';
import type { Rule, Target } from '../classify/rule.ts';
import { byCodePoints } from '../core/text.ts';
import { FIELD } from '../layout/kept.ts';
import type { Facts } from './facts.ts';
import { ITEM_FIELDS } from './item-finder.ts';
import { type Weight, isClassified, pointsOf } from './mapping-coverage.ts';
import type { RecordStore } from './record-store.ts';

/** One text of a field, and the unclassified records that have it. */
export interface UnclassifiedText extends Weight {
  readonly text: string;
  /** The first record that has it. */
  readonly record: number;
}

/** Texts of one field that say the same in other writing, the most frequent first. */
export interface UnclassifiedGroup extends Weight {
  readonly field: number;
  readonly texts: readonly UnclassifiedText[];
}

/** What no rule classified for a target. */
export interface Unclassified {
  readonly all: Weight;
  /** Records that are blank in every field looked at, so that no text can classify them. */
  readonly blank: Weight;
  /** The most frequent ones; a record stands in one group for each of its filled fields. */
  readonly groups: readonly UnclassifiedGroup[];
  /** Number of groups there are. */
  readonly groupCount: number;
}

/** Where each target is told. */
export const TARGET_FIELDS: Readonly<Record<Target, readonly number[]>> = {
  審査結果: [FIELD.resultName, FIELD.resultCode],
  点検区分: [FIELD.applicationKind, FIELD.doubtKind, FIELD.reasonName, FIELD.reasonCode],
  項目: ITEM_FIELDS,
  原審要因: [FIELD.upheldReason, FIELD.upheldReasonCode, FIELD.supplement],
};

/** More texts than the most frequent ones are not compared with each other. */
const MOST_TEXTS = 5000;

/** @param most groups to give */
export function unclassifiedTexts(store: RecordStore, facts: Facts, rules: readonly Rule[], target: Target, most: number): Unclassified {
  const rows: number[] = [];
  for (let index = 0; index < facts.size; index++) if (isClassified(facts, rules, target, index) === false) rows.push(index);
  const fields = TARGET_FIELDS[target];
  const columns = fields.map((field) => store.column(field).codes);
  const blank = rows.filter((index) => columns.every((codes) => codes[facts.record[index] as number] === 0));
  const groups = fields.flatMap((field) => groupAlike(field, textsOf(store, facts, field, rows))).toSorted(byFrequency);
  return { all: weigh(facts, rows), blank: weigh(facts, blank), groups: groups.slice(0, most), groupCount: groups.length };
}

function weigh(facts: Facts, rows: readonly number[]): Weight {
  return { records: rows.length, points: rows.reduce((sum, index) => sum + pointsOf(facts, index), 0) };
}

/** The texts of a field over some records, the most frequent first. */
function textsOf(store: RecordStore, facts: Facts, field: number, rows: readonly number[]): UnclassifiedText[] {
  const column = store.column(field);
  const found = new Map<number, { record: number; records: number; points: number }>();
  for (const index of rows) {
    const record = facts.record[index] as number;
    const code = column.codes[record] as number;
    if (code === 0) continue;
    const known = found.get(code);
    if (known === undefined) found.set(code, { record, records: 1, points: pointsOf(facts, index) });
    else {
      known.records++;
      known.points += pointsOf(facts, index);
    }
  }
  return [...found].toSorted(([a, x], [b, y]) => y.records - x.records || a - b).map(([code, weight]) => ({ text: column.text(code), ...weight }));
}

/** Sets texts with one fingerprint together, then groups whose first texts have one fingerprint of pairs. */
function groupAlike(field: number, texts: readonly UnclassifiedText[]): UnclassifiedGroup[] {
  const compared = texts.slice(0, MOST_TEXTS);
  const byWords = [...gather(compared, ({ text }) => fingerprint(text)).values()];
  const byPairs = [...gather(byWords, ([first]) => pairFingerprint((first as UnclassifiedText).text)).values()].map((groups) => groups.flat());
  const groups = [...byPairs, ...texts.slice(MOST_TEXTS).map((text) => [text])];
  return groups.map((group) => ({
    field,
    texts: group.toSorted((a, b) => b.records - a.records || byCodePoints(a.text, b.text)),
    records: group.reduce((sum, { records }) => sum + records, 0),
    points: group.reduce((sum, { points }) => sum + points, 0),
  }));
}

function gather<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const gathered = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, [thing]);
    else known.push(thing);
  }
  return gathered;
}

function byFrequency(a: UnclassifiedGroup, b: UnclassifiedGroup): number {
  return b.records - a.records || a.field - b.field || byCodePoints(a.texts[0]?.text ?? '', b.texts[0]?.text ?? '');
}
