import { ByteDictionary } from '../core/byte-dictionary.ts';
import { roomFor } from '../core/room-for.ts';
import type { FileBlock, FileFacts, PackedValues } from '../import/file-block.ts';
import type { Fault } from '../import/quarantine.ts';
import { FIELD, KEPT_FIELDS, keptIndex } from '../layout/kept.ts';

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
  readonly codes: Int32Array;
  readonly values: PackedValues;
  readonly at: number;
}

/** Fields that are only shown: nothing is derived from them, so joining their values can wait until then. */
const SHOWN_ONLY: readonly number[] = [FIELD.providerName, FIELD.patientKind, FIELD.treatmentMonth, FIELD.pointsBefore, FIELD.pointsAfter];

/** One kept field over all files: a code a record, and what the codes mean. Code 0 is blank. */
export class StoredColumn {
  /** Whether files are joined only when something is asked of the column. */
  readonly #isLate: boolean;
  /** Files that are not joined yet. */
  #pending: Appended[] = [];
  #codes = new Int32Array(1 << 10);
  readonly #values = new ByteDictionary();
  #numbers = new Float64Array(1 << 4);
  #texts: (string | undefined)[] = [''];

  constructor(isLate: boolean) {
    this.#isLate = isLate;
  }

  /** A code a record; behind the last record anything may stand. */
  get codes(): Int32Array<ArrayBuffer> {
    this.#join();
    return this.#codes;
  }

  /** Number of distinct values, blank included. */
  get distinct(): number {
    this.#join();
    return this.#values.size;
  }

  /** Memory taken, in bytes, room for more included; texts that were looked at are kept beside it. */
  get bytesTaken(): number {
    const pending = this.#pending.map(({ codes, values }) => codes.byteLength + values.bytes.byteLength + values.offsets.byteLength * 4);
    return pending.reduce((sum, bytes) => sum + bytes, this.#codes.byteLength + this.#values.bytesTaken + this.#numbers.byteLength);
  }

  text(code: number): string {
    return (this.#texts[code] ??= this.#values.text(code));
  }

  /** The texts of all codes from one on, as many as there are by now. */
  textsFrom(code: number): string[] {
    this.#join();
    return this.#values.textsFrom(code);
  }

  /** The month (yyyymm) or amount (points) of a code; NaN where blank. Meaningless for text columns. */
  number(code: number): number {
    return code === 0 ? Number.NaN : (this.#numbers[code] as number);
  }

  /** Adds a file's values behind those of the records before `at`. */
  append(codes: Int32Array, values: PackedValues, at: number): void {
    this.#pending.push({ codes, values, at });
    if (!this.#isLate) this.#join();
  }

  #join(): void {
    if (this.#pending.length === 0) return;
    const pending = this.#pending;
    this.#pending = [];
    for (const { codes, values, at } of pending) {
      const known = this.#adopt(values);
      this.#codes = roomFor(this.#codes, at + codes.length);
      const stored = this.#codes;
      for (let i = 0; i < codes.length; i++) stored[at + i] = known[codes[i] as number] as number;
    }
  }

  /** For each code of a file the code in the store. */
  #adopt({ bytes, offsets, hashes, numbers }: PackedValues): Int32Array {
    const known = new Int32Array(offsets.length - 1);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let code = 1; code < known.length; code++) {
      const stored = this.#values.codeOf(view, offsets[code] as number, offsets[code + 1] as number, hashes[code] as number);
      known[code] = stored;
      if (numbers === null) continue;
      this.#numbers = roomFor(this.#numbers, stored + 1);
      this.#numbers[stored] = numbers[code] as number;
    }
    return known;
  }
}

/**
 * All accepted records of all files as columns, in load order. A record is known by its place, from 0.
 * Values are kept once; what is loaded can be taken back down to an earlier number of files.
 */
export class RecordStore {
  readonly files: StoredFile[] = [];
  readonly columns: readonly StoredColumn[] = KEPT_FIELDS.map(({ number }) => new StoredColumn(SHOWN_ONLY.includes(number)));
  line = new Int32Array(1 << 10);
  start = new Float64Array(1 << 10);
  end = new Float64Array(1 << 10);
  hash = new Uint32Array(4 << 10);
  flags = new Uint8Array(1 << 10);

  /** Number of records. */
  get size(): number {
    return this.files.at(-1)?.to ?? 0;
  }

  /** Memory taken, in bytes, room for more included. */
  get bytesTaken(): number {
    const arrays = [this.line, this.start, this.end, this.hash, this.flags];
    return [...arrays.map(({ byteLength }) => byteLength), ...this.columns.map(({ bytesTaken }) => bytesTaken)].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** The column of a kept field. @throws RangeError for a field that is not kept */
  column(field: number): StoredColumn {
    return this.columns[keptIndex(field)] as StoredColumn;
  }

  append(block: FileBlock): void {
    const from = this.size;
    const to = from + block.size;
    this.line = roomFor(this.line, to);
    this.start = roomFor(this.start, to);
    this.end = roomFor(this.end, to);
    this.hash = roomFor(this.hash, to * 4);
    this.flags = roomFor(this.flags, to);
    this.line.set(block.line, from);
    this.start.set(block.start, from);
    this.end.set(block.end, from);
    this.hash.set(block.hash, from * 4);
    this.flags.set(block.flags, from);
    for (const [index, column] of this.columns.entries()) {
      column.append(block.codes[index] as Int32Array, block.values[index] as PackedValues, from);
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
