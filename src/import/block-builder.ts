import { roomFor } from '../core/room-for.ts';
import { FIELD_COUNT } from '../layout/fields.ts';
import { FIELD, INHERITED, KEPT_FIELDS, keptIndex } from '../layout/kept.ts';
import type { Layout } from '../layout/match-header.ts';
import { ValueDecoder } from './decode.ts';
import type { RecordHasher } from './digest.ts';
import { FLAG, type FileBlock, type FileFacts } from './file-block.ts';
import { KeptColumn } from './kept-column.ts';
import type { Fault, QuarantineCode } from './quarantine.ts';
import { FIELD_SEPARATOR, LONGEST_FIELD, type RecordScanner } from './scan-records.ts';

const KEY = keptIndex(FIELD.claimKey);
const REQUEST = keptIndex(FIELD.requestMonth);
const DELTA = keptIndex(FIELD.pointsDelta);
const BEFORE = keptIndex(FIELD.pointsBefore);
const AFTER = keptIndex(FIELD.pointsAfter);
const INHERITED_INDEXES = INHERITED.map(keptIndex);
/** Fields 1 to 11: all blank in a continuation. */
const CLAIM_FIELDS = 11;

/** The claim that a continuation would continue: the codes it takes over, or `unknown` where those are not certain. */
type Claim = Int32Array | 'unknown' | null;

/** Turns scanned records into the columns of a {@link FileBlock}, and sets aside those with faults. */
export class BlockBuilder {
  readonly #layout: Layout;
  readonly #hasher: RecordHasher;
  readonly #decoder: ValueDecoder;
  readonly #columns: readonly KeptColumn[];
  readonly #faults: Fault[] = [];
  readonly #row = new Int32Array(KEPT_FIELDS.length);
  readonly #lastClaim = new Int32Array(KEPT_FIELDS.length);
  #claim: Claim = null;
  #size = 0;
  #capacity = 1 << 10;
  #codes: Int32Array<ArrayBuffer>[];
  #line = new Int32Array(1 << 10);
  #start = new Float64Array(1 << 10);
  #end = new Float64Array(1 << 10);
  #hash = new Uint32Array(4 << 10);
  #flags = new Uint8Array(1 << 10);
  #ordered = new Uint8Array(1 << 12);
  quarantined = 0;

  constructor(layout: Layout, encoding: 'cp932' | 'utf-8', hasher: RecordHasher) {
    this.#layout = layout;
    this.#hasher = hasher;
    this.#decoder = new ValueDecoder(encoding);
    this.#columns = KEPT_FIELDS.map((field) => new KeptColumn(field, this.#decoder));
    this.#codes = KEPT_FIELDS.map(() => new Int32Array(1 << 10));
  }

  /** Records taken so far. */
  get size(): number {
    return this.#size;
  }

