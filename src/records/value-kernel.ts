import type { Codes } from '../core/codes.ts';
import { comparable } from '../core/text.ts';
import type { PackedValues } from '../import/file-block.ts';
import compiled from './kernel/index.ts?kernel';

interface Global {
  readonly value: number;
}

/** What src/records/kernel/index.ts exports; numbers that name places are bytes from the start of `memory`. */
interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly MENTIONS: Global;
  scratch(size: number): number;
  adopt(column: number, count: number, bytes: number, offsets: number, hashes: number, codes: number): void;
  distinctOf(column: number): number;
  bytesOf(column: number): number;
  startsOf(column: number): number;
  comparables(column: number, from: number, to: number): number;
  codedIn(column: number, from: number, to: number): number;
  openingsIn(column: number, from: number, to: number): number;
  beginTuples(): void;
  firstLikes(area: number, words: number, tuples: number, from: number, to: number): void;
  endTuples(): void;
  countsOf(values: number, length: number): number;
  release(): void;
}

/** What makes a part of a tuple: a column of n rows times `stride` words. */
export interface TupleColumn {
  readonly values: Codes | Int32Array;
  readonly stride: number;
}

/** Stands behind each value; no text of a field holds it. */
const SEPARATOR = '\0';
/** Stands for a text that the kernel leaves to {@link comparable}. */
const NOT_PLAIN = '\u0001';
/** Blocks of so many bytes may be read over the end of an area. */
const PAD = 16;
/** So many tuples are compared at a time. */
const STEP = 1 << 10;

let module: WebAssembly.Module | null = null;

/** Compiled once a thread. */
function kernelModule(): WebAssembly.Module {
  return (module ??= new WebAssembly.Module(Uint8Array.from(atob(compiled), (character) => character.charCodeAt(0))));
}

function startKernel(): KernelExports {
  const { exports }: { readonly exports: unknown } = new WebAssembly.Instance(kernelModule(), {});
  return exports as KernelExports;
}

/**
 * The distinct values of the store's columns, in a memory of their own: UTF-8, with codes from 0 in order of first
 * appearance. Code 0 is blank.
 */
export class ValueKernel {
  readonly #kernel = startKernel();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** Memory taken, in bytes; it grows and never shrinks. */
  get bytesTaken(): number {
    return this.#kernel.memory.buffer.byteLength;
  }

  /** Adds a file's values to a column. @returns for each code of the file the code in the column */
  adopt(column: number, { bytes, offsets, hashes }: PackedValues): Int32Array {
    const kernel = this.#kernel;
    const count = hashes.length;
    const area = kernel.scratch(offsets.byteLength + hashes.byteLength + count * 4 + bytes.length + PAD);
    const hashesAt = area + offsets.byteLength;
    const codesAt = hashesAt + hashes.byteLength;
    const bytesAt = codesAt + count * 4;
    new Int32Array(kernel.memory.buffer, area, offsets.length).set(offsets);
    new Int32Array(kernel.memory.buffer, hashesAt, count).set(hashes);
    new Uint8Array(kernel.memory.buffer, bytesAt, bytes.length).set(bytes);
    kernel.adopt(column, count, bytesAt, area, hashesAt, codesAt);
    return new Int32Array(kernel.memory.buffer, codesAt, count).slice();
  }

  /** Number of distinct values of a column, blank included. */
  distinct(column: number): number {
    return this.#kernel.distinctOf(column);
  }

  text(column: number, code: number): string {
    return this.#decoder.decode(this.#bytesOf(column, code, code + 1));
  }

  /** The texts of the codes from one up to, not including, another, as far as there are any. */
  textsFrom(column: number, code: number, end: number): string[] {
    return code >= Math.min(end, this.distinct(column)) ? [] : this.joinedFrom(column, code, end).split(SEPARATOR);
  }

  /** The same as one text, decoded in one go, with a NUL between two. */
  joinedFrom(column: number, code: number, end: number): string {
    const last = Math.min(end, this.distinct(column));
    return code >= last ? '' : this.#decoder.decode(this.#bytesOf(column, code, last));
  }

  /** The texts as {@link comparable} makes them, with a line break between two. */
  comparablesFrom(column: number, code: number, end: number): string {
    const last = Math.min(end, this.distinct(column));
    if (code >= last) return '';
    const told = this.#kernel.comparables(column, code, last);
    const { buffer } = this.#kernel.memory;
    const [length, others, count] = new Int32Array(buffer, told, 3) as unknown as [number, number, number];
    const texts = this.#decoder.decode(new Uint8Array(buffer, told + 12, length));
    if (count === 0) return texts;
    const parts: string[] = [];
    let from = 0;
    for (const other of new Int32Array(buffer, told + others, count).slice()) {
      const at = texts.indexOf(NOT_PLAIN, from);
      parts.push(texts.slice(from, at), comparable(this.text(column, other)));
      from = at + 1;
    }
    return parts.join('') + texts.slice(from);
  }

