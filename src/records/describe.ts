import { FLAG, type FileFacts } from '../import/file-block.ts';
import { FIELD } from '../layout/kept.ts';
import { resultCode } from '../core/review-result.ts';
import { roomFor } from '../core/room-for.ts';
import { halfWidth } from '../core/text.ts';
import type { Facts } from './facts.ts';
import type { GrainFinding } from './grain.ts';
import { type Reconciled, STATUS } from './reconcile.ts';
import type { RecordStore } from './record-store.ts';

/** A provider code without prefecture. */
const SHORT_PROVIDER = /^\d{7}$/u;
const GAIJI = /[\ue000-\uf8ff]/gu;

/** How often something worth telling was met, and where first. */
export interface Count {
  readonly count: number;
  /** `file:line`; null when it is about no record. */
  readonly example: string | null;
}

/** What became of the records of one file: records = loaded + quarantined + duplicates + superseded. */
export interface FileCounts extends FileFacts {
  readonly loaded: number;
  readonly duplicates: number;
  readonly superseded: number;
  /** Continuation records among the loaded. */
  readonly continued: number;
}

/** @throws Error when the records of a file do not add up, which is a bug */
export function countFiles(store: RecordStore, { status }: Reconciled): FileCounts[] {
  const { flags } = store;
  return store.files.map(({ facts, from, to }) => {
    const tally = countStatus(status, flags, from, to);
    if (facts.records !== tally.loaded + facts.quarantined + tally.duplicates + tally.superseded) {
      throw new Error(`the records of ${facts.name} do not add up`);
    }
    return { ...facts, ...tally };
  });
}

function countStatus(status: Uint8Array, flags: Uint8Array, from: number, to: number): Pick<FileCounts, 'loaded' | 'duplicates' | 'superseded' | 'continued'> {
  let duplicates = 0;
  let superseded = 0;
  let continued = 0;
  for (let row = from; row < to; row++) {
    if (status[row] === STATUS.duplicate) duplicates++;
    else if (status[row] === STATUS.superseded) superseded++;
    else if (((flags[row] as number) & FLAG.continuation) !== 0) continued++;
  }
  return { loaded: to - from - duplicates - superseded, duplicates, superseded, continued };
}

export type WarningKind =
  | 'empty_key'
  | 'unknown_request_month'
  | 'points_mismatch'
  | 'same_identity_other_content'
  | 'gaiji'
  | 'few_for_grain'
  | 'provider_without_prefecture'
  | 'extra_fields'
  | 'reordered';

/** The warnings over loaded records, in the order in which they are shown; those with count 0 are left out. */
export function findWarnings(store: RecordStore, reconciled: Reconciled, facts: Facts, grain: GrainFinding): Map<WarningKind, Count> {
  const flagged = countFlags(store, facts);
  const provider = store.column(FIELD.provider);
  const isShort = Uint8Array.from(provider.textsFrom(0, provider.distinct), (text) => (SHORT_PROVIDER.test(halfWidth(text)) ? 1 : 0));
  const found: [WarningKind, Count][] = [
    ['empty_key', flagged(FLAG.emptyKey)],
    ['unknown_request_month', flagged(FLAG.unknownRequestMonth)],
    ['points_mismatch', flagged(FLAG.pointsMismatch)],
    ['same_identity_other_content', countMarked(store, facts, reconciled.ambiguous, facts.record)],
    ['gaiji', countGaiji(store, facts, flagged(FLAG.gaiji))],
    ['few_for_grain', { count: grain.isAssumed ? grain.looked : 0, example: null }],
    ['provider_without_prefecture', countMarked(store, facts, isShort, facts.provider)],
    ['extra_fields', filesWhere(store, (file) => file.extraFields > 0)],
    ['reordered', filesWhere(store, (file) => file.reordered)],
  ];
  return new Map(found.filter(([kind, { count }]) => count > 0 || (kind === 'few_for_grain' && grain.isAssumed)));
}

