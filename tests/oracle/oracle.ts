import { findGrain, itemsByApplication, type Grain } from './applications';
import { checkRows } from './check-rows';
import type { Outcome } from './classify';
import { buildImportRecord, type ImportRecord, type SourceFile } from './import-record';
import { checkTypesCsv, itemsCsv } from './item-tables';
import { KEPT_FIELDS } from './layout';
import { loadedRecords } from './loaded-records';
import type { Attribution, Measuring } from './measure-line';
import { monthlyCsv } from './monthly-table';
import { excludedKeys, registeredByTable, type ListLine, type OwnLists } from './own-lists';
import type { OwnReading } from './own-reading';
import { readFile } from './read-file';
import { recognisedCsv } from './recognised-list';
import { reconcile } from './reconcile';
import { rejectedCsv } from './rejected-list';
import { findWarnings } from './warnings';

export type { ImportRecord } from './import-record';

export interface OracleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OracleOptions {
  readonly denominator: 'decided' | 'applied';
  readonly attribution: Attribution;
  readonly grain: 'auto' | Grain;
  readonly axis: 'request' | 'result';
  /** `2024-04`; both ends are in. */
  readonly from?: string;
  readonly to?: string;
  readonly inspected: ReadonlyMap<string, number>;
  /** The fields whose bytes must decode; without it, all that are neither personal nor sensitive. */
  readonly kept?: readonly number[];
  readonly lists?: OwnLists;
  readonly own?: OwnReading;
}

export interface OracleItem {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly basis: string;
}

/** A loaded record, after reconciliation. */
export interface OracleRecord {
  readonly file: string;
  readonly line: number;
  readonly applicationId: string;
  readonly key: string;
  readonly requestMonth: string | null;
  readonly resultMonth: string | null;
  readonly outcome: Outcome;
  readonly checkType: string;
  readonly items: readonly OracleItem[];
  readonly points: number | null;
  readonly continued: boolean;
}

export interface OracleResult {
  readonly files: {
    readonly 'monthly.csv': string;
    readonly 'items.csv': string;
    readonly 'check-types.csv': string;
    readonly 'rejected.csv': string;
    readonly 'recognised.csv': string;
  };
  readonly importRecord: ImportRecord;
  readonly refused: readonly { readonly name: string; readonly code: string }[];
  readonly records: readonly OracleRecord[];
  readonly lines: readonly ListLine[];
  /** Listed applications by request month and fee table, without those that are excluded. */
  readonly registered: ReadonlyMap<string, number>;
}

function inPeriod(record: OracleRecord, options: OracleOptions): boolean {
  if (options.from === undefined && options.to === undefined) return true;
  const month = options.axis === 'request' ? record.requestMonth : record.resultMonth;
  if (month === null) return false;
  return month >= (options.from ?? month) && month <= (options.to ?? month);
}

export function compute(files: readonly OracleFile[], options: OracleOptions): OracleResult {
  const kept = new Set(options.kept ?? KEPT_FIELDS);
  const refused: { name: string; code: string }[] = [];
  const sources: SourceFile[] = [];
  for (const { name, bytes } of files) {
    const reading = readFile(bytes);
    if ('refused' in reading) {
      refused.push({ name, code: reading.refused });
    } else {
      sources.push({ name, bytes, ...reading.accepted, records: checkRows(reading.accepted, kept) });
    }
  }

  const standing = reconcile(
    sources.map((source) => source.records),
    sources.map((source) => source.encoding),
  );
  const loaded = standing.filter((entry) => entry.standing === 'loaded');
  const { lists = {} } = options;
  const { records, lines, waiting, claims } = loadedRecords(loaded, sources, lists.applications, options.own);
  const found = findGrain(records);
  const grain = options.grain === 'auto' ? found.grain : options.grain;

  const excluded = lists.exclusions === undefined || lists.keepsExcluded === true ? new Set<string>() : excludedKeys(lists.exclusions);
  const counted = lists.countsListed === true ? [...records, ...waiting] : records;
  const scope = counted.filter((record) => inPeriod(record, options) && !excluded.has(record.key));
  const how: Measuring = {
    grain,
    attribution: options.attribution,
    itemsOfApplication: itemsByApplication(scope),
  };
  const warnings = findWarnings(loaded, sources, kept, options.grain === 'auto' ? found : null);
  return {
    files: {
      'monthly.csv': monthlyCsv(scope, options, how),
      'items.csv': itemsCsv(scope, options, how),
      'check-types.csv': checkTypesCsv(scope, options, how),
      'rejected.csv': rejectedCsv(sources),
      'recognised.csv': recognisedCsv(records),
    },
    importRecord: buildImportRecord(sources, standing, records, grain, warnings),
    refused,
    records,
    lines,
    registered: registeredByTable(lines, claims, excluded),
  };
}
