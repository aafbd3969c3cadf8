import { parseAmount } from '../core/numbers.ts';
import { parseMonth } from '../core/months.ts';
import { FIELD_COUNT } from '../layout/fields.ts';
import { FIELD, INHERITED, KEPT_FIELDS, type KeptField, keptIndex } from '../layout/kept.ts';
import type { Layout } from '../layout/match-header.ts';
import { ValueDecoder } from './decode.ts';
import { FLAG, type FileBlock, type FileFacts } from './file-block.ts';
import type { Fault, QuarantineCode } from './quarantine.ts';
import { MET, type RecordKernel, type RunEnd } from './record-kernel.ts';
import { FIELD_SEPARATOR, LONGEST_FIELD, type RecordScanner } from './scan-records.ts';

const KEY = keptIndex(FIELD.claimKey);
const REQUEST = keptIndex(FIELD.requestMonth);
const DELTA = keptIndex(FIELD.pointsDelta);
const BEFORE = keptIndex(FIELD.pointsBefore);
const AFTER = keptIndex(FIELD.pointsAfter);
const INHERITED_INDEXES = INHERITED.map(keptIndex);
/** Fields 1 to 11: all blank in a continuation. */
const CLAIM_FIELDS = 11;

/** Whether a continuation would continue the kernel's claim: `unknown` where a record before it was set aside. */
type Claim = 'known' | 'unknown' | 'none';

/** Turns records into the columns of a {@link FileBlock}, and sets aside those with faults. */
export class BlockBuilder {
  readonly #layout: Layout;
  readonly #kernel: RecordKernel;
  readonly #decoder: ValueDecoder;
  readonly #texts = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #faults: Fault[] = [];
  /** The kernel's entries of the record at hand. */
  readonly #row = new Int32Array(KEPT_FIELDS.length);
  #claim: Claim = 'none';
  #ordered = new Uint8Array(1 << 12);
  quarantined = 0;

  constructor(layout: Layout, encoding: 'cp932' | 'utf-8', kernel: RecordKernel) {
    this.#layout = layout;
    this.#kernel = kernel;
    this.#decoder = new ValueDecoder(encoding);
    kernel.begin(encoding, layout.columns);
  }

  /** Records taken so far. */
  get size(): number {
    return this.#kernel.records;
  }

  /** The raw claim key of the record last added or set aside by {@link add}, for checks on its form. */
  get lastKey(): Uint8Array {
    return this.#kernel.utf8(this.#row[KEY] as number);
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
    this.#kernel.setClaim(false);
    this.#fault(scanner, code, null, null, fieldCount);
  }

