import { feeTableOf, prefectureOfInsurer, prefectureOfProvider } from '../classify/claim-codes.ts';
import { NO_RULE, firstRules } from '../classify/match-rules.ts';
import type { Rule, Target } from '../classify/rule-table.ts';
import { type ReviewResult, resultCode } from '../core/review-result.ts';
import { FIELD } from '../layout/kept.ts';
import type { FoundItems, ItemFinder } from './item-finder.ts';
import { type Reconciled, STATUS } from './reconcile.ts';
import type { RecordStore, StoredColumn } from './record-store.ts';

/** The loaded records as the metrics see them: one entry a record and column, no nulls. */
export interface Facts {
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
  /** Check type n is `checkTypes[n − 1]`; 0 where no rule names one (未分類). */
  readonly checkType: Int32Array;
  readonly checkTypes: readonly string[];
  /** 1 to 7, see {@link resultCode}. */
  readonly result: Int32Array;
  readonly items: FoundItems;
  /** The prefecture most insurer numbers name (digits 3 and 4 of field 11); 0 where none does. */
  readonly ownPrefecture: number;
}

const RESULT_NAMES: Readonly<Record<string, ReviewResult>> = {
  査定: 'reduced',
  返戻: 'returned',
  原審: 'upheld',
  取下げ: 'withdrawn',
  対象外: 'out_of_scope',
  未決: 'pending',
};

/** Derives what the metrics need from the stored records that count, by the rules in force. */
export function deriveFacts(store: RecordStore, reconciled: Reconciled, rules: readonly Rule[], finder: ItemFinder): Facts {
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
  const results = ruleResults(store, rules, '審査結果');
  const checks = ruleResults(store, rules, '点検区分');
  const checkTypes = [...new Set(checks.rules.map((rule) => rule.result))];
  const checkTypeByRule = checks.rules.map((rule) => checkTypes.indexOf(rule.result) + 1);
  const resultByRule = results.rules.map((rule) => resultCode(RESULT_NAMES[rule.result] ?? 'unclassified'));
  const unclassified = resultCode('unclassified');
  const points = new Float64Array(size);
  for (let i = 0; i < size; i++) points[i] = delta.number(delta.codes[record[i] as number] as number);
  return {
    size,
    record,
    application: gather((row) => reconciled.application[row] as number),
    applications: reconciled.applications,
    requestMonth: gather((row) => requestMonth.number(requestMonth.codes[row] as number) || 0),
    resultMonth: gather((row) => resultMonth.number(resultMonth.codes[row] as number) || 0),
    points,
    feeTable: gather((row) => feeTables[feeTable.codes[row] as number] as number),
    prefecture: gather((row) => prefectures[provider.codes[row] as number] as number),
    provider: gather((row) => provider.codes[row] as number),
    checkType: gather((row) => byRule(checks.first[row] as number, checkTypeByRule, 0)),
    checkTypes,
    result: gather((row) => byRule(results.first[row] as number, resultByRule, unclassified)),
    items: finder.find(record),
    ownPrefecture: majorityPrefecture(store, record),
  };
}

function loadedRecords(status: Uint8Array): Int32Array {
  const record = new Int32Array(status.length);
  let size = 0;
  for (let row = 0; row < status.length; row++) if (status[row] === STATUS.loaded) record[size++] = row;
  return record.slice(0, size);
}

function ruleResults(store: RecordStore, rules: readonly Rule[], target: Target): { rules: Rule[]; first: Int32Array } {
  const ofTarget = rules.filter((rule) => rule.target === target);
  return { rules: ofTarget, first: firstRules(ofTarget, (field) => store.column(field), store.size) };
}

function byRule(place: number, values: readonly number[], otherwise: number): number {
  return place === NO_RULE ? otherwise : (values[place] as number);
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
