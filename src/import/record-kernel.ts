import { FIELD, INHERITED, KEPT_FIELDS, type ValueForm, keptIndex } from '../layout/kept.ts';
import { cp932Units } from './cp932-units.ts';
import { type KernelExports, startKernel } from './kernel-instance.ts';

/** What is known of a distinct value, as bits; the same as in kernel/transcode.ts and kernel/dictionary.ts. */
export const MET = { blank: 1, undecodable: 2, gaiji: 4, unread: 8, unreadable: 16 } as const;

/** The forms as kernel/dictionary.ts knows them; the claim key is a text of its own. */
const FORM_CODES: Readonly<Record<ValueForm, number>> = { text: 0, month: 1, amount: 2, check_amount: 2 };
const KEY_FORM = 3;
const NOT_KEPT = 0xff;

/** Words of a record's digest. */
const DIGEST_WORDS = 4;
/** Words of an entry of the kernel's dictionary. */
const ENTRY_WORDS = 10;
const RAW_OFFSET = 0;
const RAW_LENGTH = 1;
const FLAGS = 3;
const CODE = 4;
const TEXT_OFFSET = 5;
const TEXT_LENGTH = 6;
const NUMBER = 4;

const RESULT_AREAS = ['codes', 'starts', 'ends', 'flags', 'digests', 'current', 'lines'] as const;
type ResultArea = (typeof RESULT_AREAS)[number];

/** Why a run of plain records ended: more bytes are needed, it is full, a record is not plain, or values are to be read first. */
export type RunEnd = 'more' | 'full' | 'unusual' | 'unread';
const RUN_ENDS: readonly RunEnd[] = ['more', 'full', 'unusual', 'unread'];

/** The records of one run, as views that the next call of the kernel outdates; one entry a record. */
export interface Run {
  readonly records: number;
  readonly end: RunEnd;
  /** Where the next record starts in the input. */
  readonly next: number;
  /** Physical lines of all records of the run, and of those before each. */
  readonly passedLines: number;
  readonly lines: Int32Array;
  /** Byte ranges in the input. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
  /** Four words a record: see {@link RecordKernel.digest}. */
  readonly digests: Uint32Array;
}

/** Values of a column as they cross threads. */
export interface PackedColumn {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly hashes: Int32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
}

/**
 * The compiled inner loop of the reader (src/import/kernel) for one file at a time: cuts plain records, and keeps the
 * distinct values of the kept fields, decoded. An entry is a distinct value of a column; entry 0 is blank.
 */
export class RecordKernel {
  readonly #kernel: KernelExports;
  readonly #most: number;
  readonly #areas: Readonly<Record<ResultArea, number>>;
  #input = 0;
  #inputLength = 0;

  static async create(): Promise<RecordKernel> {
    return new RecordKernel(await startKernel());
  }

  private constructor(kernel: KernelExports) {
    this.#kernel = kernel;
    this.#most = kernel.MOST_RECORDS.value;
    this.#areas = Object.fromEntries(RESULT_AREAS.map((name, index) => [name, kernel.resultArea(index)])) as Record<ResultArea, number>;
    this.#bytes(kernel.columnForms(), KEPT_FIELDS.length).set(KEPT_FIELDS.map(({ number, form }) => (number === FIELD.claimKey ? KEY_FORM : FORM_CODES[form])));
    const units = cp932Units();
    this.#bytes(kernel.inheritedColumns(), KEPT_FIELDS.length).set(KEPT_FIELDS.map(({ number }) => (INHERITED.includes(number) ? 1 : 0)));
    new Uint16Array(kernel.memory.buffer, kernel.cp932Units(), units.length).set(units);
  }

  /** Forgets all values and starts on a file whose records have so many fields. */
  begin(encoding: 'cp932' | 'utf-8', columns: number): void {
    const kernel = this.#kernel;
    kernel.clearDictionary();
    kernel.clearBreaks();
    this.setClaim(false);
    kernel.setEncoding(encoding === 'cp932');
    const kept = this.#bytes(kernel.keptFields(), 1024).fill(NOT_KEPT);
    KEPT_FIELDS.forEach(({ number }, index) => (kept[number - 1] = index));
    const looked = [FIELD.claimKey, FIELD.requestMonth, FIELD.pointsBefore, FIELD.pointsDelta, FIELD.pointsAfter].map(keptIndex);
    kernel.setLayout(columns, KEPT_FIELDS.length, ...(looked as [number, number, number, number, number]));
  }

  /** Gives the bytes that {@link run} works on. */
  load(bytes: Uint8Array): void {
    this.#input = this.#kernel.input(bytes.length);
    this.#inputLength = bytes.length;
    this.#bytes(this.#input, bytes.length).set(bytes);
  }

