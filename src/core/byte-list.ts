import { roomFor } from './room-for.ts';

/** Byte strings end to end, as they cross threads. */
export interface PackedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each string and one more: where it starts in `bytes`. */
  readonly offsets: Int32Array<ArrayBuffer>;
}

/** Byte strings in one growing area, so that hundreds of thousands of them cost no object each. String 0 is empty. */
export class ByteList {
  #bytes = new Uint8Array(1 << 12);
  #offsets = new Int32Array(1 << 8);
  #size = 1;

  /** Number of strings, the empty one included. */
  get size(): number {
    return this.#size;
  }

  /** Memory taken, in bytes, room for more included. */
  get bytesTaken(): number {
    return this.#bytes.byteLength + this.#offsets.byteLength;
  }

  /** Adds `source[start, end)` and gives its place. */
  add(source: Uint8Array, start: number, end: number): number {
    const place = this.#size++;
    const from = this.#offsets[place] as number;
    const to = from + end - start;
    this.#bytes = roomFor(this.#bytes, to);
    this.#offsets = roomFor(this.#offsets, place + 2);
    const bytes = this.#bytes;
    for (let i = start, j = from; i < end; i++, j++) bytes[j] = source[i] as number;
    this.#offsets[place + 1] = to;
    return place;
  }

  equals(place: number, source: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[place] as number;
    if ((this.#offsets[place + 1] as number) - from !== end - start) return false;
    const bytes = this.#bytes;
    for (let i = start, j = from; i < end; i++, j++) if (source[i] !== bytes[j]) return false;
    return true;
  }

  /** A view that the next string may outdate. */
  bytesOf(place: number): Uint8Array {
    return this.#bytes.subarray(this.#offsets[place], this.#offsets[place + 1]);
  }

  /** Copies of exact length. */
  pack(): PackedBytes {
    const used = this.#offsets[this.#size] as number;
    return { bytes: this.#bytes.slice(0, used), offsets: this.#offsets.slice(0, this.#size + 1) };
  }
}