  /** Takes the scanner's record, which has the layout's number of fields, or sets it aside with every fault found. */
  add(scanner: RecordScanner): void {
    const { bytes, ends } = scanner;
    const { places } = this.#layout;
    const row = this.#row;
    let hasFault = scanner.longest > LONGEST_FIELD;
    for (let i = 0; i < KEPT_FIELDS.length; i++) {
      const place = places[(KEPT_FIELDS[i] as KeptField).number - 1] as number;
      const start = place === 0 ? 0 : (ends[place - 1] as number) + 1;
      const end = ends[place] as number;
      const entry = end - start > LONGEST_FIELD ? 0 : this.#kernel.encode(i, bytes.subarray(start, end));
      row[i] = entry;
      this.#read(i, entry);
      if (this.#isFault(entry)) hasFault = true;
    }
    const isContinuation = this.#isBlank(KEY) && this.#claim !== 'none' && this.#claimFieldsBlank(scanner);
    if (isContinuation && this.#claim === 'unknown') {
      this.quarantined++;
      this.#fault(scanner, 'orphan_continuation', null, null, null);
      return;
    }
    if (isContinuation) this.#inherit();
    if (hasFault) this.#setFaultsAside(scanner);
    else this.#take(scanner, isContinuation);
    this.#remember();
  }

  /** Takes plain records from the scanner's place on. @returns why not more; after `unread` the next one can be taken too */
  takePlain(scanner: RecordScanner): RunEnd {
    const before = this.size;
    const run = this.#kernel.run(scanner.at, scanner.offset, scanner.nextLine);
    scanner.pass(run.next, run.lines);
    if (this.size > before) this.#claim = 'known';
    if (run.end === 'unread') this.#kernel.current.forEach((entry, column) => this.#read(column, entry));
    return run.end;
  }

  /** The finished block; the builder must not be used afterwards. */
  finish(facts: Omit<FileFacts, 'records' | 'quarantined'>): FileBlock {
    const { size, quarantined } = this;
    return {
      facts: { ...facts, records: size + quarantined, quarantined },
      faults: this.#faults,
      size,
      ...this.#kernel.packRecords(),
      values: KEPT_FIELDS.map((_, column) => this.#kernel.packValues(column)),
    };
  }

  #isBlank(index: number): boolean {
    return (this.#kernel.met(this.#row[index] as number) & MET.blank) !== 0;
  }

  #isFault(entry: number): boolean {
    return (this.#kernel.met(entry) & (MET.undecodable | MET.unreadable)) !== 0;
  }

  /** Reads a value that was met for the first time and is not plainly a number. */
  #read(column: number, entry: number): void {
    if ((this.#kernel.met(entry) & MET.unread) === 0) return;
    const { form } = KEPT_FIELDS[column] as KeptField;
    const text = this.#texts.decode(this.#kernel.utf8(entry));
    const number = form === 'month' ? parseMonth(text) : parseAmount(text);
    this.#kernel.tell(entry, number ?? Number.NaN, number !== null || form === 'check_amount');
  }

  #claimFieldsBlank(scanner: RecordScanner): boolean {
    for (let field = 2; field <= CLAIM_FIELDS; field++) {
      const place = this.#layout.places[field - 1] as number;
      const start = (scanner.ends[place - 1] ?? -1) + 1;
      if (!this.#decoder.isBlank(scanner.bytes.subarray(start, scanner.ends[place]))) return false;
    }
    return true;
  }

  #inherit(): void {
    const { claim } = this.#kernel;
    for (const index of INHERITED_INDEXES) {
      if (this.#isBlank(index)) this.#row[index] = claim[index] as number;
    }
  }

  /** Keeps what a continuation would take over; a faulty value is not passed on. */
  #remember(): void {
    const { claim } = this.#kernel;
    for (const index of INHERITED_INDEXES) {
      const entry = this.#row[index] as number;
      claim[index] = this.#isFault(entry) ? 0 : entry;
    }
    this.#claim = 'known';
    this.#kernel.setClaim(true);
  }

  #setFaultsAside(scanner: RecordScanner): void {
    this.quarantined++;
    if (scanner.longest > LONGEST_FIELD) this.#fault(scanner, 'field_too_long', null, null, null);
    for (const [index, { number, form }] of KEPT_FIELDS.entries()) {
      const entry = this.#row[index] as number;
      if (!this.#isFault(entry)) continue;
      const isText = (this.#kernel.met(entry) & MET.undecodable) === 0;
      const unreadable = form === 'month' ? 'unreadable_month' : 'unreadable_amount';
      this.#fault(scanner, isText ? unreadable : 'undecodable', number, this.#decoder.show(this.#kernel.raw(entry)), null);
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
    const hasGaiji = this.#row.some((entry) => (this.#kernel.met(entry) & MET.gaiji) !== 0);
    const flags =
      (isContinuation ? FLAG.continuation : 0) |
      (!isContinuation && this.#isBlank(KEY) ? FLAG.emptyKey : 0) |
      (this.#isBlank(REQUEST) ? FLAG.unknownRequestMonth : 0) |
      (this.#pointsMismatch() ? FLAG.pointsMismatch : 0) |
      (hasGaiji ? FLAG.gaiji : 0);
    this.#kernel.append(this.#row, this.#fieldsInOrder(scanner), scanner, flags);
  }

  #pointsMismatch(): boolean {
    const difference = this.#number(AFTER) - this.#number(BEFORE) - this.#number(DELTA);
    return difference !== 0 && !Number.isNaN(difference);
  }

  #number(index: number): number {
    return this.#kernel.number(this.#row[index] as number);
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
}
