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
    const tally = { loaded: 0, duplicates: 0, superseded: 0, continued: 0 };
    for (let row = from; row < to; row++) {
      if (status[row] === STATUS.duplicate) tally.duplicates++;
      else if (status[row] === STATUS.superseded) tally.superseded++;
      else {
        tally.loaded++;
        if (((flags[row] as number) & FLAG.continuation) !== 0) tally.continued++;
      }
    }
    if (facts.records !== tally.loaded + facts.quarantined + tally.duplicates + tally.superseded) {
      throw new Error(`the records of ${facts.name} do not add up`);
    }
    return { ...facts, ...tally };
  });
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
  const { flags } = store;
  let met = 0;
  for (let place = 0; place < facts.size; place++) met |= flags[facts.record[place] as number] as number;
  const flagged = (bit: number, of = (row: number): number => (((flags[row] as number) & bit) !== 0 ? 1 : 0)): Count =>
    (met & bit) === 0 ? NOTHING : tally(store, facts, of);
  const provider = store.column(FIELD.provider);
  const { codes } = provider;
  const isShort = Uint8Array.from({ length: provider.distinct }, (_, code) => (SHORT_PROVIDER.test(halfWidth(provider.text(code))) ? 1 : 0));
  const found: [WarningKind, Count][] = [
    ['empty_key', flagged(FLAG.emptyKey)],
    ['unknown_request_month', flagged(FLAG.unknownRequestMonth)],
    ['points_mismatch', flagged(FLAG.pointsMismatch)],
    ['same_identity_other_content', tallyMarked(store, facts, reconciled.ambiguous, (row) => row)],
    ['gaiji', flagged(FLAG.gaiji, (row) => gaijiIn(store, row))],
    ['few_for_grain', { count: grain.isAssumed ? grain.looked : 0, example: null }],
    ['provider_without_prefecture', tallyMarked(store, facts, isShort, (row) => codes[row] as number)],
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

/** Counts the records whose place in `marks` holds 1; most files have none. */
function tallyMarked(store: RecordStore, facts: Facts, marks: Uint8Array, placeOf: (row: number) => number): Count {
  return marks.includes(1) ? tally(store, facts, (row) => marks[placeOf(row)] as number) : NOTHING;
}

function tally(store: RecordStore, facts: Facts, of: (row: number) => number): Count {
  let count = 0;
  let first = -1;
  for (const row of facts.record) {
    const times = of(row);
    if (times > 0 && first < 0) first = row;
    count += times;
  }
  const example = first < 0 ? null : `${store.fileOf(first).facts.name}:${String(store.line[first])}`;
  return { count, example };
}

function gaijiIn(store: RecordStore, row: number): number {
  if (((store.flags[row] as number) & FLAG.gaiji) === 0) return 0;
  let count = 0;
  for (const column of store.columns) count += column.text(column.codes[row] as number).match(GAIJI)?.length ?? 0;
  return count;
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
  for (const each of values) if (each !== value) others++;
  return others / values.length;
}

/** The different months, ascending, without the blank one. */
export function monthsOf(values: Int32Array): number[] {
  return distinctOf(values).filter((month) => month !== 0);
}

/** The different values, ascending. */
export function distinctOf(values: Int32Array): number[] {
  const seen = new Set<number>();
  let last: number | undefined;
  for (const value of values) {
    if (value === last) continue;
    last = value;
    seen.add(value);
  }
  return [...seen].toSorted((a, b) => a - b);
}