  /** Takes plain records from a place in the input on. */
  run(from: number): Run {
    const kernel = this.#kernel;
    const records = kernel.run(from, this.#inputLength);
    return {
      records,
      end: RUN_ENDS[kernel.stop.value] as RunEnd,
      next: kernel.next.value,
      passedLines: kernel.passedLines.value,
      lines: this.#words('lines', records),
      starts: this.#words('starts', records),
      ends: this.#words('ends', records),
      flags: this.#bytes(this.#areas.flags, records),
      digests: new Uint32Array(kernel.memory.buffer, this.#areas.digests, records * DIGEST_WORDS),
    };
  }

  /** The codes of a column for the records of the last run. */
  codes(column: number, records: number): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer, this.#areas.codes + column * this.#most * 4, records);
  }

  /** The entries of the record at which the last run ended with `unread`. */
  get current(): Int32Array {
    return this.#words('current', KEPT_FIELDS.length);
  }

  /** The entries of the claim that a continuation would continue; after a run those of the record it took last. */
  get claim(): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer, this.#kernel.claimEntries(), KEPT_FIELDS.length);
  }

  /** Tells whether {@link claim} can be continued; until then no continuation is plain. */
  setClaim(isKnown: boolean): void {
    this.#kernel.setClaim(isKnown);
  }

  /** The entry of a field's bytes. */
  encode(column: number, bytes: Uint8Array): number {
    if (bytes.length === 0) return 0;
    const at = this.#kernel.scratch(bytes.length);
    this.#bytes(at, bytes.length).set(bytes);
    return this.#kernel.encode(column, at, bytes.length);
  }

  /** The XXH64 under two seeds of a record's fields without quoting: four words, a view that the next call outdates. */
  digest(bytes: Uint8Array): Uint32Array {
    const at = this.#kernel.scratch(bytes.length + DIGEST_WORDS * 4);
    this.#bytes(at + DIGEST_WORDS * 4, bytes.length).set(bytes);
    this.#kernel.digest(at + DIGEST_WORDS * 4, bytes.length, at);
    return new Uint32Array(this.#kernel.memory.buffer, at, DIGEST_WORDS);
  }

  /** Bits of {@link MET}. */
  met(entry: number): number {
    return ((this.#entry(entry)[FLAGS] as number) >>> 8) & 0xff;
  }

  code(entry: number): number {
    return this.#entry(entry)[CODE] as number;
  }

  /** The month (yyyymm) or amount (points) of an entry; NaN where blank or not read. */
  number(entry: number): number {
    return this.#number(entry)[0] as number;
  }

  /** The trimmed UTF-8 of an entry; a view that the next new value may outdate. */
  utf8(entry: number): Uint8Array {
    const words = this.#entry(entry);
    return this.#bytes(this.#kernel.arena.value + (words[TEXT_OFFSET] as number), words[TEXT_LENGTH] as number);
  }

  /** The bytes of an entry as they stand in the file; a view that the next new value may outdate. */
  raw(entry: number): Uint8Array {
    const words = this.#entry(entry);
    return this.#bytes(this.#kernel.arena.value + (words[RAW_OFFSET] as number), words[RAW_LENGTH] as number);
  }

  /** Tells what an `unread` entry reads as; `isReadable` false makes it a fault. */
  tell(entry: number, number: number, isReadable: boolean): void {
    const words = this.#entry(entry);
    const met = (words[FLAGS] as number) & ~(MET.unread << 8);
    words[FLAGS] = isReadable ? met : met | (MET.unreadable << 8);
    this.#number(entry)[0] = number;
  }

  /** Which line breaks ended records of the runs. */
  get lineBreaks(): ('lf' | 'crlf')[] {
    const { sawLf, sawCrlf } = this.#kernel;
    return [...(sawLf.value !== 0 ? ['lf' as const] : []), ...(sawCrlf.value !== 0 ? ['crlf' as const] : [])];
  }

  /** Copies of the distinct values of a column in order of their codes; values at fault are empty. */
  pack(column: number): PackedColumn {
    const kernel = this.#kernel;
    const size = kernel.distinctOf(column) + 1;
    const length = kernel.textBytesOf(column);
    const numbers = kernel.room(size * 8 + (size + 1) * 4 + size * 4 + length);
    const offsets = numbers + size * 8;
    const hashes = offsets + (size + 1) * 4;
    const bytes = hashes + size * 4;
    kernel.packColumn(column, bytes, offsets, hashes, numbers);
    const { buffer } = kernel.memory;
    const packed = {
      bytes: new Uint8Array(buffer, bytes, length).slice(),
      offsets: new Int32Array(buffer, offsets, size + 1).slice(),
      hashes: new Int32Array(buffer, hashes, size).slice(),
      numbers: new Float64Array(buffer, numbers, size).slice(),
    };
    kernel.release(numbers);
    return packed;
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#kernel.memory.buffer, at, length);
  }

  #words(area: ResultArea, length: number): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer, this.#areas[area], length);
  }

  #entry(entry: number): Uint32Array {
    return new Uint32Array(this.#kernel.memory.buffer, this.#kernel.entryTable() + entry * ENTRY_WORDS * 4, ENTRY_WORDS);
  }

  #number(entry: number): Float64Array {
    return new Float64Array(this.#kernel.memory.buffer, this.#kernel.entryTable() + entry * ENTRY_WORDS * 4 + NUMBER * 8, 1);
  }
}
