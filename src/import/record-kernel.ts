import { FIELD, INHERITED, KEPT_FIELDS, type ValueForm, keptIndex } from '../layout/kept.ts';
import { cp932Units } from './cp932-units.ts';
import type { PackedValues } from './file-block.ts';
import { type KernelExports, startKernel } from './kernel-instance.ts';
import { type PackedRecords, packRecords, packValues } from './pack-block.ts';

/** What is known of a distinct value, as bits; the same as in kernel/transcode.ts and kernel/dictionary.ts. */
export const MET = { blank: 1, undecodable: 2, gaiji: 4, unread: 8, unreadable: 16 } as const;

/** The forms as kernel/dictionary.ts knows them; the claim key is a text of its own. */
const FORM_CODES: Readonly<Record<ValueForm, number>> = { text: 0, month: 1, amount: 2, check_amount: 2 };
const KEY_FORM = 3;
const NOT_KEPT = 0xff;

/** Words of an entry of the kernel's dictionary. */
const ENTRY_WORDS = 10;
const RAW_OFFSET = 0;
const RAW_LENGTH = 1;
const FLAGS = 3;
const CODE = 4;
const TEXT_OFFSET = 5;
const TEXT_LENGTH = 6;
const NUMBER = 4;

/** Why a run of plain records ended: more bytes are needed, a record is not plain, or values are to be read first. */
export type RunEnd = 'more' | 'unusual' | 'unread';
const RUN_ENDS: readonly RunEnd[] = ['more', 'unusual', 'unread'];

/** Where a record stands in its file: 1-based physical line, and byte range without the line break. */
export interface RecordSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** How a run of plain records went. */
export interface Run {
  readonly end: RunEnd;
  /** Where the next record starts in the input. */
  readonly next: number;
  /** Physical lines of the records of the run. */
  readonly lines: number;
}

/**
 * The compiled inner loop of the reader (src/import/kernel) for one file at a time: cuts plain records, and keeps the
 * accepted records and the distinct values of the kept fields, decoded. An entry is a distinct value of a column; entry 0
 * is blank.
 */
export class RecordKernel {
  readonly #kernel: KernelExports;
  #input = 0;
  #inputLength = 0;

  static async create(): Promise<RecordKernel> {
    return new RecordKernel(await startKernel());
  }

  private constructor(kernel: KernelExports) {
    this.#kernel = kernel;
    this.#bytes(kernel.columnForms(), KEPT_FIELDS.length).set(KEPT_FIELDS.map(({ number, form }) => (number === FIELD.claimKey ? KEY_FORM : FORM_CODES[form])));
    const units = cp932Units();
    this.#bytes(kernel.inheritedColumns(), KEPT_FIELDS.length).set(KEPT_FIELDS.map(({ number }) => (INHERITED.includes(number) ? 1 : 0)));
    new Uint16Array(kernel.memory.buffer, kernel.cp932Units(), units.length).set(units);
  }

  /** Forgets all records and values and starts on a file whose records have so many fields. */
  begin(encoding: 'cp932' | 'utf-8', columns: number): void {
    const kernel = this.#kernel;
    kernel.clearDictionary();
    kernel.clearRecords(KEPT_FIELDS.length);
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

  /** Records taken of the file. */
  get records(): number {
    return this.#kernel.records.value;
  }

  /**
   * Takes plain records from a place in the input on.
   * @param offset place in the file of the input's first byte
   * @param line 1-based physical line of the first record
   */
  run(from: number, offset: number, line: number): Run {
    const kernel = this.#kernel;
    kernel.run(from, this.#inputLength, offset, line);
    return { end: RUN_ENDS[kernel.stop.value] as RunEnd, next: kernel.next.value, lines: kernel.passedLines.value };
  }

  /**
   * Takes a record that is not plain.
   * @param entries one a kept field
   * @param fields the bytes of its 210 fields without quoting, each but the last followed by the separator
   */
  append(entries: Int32Array, fields: Uint8Array, { line, start, end }: RecordSpan, flags: number): void {
    const at = this.#kernel.scratch(fields.length);
    this.#bytes(at, fields.length).set(fields);
    this.current.set(entries);
    this.#kernel.append(at, fields.length, line, start, end, flags);
  }

  /** The entries of the record at which the last run ended with `unread`. */
  get current(): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer, this.#kernel.currentEntries(), KEPT_FIELDS.length);
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

  /** Copies of all accepted records. */
  packRecords(): PackedRecords {
    return packRecords(this.#kernel, KEPT_FIELDS.length);
  }

  /** Copies of the distinct values of a column in order of their codes; values at fault are empty. */
  packValues(column: number): PackedValues {
    return packValues(this.#kernel, column, KEPT_FIELDS[column]?.form !== 'text');
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#kernel.memory.buffer, at, length);
  }

  #entry(entry: number): Uint32Array {
    return new Uint32Array(this.#kernel.memory.buffer, this.#kernel.entryTable() + entry * ENTRY_WORDS * 4, ENTRY_WORDS);
  }

  #number(entry: number): Float64Array {
    return new Float64Array(this.#kernel.memory.buffer, this.#kernel.entryTable() + entry * ENTRY_WORDS * 4 + NUMBER * 8, 1);
  }
}
