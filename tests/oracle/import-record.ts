import { createHash } from 'node:crypto';
import type { Grain } from './applications';
import type { CheckedRecord } from './check-rows';
import { UNCLASSIFIED } from './classify';
import type { OracleRecord } from './oracle';
import type { AcceptedFile } from './read-file';
import type { Standing, StandingRecord } from './reconcile';
import type { Warning } from './warnings';

export interface SourceFile extends AcceptedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly records: readonly CheckedRecord[];
}

export interface Counts {
  readonly bytes: number;
  readonly records: number;
  readonly loaded: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly superseded: number;
  readonly continued: number;
  readonly blank: number;
}

export interface FileEntry extends Counts {
  readonly name: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly newline: string;
  readonly header: boolean;
}

export interface QuarantineEntry {
  readonly file: string;
  readonly line: number;
  readonly field: number | null;
  readonly code: string;
  readonly message: string;
}

export interface ImportRecord {
  readonly files: readonly FileEntry[];
  readonly totals: Counts;
  readonly grain: Grain;
  readonly months: readonly string[];
  readonly coverage: {
    readonly outcome: number | null;
    readonly checkType: number | null;
    readonly item: number | null;
  };
  readonly quarantine: readonly QuarantineEntry[];
  readonly warnings: readonly Warning[];
}

function fileEntry(source: SourceFile, own: readonly StandingRecord[]): FileEntry {
  const count = (standing: Standing): number => own.filter((entry) => entry.standing === standing).length;
  const entry: FileEntry = {
    name: source.name,
    sha256: createHash('sha256').update(source.bytes).digest('hex'),
    bytes: source.bytes.length,
    encoding: source.encoding,
    newline: source.newline,
    header: source.header,
    records: source.records.length,
    loaded: count('loaded'),
    quarantined: count('quarantined'),
    duplicates: count('duplicate'),
    superseded: count('superseded'),
    continued: own.filter((one) => one.standing === 'loaded' && one.record.continued).length,
    blank: source.blank,
  };
  if (entry.records !== entry.loaded + entry.quarantined + entry.duplicates + entry.superseded) {
    throw new Error(`records of ${source.name} do not add up`);
  }
  return entry;
}

function totalsOf(files: readonly FileEntry[]): Counts {
  const sum = (key: keyof Counts): number => files.reduce((total, file) => total + file[key], 0);
  return {
    bytes: sum('bytes'),
    records: sum('records'),
    loaded: sum('loaded'),
    quarantined: sum('quarantined'),
    duplicates: sum('duplicates'),
    superseded: sum('superseded'),
    continued: sum('continued'),
    blank: sum('blank'),
  };
}

export function buildImportRecord(
  sources: readonly SourceFile[],
  standing: readonly StandingRecord[],
  records: readonly OracleRecord[],
  grain: Grain,
  warnings: readonly Warning[],
): ImportRecord {
  const files = sources.map((source, at) =>
    fileEntry(
      source,
      standing.filter((entry) => entry.file === at),
    ),
  );
  const share = (holds: (record: OracleRecord) => boolean): number | null =>
    records.length === 0 ? null : records.filter(holds).length / records.length;
  const months = new Set(records.flatMap(({ requestMonth }) => (requestMonth === null ? [] : [requestMonth])));
  return {
    files,
    totals: totalsOf(files),
    grain,
    months: [...months].sort(),
    coverage: {
      outcome: share((record) => record.outcome !== UNCLASSIFIED),
      checkType: share((record) => record.checkType !== UNCLASSIFIED),
      item: share((record) => record.items.length > 0),
    },
    quarantine: sources.flatMap(({ name, records: checked }) =>
      checked.flatMap(({ line, faults }) =>
        faults.map(({ field, code }) => ({ file: name, line, field, code, message: '' })),
      ),
    ),
    warnings,
  };
}
