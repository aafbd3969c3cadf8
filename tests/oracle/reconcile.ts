import { createHash } from 'node:crypto';
import type { CheckedRecord } from './check-rows';
import type { Encoding } from './encoding';
import { readMonth } from './read-values';

export type Standing = 'loaded' | 'quarantined' | 'duplicate' | 'superseded';

export interface StandingRecord {
  readonly file: number;
  readonly record: CheckedRecord;
  readonly standing: Standing;
  /** Another loaded record has the same identity and result month, but other content. */
  readonly hasTwin: boolean;
}

interface Entry {
  readonly file: number;
  readonly record: CheckedRecord;
  standing: Standing;
  hasTwin: boolean;
}

function contentOf(record: CheckedRecord, encoding: Encoding): string {
  const units = encoding.startsWith('utf-16') ? encoding : 'bytes';
  const taken = [1, 192, 205].map((no) => record.taken.get(no) ?? '');
  return createHash('sha256').update(JSON.stringify([units, record.cells, taken])).digest('hex');
}

function identityOf(record: CheckedRecord): string | null {
  if (record.text(1) === '') return null;
  const texts = [193, 194, 195, 196, 197, 198, 199].map((no) => record.text(no));
  return JSON.stringify([record.text(1), readMonth(record.text(192)), ...texts]);
}

function resultMonthOf(record: CheckedRecord): string {
  return readMonth(record.text(205)) ?? '';
}

function setDuplicatesAside(entries: readonly Entry[], encodings: readonly Encoding[]): void {
  const taken = new Set<string>();
  for (const entry of entries) {
    if (entry.standing !== 'loaded') continue;
    const content = contentOf(entry.record, encodings[entry.file] ?? 'utf-8');
    if (taken.has(content)) entry.standing = 'duplicate';
    taken.add(content);
  }
}

function setSupersededAside(entries: readonly Entry[]): void {
  const byIdentity = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.standing !== 'loaded') continue;
    const identity = identityOf(entry.record);
    if (identity !== null) byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), entry]);
  }
  for (const same of byIdentity.values()) {
    const months = same.map((entry) => resultMonthOf(entry.record)).sort();
    const latest = months[months.length - 1];
    const winners = same.filter((entry) => resultMonthOf(entry.record) === latest);
    for (const entry of same) {
      if (!winners.includes(entry)) entry.standing = 'superseded';
      else entry.hasTwin = winners.length > 1;
    }
  }
}

/** Files and their records in load order; `encodings` by file. */
export function reconcile(
  files: readonly (readonly CheckedRecord[])[],
  encodings: readonly Encoding[],
): readonly StandingRecord[] {
  const entries = files.flatMap((records, file) =>
    records.map((record): Entry => {
      return { file, record, standing: record.faults.length > 0 ? 'quarantined' : 'loaded', hasTwin: false };
    }),
  );
  setDuplicatesAside(entries, encodings);
  setSupersededAside(entries);
  return entries;
}
