import { roomFor } from './room-for.ts';

/** Byte strings end to end, as they cross threads. */
export interface PackedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each string and one more: where it starts in `bytes`. */
  readonly offsets: Int32Array<ArrayBuffer>;
}

/** Stands behind each string in a {@link ByteList}; no text of a field holds it. */
const SEPARATOR = '\0';

/** UTF-8 strings in one growing area, so that hundreds of thousands of them cost no object each. String 0 is empty. */
export class ByteList {
  #bytes = new Uint8Array(1 << 12);
  #view = new DataView(this.#bytes.buffer);
  /** Where each string starts; the separator behind it belongs to it. */
  #starts = Int32Array.of(0, 1, 0, 0);
  #size = 1;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** Number of strings, the empty one included. */
  get size(): number {
    return this.#size;
  }

  /** Memory taken, in bytes, room for more included. */
  get bytesTaken(): number {
    return this.#bytes.byteLength + this.#starts.byteLength;
  }

  /** Adds `source[start, end)` and gives its place. */
  add(source: DataView, start: number, end: number): number {
    const place = this.#size++;
    const from = this.#starts[place] as number;
    const length = end - start;
    const behind = from + length + 1;
    if (behind > this.#bytes.length) {
      this.#bytes = roomFor(this.#bytes, behind);
      this.#view = new DataView(this.#bytes.buffer);
    }
    if (place + 2 > this.#starts.length) this.#starts = roomFor(this.#starts, place + 2);
    const view = this.#view;
    let i = 0;
    for (; i + 4 <= length; i += 4) view.setUint32(from + i, source.getUint32(start + i));
    for (; i < length; i++) view.setUint8(from + i, source.getUint8(start + i));
    this.#starts[place + 1] = behind;
    return place;
  }

  equals(place: number, source: DataView, start: number, end: number): boolean {
    const from = this.#starts[place] as number;
    const length = end - start;
    if ((this.#starts[place + 1] as number) - from - 1 !== length) return false;
    const view = this.#view;
    let i = 0;
    for (; i + 4 <= length; i += 4) if (view.getUint32(from + i) !== source.getUint32(start + i)) return false;
    for (; i < length; i++) if (view.getUint8(from + i) !== source.getUint8(start + i)) return false;
    return true;
  }

  /** A view that the next string may outdate. */
  bytesOf(place: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[place], (this.#starts[place + 1] as number) - 1);
  }

  text(place: number): string {
    return this.#decoder.decode(this.bytesOf(place));
  }

  /** The strings from one place on, decoded in one go. */
  textsFrom(place: number): string[] {
    if (place >= this.#size) return [];
    const all = this.#bytes.subarray(this.#starts[place], (this.#starts[this.#size] as number) - 1);
    return this.#decoder.decode(all).split(SEPARATOR);
  }
}
