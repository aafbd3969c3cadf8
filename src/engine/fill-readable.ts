import { Dictionary, Int32, Int64, Table, Utf8, Vector, makeData, makeVector, tableToIPC } from 'apache-arrow';
import { nextMessage } from '../core/next-message.ts';
import { NUMBERS, READABLE, createReadable, createValueType, dropReadable } from '../explore/readable-table.ts';
import { type NumberValues, type TextValues, columnValues } from '../records/column-values.ts';
import { LOADED_COLUMNS } from '../records/columns.ts';
import type { Facts } from '../records/facts.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Database } from './database.ts';

/** A column with more different values is kept as text: so many take one byte a record. */
const MOST_ENUMERATED = 255;
/** Records given to the engine at a time. */
const STEP = 20_480;

/** Makes the readable tables of the loaded records anew, in steps between which messages are heard. */
export async function fillReadable(database: Database, store: RecordStore, facts: Facts): Promise<void> {
  database.execute(dropReadable());
  const columns = LOADED_COLUMNS.map((column) => columnValues(column, store, facts));
  const enumerated: boolean[] = [];
  for (const [place, values] of columns.entries()) {
    enumerated.push(values.kind === 'text' && createType(database, place, usedTexts(values, facts.size)));
    await nextMessage();
  }
  database.execute(createReadable(enumerated));
  appendItems(database, facts);
  const steps = columns.map((values) => (values.kind === 'text' ? new TextSteps(values) : values));
  for (let from = 0; from < facts.size; from += STEP) {
    const to = Math.min(from + STEP, facts.size);
    const vectors: [string, Vector][] = [
      [NUMBERS.record, makeVector(facts.record.slice(from, to))],
      [NUMBERS.application, makeVector(facts.application.slice(from, to))],
    ];
    LOADED_COLUMNS.forEach(({ name, form }, place) => {
      const values = steps[place] as TextSteps | NumberValues;
      if (values instanceof TextSteps) vectors.push([name, values.vector(from, to)]);
      else vectors.push([name, form === 'month' ? monthVector(values, from, to) : amountVector(values, from, to)]);
    });
    database.append(READABLE.records, tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'));
    await nextMessage();
  }
}

/** The texts of the codes that loaded records have; null where they are too many for an enumeration. */
function usedTexts(values: TextValues, size: number): string[] | null {
  const isUsed = new Uint8Array(values.distinct);
  let used = 0;
  for (let place = 0; place < size; place++) {
    const code = values.codeOf(place);
    if (isUsed[code] === 1) continue;
    isUsed[code] = 1;
    if (++used > MOST_ENUMERATED) return null;
  }
  const texts: string[] = [];
  for (let code = 0; code < isUsed.length; code++) if (isUsed[code] === 1 && values.text(code) !== '') texts.push(values.text(code));
  return texts;
}

/** @returns whether there is an enumeration; a column without a value needs none */
function createType(database: Database, place: number, texts: string[] | null): boolean {
  if (texts === null || texts.length === 0) return false;
  database.execute('CREATE OR REPLACE TABLE new_value (value VARCHAR)');
  database.append('new_value', tableToIPC(new Table({ value: textVector(texts) }), 'stream'));
  database.execute(`${createValueType(place)}; DROP TABLE new_value`);
  return true;
}

function appendItems(database: Database, facts: Facts): void {
  const { items } = facts.items;
  if (items.length === 0) return;
  const table = new Table({
    item: makeVector(Int32Array.from(items, (_, index) => index + 1)),
    kind: textVector(items.map(({ kind }) => kind)),
    code: textVector(items.map(({ code }) => code)),
    name: textVector(items.map(({ name }) => name)),
  });
  database.append('item_name', tableToIPC(table, 'stream'));
}

/** A text column step by step: each step brings the texts it needs once. */
class TextSteps {
  readonly #values: TextValues;
  /** For each code its place among the texts of the step at hand, and in which step that was. */
  readonly #local: Int32Array;
  readonly #step: Int32Array;
  #steps = 0;

  constructor(values: TextValues) {
    this.#values = values;
    this.#local = new Int32Array(values.distinct);
    this.#step = new Int32Array(values.distinct);
  }

  vector(from: number, to: number): Vector {
    const step = ++this.#steps;
    const texts: string[] = [];
    const codes = new Int32Array(to - from);
    const nulls = new Nulls(to - from);
    for (let place = from; place < to; place++) {
      const code = this.#values.codeOf(place);
      if (this.#step[code] !== step) {
        this.#step[code] = step;
        this.#local[code] = texts.push(this.#values.text(code)) - 1;
      }
      const local = this.#local[code] as number;
      codes[place - from] = local;
      if (texts[local] === '') nulls.add(place - from);
    }
    const type = new Dictionary(new Utf8(), new Int32());
    return new Vector([makeData({ type, length: codes.length, data: codes, dictionary: textVector(texts), ...nulls.data })]);
  }
}

function monthVector(values: NumberValues, from: number, to: number): Vector {
  const data = new Int32Array(to - from);
  const nulls = new Nulls(to - from);
  for (let place = from; place < to; place++) {
    const value = values.valueOf(place);
    if (Number.isNaN(value)) nulls.add(place - from);
    else data[place - from] = value;
  }
  return new Vector([makeData({ type: new Int32(), length: data.length, data, ...nulls.data })]);
}

function amountVector(values: NumberValues, from: number, to: number): Vector {
  const data = new BigInt64Array(to - from);
  const nulls = new Nulls(to - from);
  for (let place = from; place < to; place++) {
    const value = values.valueOf(place);
    if (Number.isNaN(value)) nulls.add(place - from);
    else data[place - from] = BigInt(value);
  }
  return new Vector([makeData({ type: new Int64(), length: data.length, data, ...nulls.data })]);
}

function textVector(texts: readonly string[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  parts.forEach((part, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] as number) + part.length;
  });
  const data = new Uint8Array(valueOffsets[texts.length] as number);
  parts.forEach((part, index) => {
    data.set(part, valueOffsets[index]);
  });
  return new Vector([makeData({ type: new Utf8(), length: texts.length, valueOffsets, data })]);
}

/** Which entries of a vector are NULL, as Arrow has it: a bit an entry, 1 for a value. */
class Nulls {
  readonly #bits: Uint8Array;
  #count = 0;

  constructor(length: number) {
    this.#bits = new Uint8Array(Math.ceil(length / 8)).fill(0xff);
  }

  add(index: number): void {
    this.#bits[index >> 3] = (this.#bits[index >> 3] as number) & ~(1 << (index & 7));
    this.#count++;
  }

  get data(): { readonly nullBitmap: Uint8Array; readonly nullCount: number } {
    return { nullBitmap: this.#bits, nullCount: this.#count };
  }
}
