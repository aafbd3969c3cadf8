import type { Outcome } from '../core/outcome.ts';
import type { SourceEntry } from '../files/byte-sources.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { ReadingChoice } from '../import/import-file.ts';
import type { FullRecord, RecordPlace } from '../import/read-record.ts';
import type { Lifeline } from './lifeline.ts';

/** A file as the user chose it. */
export interface ChosenFile {
  /** With its folders where a folder was chosen. */
  readonly name: string;
  readonly file: File;
}

/** What there is to import in a file. */
export type ListedFile = Outcome<readonly SourceEntry[]>;

/** What a reader worker is asked; it works on one file at a time. */
export interface ReaderApi extends Lifeline {
  /** What there is to import in each of the chosen files. */
  list(files: readonly ChosenFile[]): Promise<Outcome<readonly ListedFile[]>>;
  /** Reads one entry. Progress goes to the port as {@link ReadProgress}; any message on the port cancels. */
  read(file: File, entry: SourceEntry, choice: ReadingChoice, port: MessagePort): Promise<Outcome<FileBlock>>;
  /** The SHA-256 of an entry that was read before, in lower-case hexadecimal. */
  fingerprint(file: File, entry: SourceEntry): Promise<Outcome<string>>;
  /** One record of an entry that was read before, in full but for the fields that are left out. */
  readRecord(file: File, entry: SourceEntry, place: RecordPlace): Promise<Outcome<FullRecord>>;
}

/** Bytes and records read so far of one entry. */
export interface ReadProgress {
  readonly bytes: number;
  readonly records: number;
}
