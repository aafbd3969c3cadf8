import type { Codes } from '../core/codes.ts';
import { roomFor } from '../core/room-for.ts';
import type { FileBlock, FileFacts, PackedValues } from '../import/file-block.ts';
import type { Fault } from '../import/quarantine.ts';
import { FIELD, KEPT_FIELDS, keptIndex } from '../layout/kept.ts';
import { Pieces } from './pieces.ts';
import { type TupleColumn, ValueKernel } from './value-kernel.ts';

/** One loaded file and where its accepted records stand in the store. */
export interface StoredFile {
  readonly facts: FileFacts;
  readonly faults: readonly Fault[];
  /** First record and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** What a file brings to a column, from the record `at` on. */
interface Appended {
  readonly codes: Codes;
  readonly values: PackedValues;
  readonly at: number;
}

/** The same with the file's values in the store: for each code of the file the code there. */
interface Adopted {
  readonly codes: Codes;
  readonly known: Int32Array;
  readonly at: number;
}

/** Fields that are only shown: nothing is derived from them, so joining their values can wait until then. */
const SHOWN_ONLY: readonly number[] = [FIELD.providerName, FIELD.patientKind, FIELD.treatmentMonth, FIELD.pointsBefore, FIELD.pointsAfter];

/** So many codes fit into 16 bits. */
const CODES_OF_16_BITS = 1 << 16;

/** One kept field over all files: a code a record, and what the codes mean. Code 0 is blank. */
export class StoredColumn {
  readonly #kernel: ValueKernel;
  readonly #index: number;
  /** Whether a file's values are added only when something is asked of the column. */
  readonly #isLate: boolean;
  #late: Appended[] = [];
  /** Files whose codes are not put together yet. */
  #pending: Adopted[] = [];
  #codes: Codes = new Uint16Array(0);
  #numbers = new Float64Array(1 << 4);
  #texts: (string | undefined)[] = [''];

  /** @param index place among the kernel's columns */
  constructor(kernel: ValueKernel, index: number, isLate: boolean) {
    this.#kernel = kernel;
    this.#index = index;
    this.#isLate = isLate;
  }

