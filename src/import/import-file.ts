import { type Outcome, done, failed } from '../core/outcome.ts';
import { failure } from '../core/failure.ts';
import type { Layout } from '../layout/match-header.ts';
import { BlockBuilder } from './block-builder.ts';
import { type Encoding, type Sniffed, markLength, sniff } from './encoding.ts';
import type { FileBlock, Newline } from './file-block.ts';
import { isExponent, recognise } from './recognise.ts';
import { RecordKernel } from './record-kernel.ts';
import { type LineBreak, RecordScanner } from './scan-records.ts';
import { Transcoder, scannedAs } from './transcoder.ts';

/** A file, or a file inside an archive, as bytes. */
export interface ByteSource {
  readonly name: string;
  /** The file's bytes from the start, in chunks of any length; read once. A chunk holds until the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Asked between chunks. */
export interface ImportWatch {
  /** Bytes and records read so far of this file. */
  progress(bytes: number, records: number): void;
  isCancelled(): boolean;
}

/** The user's correction of what the reader found; null leaves it to the reader. */
export interface ReadingChoice {
  readonly encoding: Encoding | null;
}

/** What must be known before records can be read. */
interface Opening {
  readonly sniffed: Sniffed;
  readonly layout: Layout;
}

/**
 * Reads one file from its bytes to typed columns: sniff, scan, keep, decode, check.
 * Every record is in the block, either taken or set aside with its faults; refused whole when it is not the
 * 210-field layout, went through Excel, or is no text.
 */
export async function importFile(
  source: ByteSource,
  choice: ReadingChoice,
  watch: ImportWatch,
): Promise<Outcome<FileBlock>> {
  const tools = await borrowTools();
  const outcome = await readWith(tools, source, choice, watch);
  idle.push(tools);
  return outcome;
}

/** Gets ready for the first file, so that it need not wait. */
export async function prepareToImport(): Promise<void> {
  idle.push(await borrowTools());
}

async function readWith(
  tools: Tools,
  source: ByteSource,
  choice: ReadingChoice,
  watch: ImportWatch,
): Promise<Outcome<FileBlock>> {
  const reader = new FileReader(choice, tools);
  let bytes = 0;
  for await (const chunk of source.chunks) {
    if (watch.isCancelled()) return failed(failure('cancelled'));
    bytes += chunk.length;
    const read = reader.push(chunk);
    if (!read.ok) return read;
    watch.progress(bytes, reader.records);
  }
  if (watch.isCancelled()) return failed(failure('cancelled'));
  return reader.finish({ name: source.name, bytes });
}

/** What a file is read with. */
interface Tools {
  readonly kernel: RecordKernel;
  readonly scanner: RecordScanner;
}

/** Tools that no file is being read with. They keep their memory: a machine takes its time to provide more. */
const idle: Tools[] = [];

async function borrowTools(): Promise<Tools> {
  return idle.pop() ?? { kernel: await RecordKernel.create(), scanner: new RecordScanner() };
}

/** So much of a file is looked at first; twice as much whenever that does not tell. */
const FIRST_HEAD_BYTES = 1 << 16;

/** The state between two chunks of one file. */
class FileReader {
  readonly #choice: ReadingChoice;
  readonly #tools: Tools;
  /** Bytes held back until encoding and layout are known. */
  #head: Uint8Array = new Uint8Array(0);
  #headLength = FIRST_HEAD_BYTES;
  #reading: RecordReading | null = null;

  constructor(choice: ReadingChoice, tools: Tools) {
    this.#choice = choice;
    this.#tools = tools;
  }

  get records(): number {
    return this.#reading?.records ?? 0;
  }

