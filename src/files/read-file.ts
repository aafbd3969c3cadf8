import { failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';
import type { FileBlock } from '../import/file-block.ts';
import { type ImportWatch, type ReadingChoice, importFile } from '../import/import-file.ts';
import { type SourceEntry, SourceLost, openEntry } from './byte-sources.ts';

/** Reads an entry; a file that was changed or removed meanwhile fails whole. */
export async function readEntry(
  file: Blob,
  entry: SourceEntry,
  choice: ReadingChoice,
  watch: ImportWatch,
): Promise<Outcome<FileBlock>> {
  try {
    return await importFile(openEntry(file, entry), choice, watch);
  } catch (error) {
    if (error instanceof SourceLost) return failed(failure('file_changed'));
    throw error;
  }
}