  /**
   * Where the texts from one code up to, not including, another name official codes: for each text the number of
   * mentions, then each of them as {@link mentionsFrom} knows it; −1 alone where the text holds characters that only
   * NFKC knows. As far as there are texts.
   */
  codedIn(column: number, code: number, end: number): Int32Array {
    const last = Math.min(end, this.distinct(column));
    if (code >= last) return new Int32Array(0);
    const told = this.#kernel.codedIn(column, code, last);
    const [words = 0] = new Int32Array(this.#kernel.memory.buffer, told, 1);
    return new Int32Array(this.#kernel.memory.buffer, told + 4, words).slice();
  }

  /**
   * For each of the texts from one code up to, not including, another 1 where it holds a bracket that opens a name, as
   * bracketed-names.ts has it, else 0. As far as there are texts.
   */
  openingsIn(column: number, code: number, end: number): Uint8Array {
    const last = Math.min(end, this.distinct(column));
    if (code >= last) return new Uint8Array(0);
    const told = this.#kernel.openingsIn(column, code, last);
    return new Uint8Array(this.#kernel.memory.buffer, told, last - code).slice();
  }

  /** The mentions from one on, numbered from 1: a code as it stands in a text, with the name that follows. */
  mentionsFrom(mention: number): string[] {
    return this.textsFrom(this.#kernel.MENTIONS.value, mention, Number.POSITIVE_INFINITY);
  }

  /**
   * Finds rows that agree in all of some columns; they are compared exactly.
   * @param rows those that are compared, each known by its place among them; null for all
   * @returns for each of them the first that agrees with it: itself where none before does
   */
  firstLikes(columns: readonly TupleColumn[], rows: Int32Array | null): Int32Array {
    const kernel = this.#kernel;
    const words = columns.reduce((sum, { stride }) => sum + stride, 0);
    const count = rows?.length ?? rowsOf(columns[0]);
    const area = kernel.scratch((words + 1) * count * 4);
    const tuples = new Int32Array(kernel.memory.buffer, area, words * count);
    let at = 0;
    for (const { values, stride } of columns) {
      for (let word = 0; word < stride; word++) {
        copyWords(tuples.subarray(at, at + count), values, stride, word, rows);
        at += count;
      }
    }
    kernel.beginTuples();
    for (let from = 0; from < count; from += STEP) kernel.firstLikes(area, words, count, from, Math.min(from + STEP, count));
    kernel.endTuples();
    const firsts = new Int32Array(kernel.memory.buffer, area + words * count * 4, count).slice();
    kernel.release();
    return firsts;
  }

  /** How often each value stands among these, from 0 to the largest. @param values none below 0 */
  countsOf(values: Int32Array): Int32Array {
    const kernel = this.#kernel;
    const area = kernel.scratch(values.byteLength);
    new Int32Array(kernel.memory.buffer, area, values.length).set(values);
    const told = kernel.countsOf(area, values.length);
    const [size = 0] = new Int32Array(kernel.memory.buffer, told, 1);
    const counts = new Int32Array(kernel.memory.buffer, told + 4, size).slice();
    kernel.release();
    return counts;
  }

  #bytesOf(column: number, code: number, end: number): Uint8Array {
    const { memory } = this.#kernel;
    const starts = new Int32Array(memory.buffer, this.#kernel.startsOf(column), end + 1);
    const from = starts[code] as number;
    return new Uint8Array(memory.buffer, this.#kernel.bytesOf(column) + from, (starts[end] as number) - from - 1);
  }
}

function rowsOf(column: TupleColumn | undefined): number {
  return column === undefined ? 0 : column.values.length / column.stride;
}

/** Copies one word of each row. */
function copyWords(into: Int32Array, values: Codes | Int32Array, stride: number, word: number, rows: Int32Array | null): void {
  if (rows !== null) copyWordsOf(rows, into, values, stride, word);
  else if (stride === 1) into.set(values);
  else for (let place = 0; place < into.length; place++) into[place] = values[place * stride + word] as number;
}

function copyWordsOf(rows: Int32Array, into: Int32Array, values: Codes | Int32Array, stride: number, word: number): void {
  for (let place = 0; place < rows.length; place++) into[place] = values[(rows[place] as number) * stride + word] as number;
}
