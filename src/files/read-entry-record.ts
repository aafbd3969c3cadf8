import { failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';
import { type FullRecord, type RecordPlace, readRecord } from '../import/read-record.ts';
import { type SourceEntry, SourceLost, bytesFrom } from './byte-sources.ts';

/** Reads one record of an entry in full; fails with `file_changed` where the file is no longer what was read. */
export async function readEntryRecord(file: Blob, entry: SourceEntry, place: RecordPlace): Promise<Outcome<FullRecord>> {
  const changed = failed(failure('file_changed', { since: 'import' }));
  if (entry.entry === null && file.size !== place.bytes) return changed;
  try {
    return await readRecord((offset) => bytesFrom(file, entry, offset), place);
  } catch (error) {
    if (error instanceof SourceLost) return changed;
    throw error;
  }
}
