import { FLAG } from '../import/file-block.ts';
import { FIELD, IDENTITY } from '../layout/kept.ts';
import type { RecordStore } from './record-store.ts';
import { TupleIndex } from './tuple-index.ts';

/** What became of an accepted record. */
export const STATUS = { loaded: 0, duplicate: 1, superseded: 2 } as const;

export interface Reconciled {
  /** One of {@link STATUS} for each record of the store. */
  readonly status: Uint8Array;
  /** For each record the application it belongs to, from 0 without gaps over the loaded ones; −1 where not loaded. */
  readonly application: Int32Array;
  readonly applications: number;
  /** For each record 1 where another loaded record has its identity and result month but other content. */
  readonly ambiguous: Uint8Array;
}

/**
 * Tells which records count (IMPORT, "Which records count"): of identical records the first in load order; of one
 * identity those with the latest result month, blank being the lowest. A pure function of what is stored, so that the
 * order of files changes nothing but which of two identical records is called the duplicate.
 */
export function reconcile(store: RecordStore): Reconciled {
  const size = store.size;
  const status = new Uint8Array(size);
  const ambiguous = new Uint8Array(size);
  markDuplicates(store, status);
  markSuperseded(store, status, ambiguous);
  const { application, applications } = numberApplications(store, status);
  return { status, application, applications, ambiguous };
}

function markDuplicates(store: RecordStore, status: Uint8Array): void {
  const claim = [FIELD.claimKey, FIELD.requestMonth, FIELD.resultMonth].map((field) => store.column(field).codes);
  const index = new TupleIndex([store.hash, ...claim], [4, 1, 1, 1], store.size);
  for (let row = 0; row < store.size; row++) {
    if (index.firstLike(row) !== row) status[row] = STATUS.duplicate;
  }
}

function markSuperseded(store: RecordStore, status: Uint8Array, ambiguous: Uint8Array): void {
  const identity = IDENTITY.map((field) => (field === FIELD.requestMonth ? monthNumbers(store) : store.column(field).codes));
  const index = new TupleIndex(identity, identity.map(() => 1), store.size);
  const results = store.column(FIELD.resultMonth);
  const keys = store.column(FIELD.claimKey).codes;
  /** For the first row of an identity: the latest result month so far, and how many rows have it. */
  const latest = new Float64Array(store.size);
  const first = new Int32Array(store.size).fill(-1);
  const holders = new Int32Array(store.size);
  for (let row = 0; row < store.size; row++) {
    if (status[row] !== STATUS.loaded || keys[row] === 0) continue;
    const head = index.firstLike(row);
    first[row] = head;
    const result = results.number(results.codes[row] as number) || 0;
    if (head === row || result > (latest[head] as number)) {
      latest[head] = result;
      holders[head] = 1;
    } else if (result === latest[head]) holders[head] = (holders[head] as number) + 1;
  }
  for (let row = 0; row < store.size; row++) {
    const head = first[row] as number;
    if (head < 0) continue;
    const result = results.number(results.codes[row] as number) || 0;
    if (result < (latest[head] as number)) status[row] = STATUS.superseded;
    else if ((holders[head] as number) > 1) ambiguous[row] = 1;
  }
}

function numberApplications(store: RecordStore, status: Uint8Array): { application: Int32Array; applications: number } {
  const size = store.size;
  const keys = store.column(FIELD.claimKey).codes;
  const index = new TupleIndex([keys, monthNumbers(store)], [1, 1], size);
  const application = new Int32Array(size).fill(-1);
  let applications = 0;
  for (let row = 0; row < size; row++) {
    if (status[row] !== STATUS.loaded) continue;
    const head = keys[row] !== 0 ? index.firstLike(row) : continuedRow(store, application, row);
    application[row] = head === row ? applications++ : (application[head] as number);
  }
  return { application, applications };
}

/** For a record without a key: the record before where it continues that one, else itself. */
function continuedRow(store: RecordStore, application: Int32Array, row: number): number {
  const isContinuation = ((store.flags[row] as number) & FLAG.continuation) !== 0;
  return isContinuation && row > 0 && (application[row - 1] as number) >= 0 ? row - 1 : row;
}

/** Request months as numbers (yyyymm, 0 where blank): one month may be written in several forms. */
function monthNumbers(store: RecordStore): Int32Array {
  const column = store.column(FIELD.requestMonth);
  const months = new Int32Array(store.size);
  for (let row = 0; row < months.length; row++) months[row] = column.number(column.codes[row] as number) || 0;
  return months;
}
