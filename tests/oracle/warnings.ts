import type { GrainFound } from './applications';
import type { CheckedRecord } from './check-rows';
import { decodeUnits } from './encoding';
import type { SourceFile } from './import-record';
import { gaijiIn, readAmount } from './read-values';
import type { StandingRecord } from './reconcile';

export interface Warning {
  readonly code: string;
  readonly count: number;
  readonly example: string | null;
}

function pointsMismatch(record: CheckedRecord): boolean {
  const [change, after, before] = [148, 150, 51].map((no) => readAmount(record.text(no)));
  if (change == null || after == null || before == null) return false;
  return BigInt(change) !== BigInt(after) - BigInt(before);
}

function withoutPrefecture(record: CheckedRecord): boolean {
  return /^\d{7}$/.test(record.text(4).normalize('NFKC'));
}

export function findWarnings(
  loaded: readonly StandingRecord[],
  sources: readonly SourceFile[],
  kept: ReadonlySet<number>,
  autoGrain: GrainFound | null,
): Warning[] {
  const place = (file: number, line: number): string => `${sources[file]?.name ?? ''}:${line}`;
  const warnings: Warning[] = [];
  const count = (code: string, countIn: (entry: StandingRecord) => number): void => {
    const hits = loaded.filter((entry) => countIn(entry) > 0);
    const first = hits[0];
    if (first === undefined) return;
    const total = hits.reduce((sum, entry) => sum + countIn(entry), 0);
    warnings.push({ code, count: total, example: place(first.file, first.record.line) });
  };
  const countIf = (code: string, holds: (entry: StandingRecord) => boolean): void => {
    count(code, (entry) => (holds(entry) ? 1 : 0));
  };
  const gaiji = ({ file, record }: StandingRecord): number => {
    const encoding = sources[file]?.encoding ?? 'utf-8';
    return record.cells
      .filter((_cell, at) => kept.has(at + 1))
      .reduce((sum, cell) => sum + gaijiIn(decodeUnits(cell, encoding)), 0);
  };

  countIf('empty_key', ({ record }) => record.text(1) === '' && !record.continued);
  countIf('unknown_request_month', ({ record }) => record.text(192) === '');
  countIf('points_mismatch', ({ record }) => pointsMismatch(record));
  countIf('same_identity_other_content', (entry) => entry.hasTwin);
  count('gaiji', gaiji);
  if (autoGrain?.few) warnings.push({ code: 'few_for_grain', count: autoGrain.telling, example: null });
  countIf('provider_without_prefecture', ({ record }) => withoutPrefecture(record));

  const wide = sources.flatMap((source, file) =>
    source.extraFieldsLine === null ? [] : [place(file, source.extraFieldsLine)],
  );
  if (wide.length > 0) {
    warnings.push({ code: 'extra_fields', count: wide.length, example: wide[0] ?? null });
  }
  return warnings;
}