  /** For each record its code; behind the last one anything may stand. */
  get codes(): Codes {
    if (this.#late.length > 0) this.#adoptLate();
    if (this.#pending.length > 0) this.#putTogether();
    return this.#codes;
  }

  /** Number of distinct values, blank included. */
  get distinct(): number {
    if (this.#late.length > 0) this.#adoptLate();
    return this.#kernel.distinct(this.#index);
  }

  /** Memory taken, in bytes, beside the kernel's; texts that were looked at come on top of it. */
  get bytesTaken(): number {
    const late = this.#late.map(({ codes, values }) => codes.byteLength + values.bytes.byteLength + values.offsets.byteLength * 4);
    const pending = this.#pending.map(({ codes, known }) => codes.byteLength + known.byteLength);
    return [...late, ...pending].reduce((sum, bytes) => sum + bytes, this.#codes.byteLength + this.#numbers.byteLength);
  }

  text(code: number): string {
    return (this.#texts[code] ??= this.#kernel.text(this.#index, code));
  }

  /** The texts of the codes from one up to, not including, another, as far as there are any by now. */
  textsFrom(code: number, end: number): string[] {
    this.#adoptLate();
    return this.#kernel.textsFrom(this.#index, code, end);
  }

  /** The same in the form in which texts are compared, with a line break between two. */
  comparablesFrom(code: number, end: number): string {
    this.#adoptLate();
    return this.#kernel.comparablesFrom(this.#index, code, end);
  }

  /** What these texts say of official codes, as {@link ValueKernel.codedIn} tells it. */
  codedIn(code: number, end: number): Int32Array {
    this.#adoptLate();
    return this.#kernel.codedIn(this.#index, code, end);
  }

  /** Which of these texts hold a bracket that opens a name, as {@link ValueKernel.openingsIn} tells it. */
  openingsIn(code: number, end: number): Uint8Array {
    this.#adoptLate();
    return this.#kernel.openingsIn(this.#index, code, end);
  }

  /** The mentions of {@link codedIn} from one on, as they are written; the same for all columns of a store. */
  mentionsFrom(mention: number): string[] {
    return this.#kernel.mentionsFrom(mention);
  }

  /** The month (yyyymm) or amount (points) of a code; NaN where blank. Meaningless for text columns. */
  number(code: number): number {
    return code === 0 ? Number.NaN : (this.#numbers[code] as number);
  }

  /** For each code of a column of months its month (yyyymm), 0 where blank. */
  get months(): Int32Array {
    return Int32Array.from({ length: this.distinct }, (_, code) => this.number(code) || 0);
  }

  /** Adds a file's values behind those of the records before `at`. */
  append(codes: Codes, values: PackedValues, at: number): void {
    this.#late.push({ codes, values, at });
    if (!this.#isLate) this.#adoptLate();
  }

  #adoptLate(): void {
    for (const { codes, values, at } of this.#late) this.#pending.push({ codes, known: this.#adopt(values), at });
    this.#late = [];
  }

  #putTogether(): void {
    const end = this.#pending.reduce((most, { codes, at }) => Math.max(most, at + codes.length), this.#codes.length);
    const Kind = this.#kernel.distinct(this.#index) > CODES_OF_16_BITS ? Int32Array : Uint16Array;
    const before = this.#codes;
    const whole = end > before.length || !(before instanceof Kind) ? new Kind(Math.max(end, before.length)) : before;
    if (whole !== before) whole.set(before);
    for (const { codes, known, at } of this.#pending) {
      for (let i = 0; i < codes.length; i++) whole[at + i] = known[codes[i] as number] as number;
    }
    this.#codes = whole;
    this.#pending = [];
  }

  /** For each code of a file the code in the store. */
  #adopt(values: PackedValues): Int32Array {
    const known = this.#kernel.adopt(this.#index, values);
    const { numbers } = values;
    if (numbers === null) return known;
    this.#numbers = roomFor(this.#numbers, this.#kernel.distinct(this.#index));
    for (let code = 1; code < known.length; code++) this.#numbers[known[code] as number] = numbers[code] as number;
    return known;
  }
}

/**
 * All accepted records of all files as columns, in load order. A record is known by its place, from 0.
 * Values are kept once; what is loaded can be taken back down to an earlier number of files.
 */
export class RecordStore {
  readonly files: StoredFile[] = [];
  readonly #kernel = new ValueKernel();
  readonly columns: readonly StoredColumn[] = KEPT_FIELDS.map(({ number }, index) => new StoredColumn(this.#kernel, index, SHOWN_ONLY.includes(number)));
  readonly #line = new Pieces(new Int32Array(0));
  readonly #start = new Pieces(new Float64Array(0));
  readonly #end = new Pieces(new Float64Array(0));
  readonly #hash = new Pieces(new Uint32Array(0));
  readonly #flags = new Pieces(new Uint8Array(0));

  /** Number of records. */
  get size(): number {
    return this.files.at(-1)?.to ?? 0;
  }

  /** Physical line of each record in its file, 1-based. */
  get line(): Int32Array {
    return this.#line.whole;
  }

  /** Byte range of each record in its file; the end is exclusive. */
  get start(): Float64Array {
    return this.#start.whole;
  }

  get end(): Float64Array {
    return this.#end.whole;
  }

  /** Four words a record, as in {@link FileBlock.hash}. */
  get hash(): Uint32Array {
    return this.#hash.whole;
  }

  /** Bits of FLAG in file-block.ts. */
  get flags(): Uint8Array {
    return this.#flags.whole;
  }

  /** Memory taken, in bytes. */
  get bytesTaken(): number {
    const parts = [this.#line, this.#start, this.#end, this.#hash, this.#flags, ...this.columns];
    return parts.reduce((sum, { bytesTaken }) => sum + bytesTaken, this.#kernel.bytesTaken);
  }

  /** The column of a kept field. @throws RangeError for a field that is not kept */
  column(field: number): StoredColumn {
    return this.columns[keptIndex(field)] as StoredColumn;
  }

  /** Finds rows that agree in all of some columns, as {@link ValueKernel.firstLikes} tells it. */
  firstLikes(columns: readonly TupleColumn[], rows: Int32Array | null): Int32Array {
    return this.#kernel.firstLikes(columns, rows);
  }

  /** How often each value stands among these, from 0 to the largest. @param values none below 0 */
  countsOf(values: Int32Array): Int32Array {
    return this.#kernel.countsOf(values);
  }

  append(block: FileBlock): void {
    const from = this.size;
    const to = from + block.size;
    this.#line.add(block.line, from);
    this.#start.add(block.start, from);
    this.#end.add(block.end, from);
    this.#hash.add(block.hash, from * 4);
    this.#flags.add(block.flags, from);
    for (const [index, column] of this.columns.entries()) {
      column.append(block.codes[index] as Codes, block.values[index] as PackedValues, from);
    }
    this.files.push({ facts: block.facts, faults: block.faults, from, to });
  }

  /** Forgets all files from the given one on, in load order. */
  keepFiles(count: number): void {
    this.files.length = count;
  }

  /** The file a record stands in. @throws RangeError outside the store */
  fileOf(record: number): StoredFile {
    const file = this.files.find((each) => record < each.to);
    if (file === undefined) throw new RangeError(`no record ${String(record)}`);
    return file;
  }
}