  /** The raw claim key of the record last added or set aside by {@link add}, for checks on its form. */
  get lastKey(): Uint8Array {
    return (this.#columns[KEY] as KeptColumn).utf8(this.#row[KEY] as number);
  }

  /** Whether the scanner's record is a line of nothing but white space. */
  isBlankLine(scanner: RecordScanner): boolean {
    const isBareField = scanner.fieldCount === 1 && scanner.ends[0] === scanner.end - scanner.start;
    return isBareField && this.#decoder.isBlank(scanner.bytes.subarray(0, scanner.ends[0]));
  }

  /** Sets a record or line aside whose fields cannot be told apart. */
  setAside(scanner: RecordScanner, code: QuarantineCode, fieldCount: number | null): void {
    this.quarantined++;
    this.#claim = 'unknown';
    this.#fault(scanner, code, null, null, fieldCount);
  }

  /** Takes the scanner's record, which has the layout's number of fields, or sets it aside with every fault found. */
  add(scanner: RecordScanner): void {
    const { bytes, ends } = scanner;
    const { places } = this.#layout;
    const row = this.#row;
    let hasFault = scanner.longest > LONGEST_FIELD;
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i] as KeptColumn;
      const place = places[column.field.number - 1] as number;
      const start = place === 0 ? 0 : (ends[place - 1] as number) + 1;
      const end = ends[place] as number;
      const code = end - start > LONGEST_FIELD ? 0 : column.encode(bytes, start, end);
      row[i] = code;
      if (column.meaning(code).fault !== null) hasFault = true;
    }
    const isContinuation = this.#isBlank(KEY) && this.#claim !== null && this.#claimFieldsBlank(scanner);
    if (isContinuation && this.#claim === 'unknown') {
      this.quarantined++;
      this.#fault(scanner, 'orphan_continuation', null, null, null);
      return;
    }
    if (isContinuation) this.#inherit(this.#claim as Int32Array);
    if (hasFault) this.#setFaultsAside(scanner);
    else this.#take(scanner, isContinuation);
    this.#remember();
  }

  /** The finished block; the builder must not be used afterwards. */
  finish(facts: Omit<FileFacts, 'records' | 'quarantined'>): FileBlock {
    const size = this.#size;
    return {
      facts: { ...facts, records: size + this.quarantined, quarantined: this.quarantined },
      faults: this.#faults,
      size,
      line: this.#line.slice(0, size),
      start: this.#start.slice(0, size),
      end: this.#end.slice(0, size),
      hash: this.#hash.slice(0, size * 4),
      flags: this.#flags.slice(0, size),
      codes: this.#codes.map((codes) => codes.slice(0, size)),
      values: this.#columns.map((column) => column.pack()),
    };
  }

  #isBlank(index: number): boolean {
    const meaning = (this.#columns[index] as KeptColumn).meaning(this.#row[index] as number);
    return meaning.valueCode === 0 && meaning.fault === null;
  }

  #claimFieldsBlank(scanner: RecordScanner): boolean {
    for (let field = 2; field <= CLAIM_FIELDS; field++) {
      const place = this.#layout.places[field - 1] as number;
      const start = (scanner.ends[place - 1] ?? -1) + 1;
      if (!this.#decoder.isBlank(scanner.bytes.subarray(start, scanner.ends[place]))) return false;
    }
    return true;
  }

  #inherit(claim: Int32Array): void {
    for (const index of INHERITED_INDEXES) {
      if (this.#isBlank(index)) this.#row[index] = claim[index] as number;
    }
  }

  /** Keeps what a continuation would take over; a faulty value is not passed on. */
  #remember(): void {
    for (const index of INHERITED_INDEXES) {
      const code = this.#row[index] as number;
      const isFaulty = (this.#columns[index] as KeptColumn).meaning(code).fault !== null;
      this.#lastClaim[index] = isFaulty ? 0 : code;
    }
    this.#claim = this.#lastClaim;
  }

  #setFaultsAside(scanner: RecordScanner): void {
    this.quarantined++;
    if (scanner.longest > LONGEST_FIELD) this.#fault(scanner, 'field_too_long', null, null, null);
    for (const [index, column] of this.#columns.entries()) {
      const code = this.#row[index] as number;
      const { fault } = column.meaning(code);
      if (fault !== null) this.#fault(scanner, fault, column.field.number, column.show(code), null);
    }
  }

  #fault(
    scanner: RecordScanner,
    code: QuarantineCode,
    field: number | null,
    value: string | null,
    fieldCount: number | null,
  ): void {
    const { line, start, end } = scanner;
    this.#faults.push({ line, start, end, code, field, fieldCount, value });
  }

  #take(scanner: RecordScanner, isContinuation: boolean): void {
    if (this.#size === this.#capacity) this.#grow();
    const at = this.#size++;
    this.#line[at] = scanner.line;
    this.#start[at] = scanner.start;
    this.#end[at] = scanner.end;
    this.#hasher.hashInto(this.#fieldsInOrder(scanner), this.#hash, at * 4);
    let hasGaiji = false;
    for (let i = 0; i < this.#columns.length; i++) {
      const meaning = (this.#columns[i] as KeptColumn).meaning(this.#row[i] as number);
      (this.#codes[i] as Int32Array)[at] = meaning.valueCode;
      hasGaiji ||= meaning.hasGaiji;
    }
    this.#flags[at] =
      (isContinuation ? FLAG.continuation : 0) |
      (!isContinuation && this.#isBlank(KEY) ? FLAG.emptyKey : 0) |
      (this.#isBlank(REQUEST) ? FLAG.unknownRequestMonth : 0) |
      (this.#pointsMismatch() ? FLAG.pointsMismatch : 0) |
      (hasGaiji ? FLAG.gaiji : 0);
  }

  #pointsMismatch(): boolean {
    const difference = this.#number(AFTER) - this.#number(BEFORE) - this.#number(DELTA);
    return difference !== 0 && !Number.isNaN(difference);
  }

  #number(index: number): number {
    return (this.#columns[index] as KeptColumn).meaning(this.#row[index] as number).number;
  }

  /** The bytes of the 210 fields in the annex's order, whatever the order in the file. */
  #fieldsInOrder(scanner: RecordScanner): Uint8Array {
    const { bytes, ends } = scanner;
    if (!this.#layout.reordered) return bytes.subarray(0, ends[FIELD_COUNT - 1]);
    if (this.#ordered.length < scanner.length) this.#ordered = new Uint8Array(scanner.length);
    let length = 0;
    for (let field = 0; field < FIELD_COUNT; field++) {
      const place = this.#layout.places[field] as number;
      const value = bytes.subarray(place === 0 ? 0 : (ends[place - 1] as number) + 1, ends[place]);
      this.#ordered.set(value, length);
      length += value.length;
      this.#ordered[length++] = FIELD_SEPARATOR;
    }
    return this.#ordered.subarray(0, length - 1);
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#line = roomFor(this.#line, this.#capacity);
    this.#start = roomFor(this.#start, this.#capacity);
    this.#end = roomFor(this.#end, this.#capacity);
    this.#hash = roomFor(this.#hash, this.#capacity * 4);
    this.#flags = roomFor(this.#flags, this.#capacity);
    this.#codes = this.#codes.map((codes) => roomFor(codes, this.#capacity));
  }
}