function filesWhere(store: RecordStore, test: (file: FileFacts) => boolean): Count {
  const files = store.files.filter((file) => test(file.facts));
  const first = files[0];
  return { count: files.length, example: first === undefined ? null : `${first.facts.name}:1` };
}

const NOTHING: Count = { count: 0, example: null };

/** Counts the loaded records with each flag, in one go: most records have none. @returns the count of a bit of {@link FLAG} */
function countFlags(store: RecordStore, { record }: Facts): (bit: number) => Count {
  const { flags } = store;
  const bits = Object.values(FLAG);
  const counts = new Int32Array(bits.length);
  const first = new Int32Array(bits.length);
  for (let place = 0; place < record.length; place++) {
    const row = record[place] as number;
    const flag = flags[row] as number;
    if (flag === 0) continue;
    for (let each = 0; each < bits.length; each++) {
      if ((flag & (bits[each] as number)) === 0) continue;
      if (counts[each] === 0) first[each] = row;
      counts[each] = (counts[each] as number) + 1;
    }
  }
  return (bit) => {
    const each = bits.findIndex((known) => known === bit);
    return counts[each] === 0 ? NOTHING : { count: counts[each] as number, example: placeOf(store, first[each] as number) };
  };
}

/**
 * Counts the loaded records that are marked with 1.
 * @param marked for each loaded record its place in `marks`
 */
function countMarked(store: RecordStore, { record }: Facts, marks: Uint8Array, marked: Int32Array): Count {
  if (!marks.includes(1)) return NOTHING;
  let count = 0;
  let first = -1;
  for (let place = 0; place < marked.length; place++) {
    if (marks[marked[place] as number] === 0) continue;
    if (count === 0) first = place;
    count++;
  }
  return count === 0 ? NOTHING : { count, example: placeOf(store, record[first] as number) };
}

/** Counts the private-use characters themselves. @param flagged the records that have any */
function countGaiji(store: RecordStore, { record }: Facts, flagged: Count): Count {
  if (flagged.count === 0) return NOTHING;
  let count = 0;
  let example: string | null = null;
  for (const row of record) {
    if (((store.flags[row] as number) & FLAG.gaiji) === 0) continue;
    for (const column of store.columns) count += column.text(column.codes[row] as number).match(GAIJI)?.length ?? 0;
    if (count > 0) example ??= placeOf(store, row);
  }
  return { count, example };
}

function placeOf(store: RecordStore, row: number): string {
  return `${store.fileOf(row).facts.name}:${String(store.line[row])}`;
}

/** Share of loaded records with an outcome, a check type and an item; null over no records. */
export function coverage(facts: Facts): { outcome: number | null; checkType: number | null; item: number | null } {
  return {
    outcome: shareWithout(facts.result, resultCode('unclassified')),
    checkType: shareWithout(facts.checkType, 0),
    item: shareWithout(facts.items.count, 0),
  };
}

function shareWithout(values: Int32Array, value: number): number | null {
  if (values.length === 0) return null;
  let others = 0;
  for (let place = 0; place < values.length; place++) if (values[place] !== value) others++;
  return others / values.length;
}

/** The different months, ascending, without the blank one. */
export function monthsOf(values: Int32Array): number[] {
  return distinctOf(values).filter((month) => month !== 0);
}

/** The different values, ascending. @param values none below 0, and none so large that an array of that length would be too much */
export function distinctOf(values: Int32Array): number[] {
  let seen = new Uint8Array(1 << 8);
  let last = -1;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number;
    if (value === last) continue;
    last = value;
    if (value >= seen.length) seen = roomFor(seen, value + 1);
    seen[value] = 1;
  }
  const distinct: number[] = [];
  for (let value = seen.indexOf(1); value >= 0; value = seen.indexOf(1, value + 1)) distinct.push(value);
  return distinct;
}
