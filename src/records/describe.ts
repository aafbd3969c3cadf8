import { FLAG, type FileFacts } from '../import/file-block.ts';
import { FIELD } from '../layout/kept.ts';
import { resultCode } from '../core/review-result.ts';
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
  for (const row of record) {
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

/** How many of the loaded records have each class: how often each value stands in columns of {@link Facts}. */
export interface ClassCounts {
  readonly result: Int32Array;
  readonly checkType: Int32Array;
  readonly itemCount: Int32Array;
}

/** Share of loaded records with an outcome, a check type and an item; null over no records. */
export function coverage({ result, checkType, itemCount }: ClassCounts, records: number): Coverage {
  const without = (counts: Int32Array, value: number): number | null => (records === 0 ? null : (records - (counts[value] ?? 0)) / records);
  return { outcome: without(result, resultCode('unclassified')), checkType: without(checkType, 0), item: without(itemCount, 0) };
}

export interface Coverage {
  readonly outcome: number | null;
  readonly checkType: number | null;
  readonly item: number | null;
}

/** The values that are met at all, ascending. @param counts from that of 0 on */
export function valuesMet(counts: Int32Array): number[] {
  const met: number[] = [];
  for (let value = 0; value < counts.length; value++) if (counts[value] !== 0) met.push(value);
  return met;
}
