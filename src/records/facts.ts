import { feeTableOf, prefectureOfInsurer, prefectureOfProvider } from '../classify/claim-codes.ts';
import { FIELD } from '../layout/kept.ts';
import type { Classes } from './classes.ts';
import { type Reconciled, STATUS } from './reconcile.ts';
import type { RecordStore, StoredColumn } from './record-store.ts';

/** What the loaded records say of themselves, whatever the rules: one entry a record and column, no nulls. */
export interface BaseFacts {
  readonly size: number;
  /** Place in the record store. */
  readonly record: Int32Array;
  readonly application: Int32Array;
  readonly applications: number;
  /** yyyymm; 0 where blank. */
  readonly requestMonth: Int32Array;
  /** Whether no application has records of several request months, which only a continuation can bring about. */
  readonly isOfOneMonthEach: boolean;
  readonly resultMonth: Int32Array;
  /** Field 148 in points; NaN where blank. */
  readonly points: Float64Array;
  /** 1 to 4, 0 unknown. */
  readonly feeTable: Int32Array;
  /** 1 to 47; 0 for a provider code without prefecture. */
  readonly prefecture: Int32Array;
  /** Code in the store's column of field 4. */
  readonly provider: Int32Array;
  /** The prefecture most insurer numbers name (digits 3 and 4 of field 11); 0 where none does. */
  readonly ownPrefecture: number;
}

/** The loaded records as the metrics see them. */
export type Facts = BaseFacts & Classes;

/** Derives what no rule can change from the stored records that count. */
export function deriveBaseFacts(store: RecordStore, reconciled: Reconciled): BaseFacts {
  const record = loadedRecords(reconciled.status);
  const size = record.length;
  const gather = (of: (row: number) => number): Int32Array => {
    const column = new Int32Array(size);
    for (let i = 0; i < size; i++) column[i] = of(record[i] as number);
    return column;
  };
  const requestMonth = store.column(FIELD.requestMonth);
  const resultMonth = store.column(FIELD.resultMonth);
  const delta = store.column(FIELD.pointsDelta);
  const provider = store.column(FIELD.provider);
  const feeTable = store.column(FIELD.feeTable);
  const feeTables = byText(feeTable, feeTableOf);
  const prefectures = byText(provider, prefectureOfProvider);
  const points = new Float64Array(size);
  const application = gather((row) => reconciled.application[row] as number);
  const months = gather((row) => requestMonth.number(requestMonth.codes[row] as number) || 0);
  for (let i = 0; i < size; i++) points[i] = delta.number(delta.codes[record[i] as number] as number);
  return {
    size,
    record,
    application,
    applications: reconciled.applications,
    requestMonth: months,
    isOfOneMonthEach: isOfOneMonthEach(application, months, reconciled.applications),
    resultMonth: gather((row) => resultMonth.number(resultMonth.codes[row] as number) || 0),
    points,
    feeTable: gather((row) => feeTables[feeTable.codes[row] as number] as number),
    prefecture: gather((row) => prefectures[provider.codes[row] as number] as number),
    provider: gather((row) => provider.codes[row] as number),
    ownPrefecture: majorityPrefecture(store, record),
  };
}

function isOfOneMonthEach(application: Int32Array, months: Int32Array, applications: number): boolean {
  const first = new Int32Array(applications).fill(-1);
  for (let place = 0; place < application.length; place++) {
    const each = application[place] as number;
    if (first[each] === -1) first[each] = months[place] as number;
    else if (first[each] !== months[place]) return false;
  }
  return true;
}

function loadedRecords(status: Uint8Array): Int32Array {
  const record = new Int32Array(status.length);
  let size = 0;
  for (let row = 0; row < status.length; row++) if (status[row] === STATUS.loaded) record[size++] = row;
  return record.slice(0, size);
}

/** What each distinct text of a column means. */
function byText(column: StoredColumn, meaning: (text: string) => number): Int32Array {
  const meanings = new Int32Array(column.distinct);
  for (let code = 0; code < meanings.length; code++) meanings[code] = meaning(column.text(code));
  return meanings;
}

function majorityPrefecture(store: RecordStore, record: Int32Array): number {
  const column = store.column(FIELD.insurer);
  const prefectures = byText(column, prefectureOfInsurer);
  const counts = new Int32Array(48);
  for (const row of record) {
    const prefecture = prefectures[column.codes[row] as number] as number;
    counts[prefecture] = (counts[prefecture] as number) + 1;
  }
  counts[0] = 0;
  const most = Math.max(...counts);
  return most === 0 ? 0 : counts.indexOf(most);
}
