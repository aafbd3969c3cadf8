import { formatMonth } from '../core/months.ts';
import type { Failure } from '../core/failure.ts';
import type { RejectedFault } from '../import/quarantine.ts';
import { fieldAt } from '../layout/fields.ts';
import type { Choices, Scope } from '../metrics/scope.ts';
import type { Loaded } from '../records/loaded.ts';
import type { FileCounts } from '../records/describe.ts';
import { csvFile, numberCell, textCell } from './csv.ts';

/** A file that was refused whole. */
export interface RefusedFile {
  readonly name: string;
  readonly failure: Failure;
}

/** The sentences of the import files, in the reader's language. */
export interface Wording {
  fault(fault: RejectedFault): string;
  refusal(failure: Failure): string;
}

/** `rejected.csv`: every fault of every record that was set aside, in the order of files and lines. */
export function rejectedFile(faults: readonly RejectedFault[], wording: Wording): string {
  const rows = faults.map((fault) => [
    textCell(fault.file),
    numberCell(String(fault.line)),
    numberCell(fault.field === null ? '' : String(fault.field)),
    textCell(fault.field === null ? '' : fieldAt(fault.field).name),
    textCell(fault.code),
    textCell(wording.fault(fault)),
    textCell(fault.value ?? ''),
  ]);
  return csvFile(['ファイル', '行', '項番', '項目名', '理由コード', '理由', '値'], rows);
}

const COUNTS = ['bytes', 'records', 'loaded', 'quarantined', 'duplicates', 'superseded', 'continued', 'blank'] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

/**
 * `import.json`: every file with its counts, and what must be known about the whole (METRICS, "Files").
 * @param sha256 of each file, in load order; null where it can no longer be read
 */
export function importRecord(
  loaded: Loaded,
  sha256: readonly (string | null)[],
  refused: readonly RefusedFile[],
  grain: Choices['grain'],
  scope: Pick<Scope, 'keepsExcluded' | 'countsListed'>,
  wording: Wording,
): string {
  const totals = Object.fromEntries(COUNTS.map((key) => [key, sum(loaded.files, key)]));
  const record = {
    files: loaded.files.map(({ name, encoding, newline, header, ...file }, place) => ({
      name,
      sha256: sha256[place] ?? null,
      bytes: file.bytes,
      encoding,
      newline,
      header,
      ...Object.fromEntries(COUNTS.slice(1).map((key) => [key, file[key]])),
    })),
    totals,
    grain: grain === 'auto' ? loaded.grain.grain : grain,
    months: loaded.requestMonths.map(formatMonth),
    coverage: loaded.coverage,
    quarantine: loaded.faults.map((fault) => ({
      file: fault.file,
      line: fault.line,
      field: fault.field,
      code: fault.code,
      message: wording.fault(fault),
    })),
    // A grain that was set is no assumption.
    warnings: loaded.warnings.filter(({ code }) => grain === 'auto' || code !== 'few_for_grain'),
    ...listRecord(loaded, scope),
    refused: refused.map(({ name, failure }) => ({ name, code: failure.code, message: wording.refusal(failure) })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The lists in force, and whether the tables beside this record count what they tell. */
function listRecord({ lists }: Loaded, { keepsExcluded, countsListed }: Pick<Scope, 'keepsExcluded' | 'countsListed'>): Record<string, unknown> {
  const { applications, exclusions } = lists;
  return {
    ...(applications === null ? {} : { applicationList: { ...applications, waitingMonths: applications.waitingMonths.map(formatMonth), waitingCounted: countsListed } }),
    ...(exclusions === null ? {} : { exclusions: { ...exclusions, leftOut: !keepsExcluded } }),
  };
}

function sum(files: readonly FileCounts[], key: keyof Counts): number {
  return files.reduce((total, file) => total + file[key], 0);
}