  push(chunk: Uint8Array): Outcome<null> {
    if (this.#reading !== null) return this.#reading.push(chunk);
    this.#head = joined(this.#head, chunk);
    const started = this.#tryToStart(false);
    if (this.#head === chunk) this.#head = chunk.slice();
    return started;
  }

  finish(file: { name: string; bytes: number }): Outcome<FileBlock> {
    const started = this.#tryToStart(true);
    if (!started.ok) return started;
    if (this.#reading === null) throw new Error('a whole file has a layout');
    return this.#reading.finish(file);
  }

  /** Starts reading as soon as the head tells how. Only heads of fixed lengths are asked, so that chunks change nothing. */
  #tryToStart(isComplete: boolean): Outcome<null> {
    while (this.#reading === null && (isComplete || this.#head.length >= this.#headLength)) {
      const opening = this.#open(this.#head.subarray(0, this.#headLength), isComplete && this.#head.length <= this.#headLength);
      if (!opening.ok) return opening;
      this.#headLength *= 2;
      if (opening.value !== null) return this.#start(opening.value);
    }
    return done(null);
  }

  #open(head: Uint8Array, isWhole: boolean): Outcome<Opening | null> {
    const { encoding } = this.#choice;
    const found = encoding === null ? sniff(head, isWhole) : done({ encoding, markLength: markLength(head, encoding) });
    if (!found.ok) return found;
    const sniffed = found.value;
    if (sniffed === null) return done(null);
    const text = new Transcoder(sniffed.encoding).push(head.subarray(sniffed.markLength));
    const layout = recognise(text, scannedAs(sniffed.encoding), isWhole);
    if (!layout.ok) return layout;
    return done(layout.value === null ? null : { sniffed, layout: layout.value });
  }

  #start(opening: Opening): Outcome<null> {
    const head = this.#head.subarray(opening.sniffed.markLength);
    this.#head = new Uint8Array(0);
    this.#reading = new RecordReading(opening, this.#tools);
    return this.#reading.push(head);
  }
}

/** Reading the records of a file whose encoding and layout are known. */
class RecordReading {
  readonly #opening: Opening;
  readonly #builder: BlockBuilder;
  readonly #kernel: RecordKernel;
  readonly #scanner: RecordScanner;
  readonly #transcoder: Transcoder;
  readonly #lineBreaks = new Set<LineBreak>();
  #headerPending: boolean;
  #blank = 0;

  constructor(opening: Opening, { kernel, scanner }: Tools) {
    this.#opening = opening;
    this.#builder = new BlockBuilder(opening.layout, scannedAs(opening.sniffed.encoding), kernel);
    this.#kernel = kernel;
    this.#scanner = scanner;
    scanner.begin(opening.sniffed.markLength);
    this.#transcoder = new Transcoder(opening.sniffed.encoding);
    this.#headerPending = opening.layout.hasHeader;
  }

  get records(): number {
    return this.#builder.size + this.#builder.quarantined;
  }

  push(chunk: Uint8Array): Outcome<null> {
    this.#give(this.#transcoder.push(chunk));
    return this.#scan();
  }

  finish(file: { name: string; bytes: number }): Outcome<FileBlock> {
    this.#give(this.#transcoder.finish());
    this.#scanner.finish();
    const scanned = this.#scan();
    if (!scanned.ok) return scanned;
    const { layout, sniffed } = this.#opening;
    return done(
      this.#builder.finish({
        ...file,
        encoding: sniffed.encoding,
        newline: this.#newline(),
        header: layout.hasHeader,
        extraFields: layout.extra,
        reordered: layout.reordered,
        blank: this.#blank,
      }),
    );
  }

  #give(bytes: Uint8Array): void {
    this.#scanner.push(bytes);
    if (!this.#opening.layout.reordered) this.#kernel.load(this.#scanner.window);
  }

  #scan(): Outcome<null> {
    for (;;) {
      this.#takePlain();
      const step = this.#scanner.next();
      if (step === 'more' || step === 'end') return done(null);
      if (step === 'blank') this.#blank++;
      else if (step === 'broken') this.#builder.setAside(this.#scanner, 'unbalanced_quote', null);
      else if (!this.#record()) return failed(failure('excel_damaged', { line: this.#scanner.line }));
      this.#lineBreaks.add(this.#scanner.lineBreak);
    }
  }

  /** Takes what the kernel can take; the scanner sees the rest. */
  #takePlain(): void {
    if (this.#headerPending || this.#opening.layout.reordered) return;
    while (this.#builder.takePlain(this.#scanner) === 'unread');
  }

  /** False when the record shows that the file went through Excel. */
  #record(): boolean {
    const scanner = this.#scanner;
    const builder = this.#builder;
    if (this.#headerPending) {
      this.#headerPending = false;
      return true;
    }
    const { columns } = this.#opening.layout;
    const isSwallowed =
      scanner.multiline && (scanner.fieldCount !== columns || scanner.commasAcrossLines >= columns - 1);
    if (isSwallowed) {
      scanner.resumeAtNextLine();
      builder.setAside(scanner, 'unbalanced_quote', null);
    } else if (builder.isBlankLine(scanner)) {
      this.#blank++;
    } else if (scanner.fieldCount !== columns) {
      builder.setAside(scanner, 'field_count', scanner.fieldCount);
    } else {
      builder.add(scanner);
      return !looksLikeExponent(builder.lastKey);
    }
    return true;
  }

  #newline(): Newline {
    const [first = 'none', ...others] = new Set([...this.#lineBreaks, ...this.#kernel.lineBreaks].filter((each) => each !== 'none'));
    return others.length > 0 ? 'mixed' : first;
  }
}

/** Cheap test on bytes before the text is made: an E stands in the key. */
function looksLikeExponent(key: Uint8Array): boolean {
  const hasE = key.includes(0x45) || key.includes(0x65);
  return hasE && isExponent(new TextDecoder().decode(key));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
