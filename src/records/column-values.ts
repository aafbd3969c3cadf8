import { FEE_TABLES, type FeeTable } from '../classify/claim-codes.ts';
import { REVIEW_RESULTS, type ReviewResult } from '../core/review-result.ts';
import type { DerivedName, RecordColumn } from './columns.ts';
import type { Facts } from './facts.ts';
import type { RecordStore } from './record-store.ts';

/** One column of the loaded records as codes; a record is known by its place among the loaded ones. */
export interface TextValues {
  readonly kind: 'text';
  /** Codes run from 0 up to, not including, this. */
  readonly distinct: number;
  codeOf(place: number): number;
  /** Empty where the field is blank. */
  text(code: number): string;
}

/** One column of numbers or months (yyyymm); NaN where the field is blank or, for the amounts of the self-check, unreadable. */
export interface NumberValues {
  readonly kind: 'number';
  valueOf(place: number): number;
}

/** The results as the column 審査結果 has them. */
export const RESULT_NAMES: Readonly<Record<ReviewResult, string>> = {
  reduced: '査定',
  returned: '返戻',
  upheld: '原審',
  withdrawn: '取下げ',
  out_of_scope: '対象外',
  unclassified: '未分類',
  pending: '未決',
};

/** Where the values of a column come from. */
export function columnValues(column: RecordColumn, store: RecordStore, facts: Facts): TextValues | NumberValues {
  if (column.field === null) return derivedValues(column.name as DerivedName, facts);
  const stored = store.column(column.field);
  const codeOf = (place: number): number => stored.codes[facts.record[place] as number] as number;
  if (column.form === 'text') return { kind: 'text', distinct: stored.distinct, codeOf, text: (code) => stored.text(code) };
  return { kind: 'number', valueOf: (place) => stored.number(codeOf(place)) };
}

function derivedValues(name: DerivedName, facts: Facts): TextValues | NumberValues {
  switch (name) {
    case '審査結果':
      return named(facts.result, ['', ...REVIEW_RESULTS.map((result) => RESULT_NAMES[result])]);
    case '点検区分':
      return named(facts.checkType, ['未分類', ...facts.checkTypes]);
    case '点数表区分':
      return named(facts.feeTable, ([0, 1, 2, 3, 4] satisfies FeeTable[]).map((code) => FEE_TABLES[code]));
    case '都道府県':
      return named(facts.prefecture, Array.from({ length: 48 }, (_, code) => (code === 0 ? '' : String(code).padStart(2, '0'))));
    case '項目数':
      return { kind: 'number', valueOf: (place) => facts.items.count[place] as number };
  }
}

function named(codes: Int32Array, names: readonly string[]): TextValues {
  return { kind: 'text', distinct: names.length, codeOf: (place) => codes[place] as number, text: (code) => names[code] as string };
}
