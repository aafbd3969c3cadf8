import { transfer } from 'comlink';
import { failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { SourceEntry } from '../files/byte-sources.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { ReadingChoice } from '../import/import-file.ts';
import type { FullRecord, RecordPlace } from '../import/read-record.ts';
import type { ChosenFile, ListedFile, ReadProgress, ReaderApi } from '../protocol/reader.ts';
import { loadAsset } from './assets.ts';
import { WorkerHandle } from './worker-handle.ts';

const MOST_READERS = 8;
/** So many are started before there is anything to read. */
const AT_HAND = 2;
const LISTED_AT_ONCE = 32;

/** Reader workers, one a core; each works on one file at a time. A reader that dies fails its file only. */
export class ReaderPool {
  readonly #script: ArrayBuffer;
  readonly #size: number;
  readonly #idle: WorkerHandle<ReaderApi>[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  private constructor(script: ArrayBuffer, size: number) {
    this.#script = script;
    this.#size = size;
    while (this.#idle.length < Math.min(size, AT_HAND)) this.#idle.push(this.#start());
  }

  static async create(): Promise<Outcome<ReaderPool>> {
    const script = await loadAsset('reader');
    const cores = navigator.hardwareConcurrency || 2;
    return script.ok ? done(new ReaderPool(script.value, Math.min(cores, MOST_READERS))) : script;
  }

  /** Lists files, some at a time: to hand over hundreds at once would keep the page from its user. */
  async list(files: readonly ChosenFile[]): Promise<readonly ListedFile[]> {
    const listed: Promise<readonly ListedFile[]>[] = [];
    for (let from = 0; from < files.length; from += LISTED_AT_ONCE) {
      if (from > 0) await nextMessage();
      listed.push(this.#list(files.slice(from, from + LISTED_AT_ONCE)));
    }
    return (await Promise.all(listed)).flat();
  }

  /** Lists some files at once, and one by one where a reader died over that. */
  async #list(files: readonly ChosenFile[]): Promise<readonly ListedFile[]> {
    const listed = await this.#withReader((reader) => reader.call((api) => api.list(files)));
    if (listed.ok) return listed.value;
    return files.length === 1 ? [listed] : (await Promise.all(files.map((each) => this.#list([each])))).flat();
  }

  /** Reads one entry; `progress` is told what is read so far. */
  read(
    file: File,
    entry: SourceEntry,
    choice: ReadingChoice,
    signal: AbortSignal,
    progress: (read: ReadProgress) => void,
  ): Promise<Outcome<FileBlock>> {
    return this.#withReader(async (reader) => {
      if (signal.aborted) return failed(failure('cancelled'));
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event: MessageEvent<ReadProgress>) => progress(event.data);
      const cancel = (): void => port1.postMessage(null);
      signal.addEventListener('abort', cancel);
      const block = await reader.call((api) => api.read(file, entry, choice, transfer(port2, [port2])));
      signal.removeEventListener('abort', cancel);
      port1.close();
      return block;
    });
  }

  /** The SHA-256 of an entry that was read before, in lower-case hexadecimal. */
  fingerprint(file: File, entry: SourceEntry): Promise<Outcome<string>> {
    return this.#withReader((reader) => reader.call((api) => api.fingerprint(file, entry)));
  }

  readRecord(file: File, entry: SourceEntry, place: RecordPlace): Promise<Outcome<FullRecord>> {
    return this.#withReader((reader) => reader.call((api) => api.readRecord(file, entry, place)));
  }

  /** A reader may have died before, unnoticed; what kills a second one fails. */
  async #withReader<T>(work: (reader: WorkerHandle<ReaderApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await this.#withOneReader(work);
    return !outcome.ok && outcome.failure.code === 'reader_stopped' ? this.#withOneReader(work) : outcome;
  }

  async #withOneReader<T>(work: (reader: WorkerHandle<ReaderApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    while (this.#busy >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
    const reader = this.#idle.pop() ?? this.#start();
    const outcome = await work(reader);
    if (reader.isDead) this.#distrustIdle();
    else this.#idle.push(reader);
    this.#busy--;
    this.#waiting.shift()?.();
    return outcome;
  }

  #start(): WorkerHandle<ReaderApi> {
    return new WorkerHandle<ReaderApi>(this.#script, 'reader', 'reader_stopped');
  }

  /** What ended one reader may have ended the others too. */
  #distrustIdle(): void {
    for (const reader of this.#idle.splice(0)) reader.end();
  }
}
