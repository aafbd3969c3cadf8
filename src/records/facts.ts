import { feeTableOf, prefectureOfInsurer, prefectureOfProvider } from '../classify/claim-codes.ts';
import type { Codes } from '../core/codes.ts';
import { FIELD } from '../layout/kept.ts';
import type { Classes } from './classes.ts';
import { gathered } from './gathered.ts';
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
  const requestMonth = store.column(FIELD.requestMonth);
  const resultMonth = store.column(FIELD.resultMonth);
  const delta = store.column(FIELD.pointsDelta);
  const providers = store.column(FIELD.provider);
  const feeTable = store.column(FIELD.feeTable);
  const application = gathered(reconciled.application, record);
  const provider = gathered(providers.codes, record);
  const points = new Float64Array(size);
  const figures = Float64Array.from({ length: delta.distinct }, (_, code) => delta.number(code));
  const figureCodes = delta.codes;
  for (let place = 0; place < size; place++) points[place] = figures[figureCodes[record[place] as number] as number] as number;
  return {
    size,
    record,
    application,
    applications: reconciled.applications,
    requestMonth: meant(requestMonth.codes, record, requestMonth.months),
    resultMonth: meant(resultMonth.codes, record, resultMonth.months),
    points,
    feeTable: meant(feeTable.codes, record, byText(feeTable, feeTableOf)),
    prefecture: gathered(byText(providers, prefectureOfProvider), provider),
    provider,
    ownPrefecture: majorityPrefecture(store, record),
  };
}

/** What the codes of these records mean. */
function meant(codes: Codes, record: Int32Array, meanings: Int32Array): Int32Array {
  const values = new Int32Array(record.length);
  for (let place = 0; place < record.length; place++) values[place] = meanings[codes[record[place] as number] as number] as number;
  return values;
}

function loadedRecords(status: Uint8Array): Int32Array {
  const record = new Int32Array(status.length);
  let size = 0;
  for (let row = 0; row < status.length; row++) if (status[row] === STATUS.loaded) record[size++] = row;
  return record.subarray(0, size);
}

/** What each distinct text of a column means. */
function byText(column: StoredColumn, meaning: (text: string) => number): Int32Array {
  return Int32Array.from(column.textsFrom(0, column.distinct), meaning);
}

function majorityPrefecture(store: RecordStore, record: Int32Array): number {
  const column = store.column(FIELD.insurer);
  const { codes } = column;
  const prefectureOf = byText(column, prefectureOfInsurer);
  const counts = new Int32Array(48);
  for (const row of record) {
    const prefecture = prefectureOf[codes[row] as number] as number;
    counts[prefecture] = (counts[prefecture] as number) + 1;
  }
  counts[0] = 0;
  const most = Math.max(...counts);
  return most === 0 ? 0 : counts.indexOf(most);
}
