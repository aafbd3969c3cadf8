import type { Codes } from '../core/codes.ts';
import { FLAG } from '../import/file-block.ts';
import { FIELD, IDENTITY } from '../layout/kept.ts';
import type { RecordStore } from './record-store.ts';
import type { TupleColumn } from './value-kernel.ts';

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
  const months = monthNumbers(store);
  const company = rowsInCompany(store);
  markDuplicates(store, company, status);
  markSuperseded(store, company, months, status, ambiguous);
  const { application, applications } = numberApplications(store, company, months, status);
  return { status, application, applications, ambiguous };
}

/** The rows that could be one with another: all but those whose claim key no other row has. */
function rowsInCompany(store: RecordStore): Int32Array {
  const column = store.column(FIELD.claimKey);
  const { codes } = column;
  const { size } = store;
  const holders = new Uint8Array(column.distinct);
  for (let row = 0; row < size; row++) {
    const code = codes[row] as number;
    holders[code] = Math.min((holders[code] as number) + 1, 2);
  }
  holders[0] = 2;
  const rows = new Int32Array(size);
  let length = 0;
  for (let row = 0; row < size; row++) if (holders[codes[row] as number] === 2) rows[length++] = row;
  return rows.subarray(0, length);
}

function markDuplicates(store: RecordStore, company: Int32Array, status: Uint8Array): void {
  const { buffer, byteOffset, length } = store.hash;
  const claim = [FIELD.claimKey, FIELD.requestMonth, FIELD.resultMonth].map((field) => single(store.column(field).codes));
  const first = store.firstLikes([{ values: new Int32Array(buffer, byteOffset, length), stride: 4 }, ...claim], company);
  for (let place = 0; place < company.length; place++) {
    if (first[place] !== place) status[company[place] as number] = STATUS.duplicate;
  }
}

function markSuperseded(store: RecordStore, company: Int32Array, months: Int32Array, status: Uint8Array, ambiguous: Uint8Array): void {
  const identity = IDENTITY.map((field) => single(field === FIELD.requestMonth ? months : store.column(field).codes));
  const rows = keyedRows(store, company, status);
  const first = store.firstLikes(identity, rows);
  const results = store.column(FIELD.resultMonth);
  const resultOfCode = results.months;
  const { codes } = results;
  /** For the first row of an identity: the latest result month so far, and how many rows have it. */
  const latest = new Int32Array(rows.length);
  const holders = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const head = first[place] as number;
    const result = resultOfCode[codes[rows[place] as number] as number] as number;
    if (head === place || result > (latest[head] as number)) {
      latest[head] = result;
      holders[head] = 1;
    } else if (result === latest[head]) holders[head] = (holders[head] as number) + 1;
  }
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    const head = first[place] as number;
    const result = resultOfCode[codes[row] as number] as number;
    if (result < (latest[head] as number)) status[row] = STATUS.superseded;
    else if ((holders[head] as number) > 1) ambiguous[row] = 1;
  }
}

function numberApplications(
  store: RecordStore,
  company: Int32Array,
  months: Int32Array,
  status: Uint8Array,
): { application: Int32Array; applications: number } {
  const { size } = store;
  const keys = store.column(FIELD.claimKey).codes;
  const rows = keyedRows(store, company, status);
  const first = store.firstLikes([single(keys), single(months)], rows);
  const application = new Int32Array(size).fill(-1);
  let applications = 0;
  let place = 0;
  for (let row = 0; row < size; row++) {
    if (status[row] !== STATUS.loaded) continue;
    let head = row;
    if (row === rows[place]) head = rows[first[place++] as number] as number;
    else if (keys[row] === 0) head = continuedRow(store, application, row);
    application[row] = head === row ? applications++ : (application[head] as number);
  }
  return { application, applications };
}

/** Of the given rows those that count so far and have a claim key. */
function keyedRows(store: RecordStore, company: Int32Array, status: Uint8Array): Int32Array {
  const keys = store.column(FIELD.claimKey).codes;
  const rows = new Int32Array(company.length);
  let length = 0;
  for (const row of company) if (status[row] === STATUS.loaded && keys[row] !== 0) rows[length++] = row;
  return rows.subarray(0, length);
}

function single(values: Codes | Int32Array): TupleColumn {
  return { values, stride: 1 };
}

/** For a record without a key: the record before where it continues that one, else itself. */
function continuedRow(store: RecordStore, application: Int32Array, row: number): number {
  const isContinuation = ((store.flags[row] as number) & FLAG.continuation) !== 0;
  return isContinuation && row > 0 && (application[row - 1] as number) >= 0 ? row - 1 : row;
}

/** Request months as numbers (yyyymm, 0 where blank): one month may be written in several forms. */
function monthNumbers(store: RecordStore): Int32Array {
  const column = store.column(FIELD.requestMonth);
  const monthOf = column.months;
  const months = new Int32Array(store.size);
  const { codes } = column;
  for (let row = 0; row < months.length; row++) months[row] = monthOf[codes[row] as number] as number;
  return months;
}
