import { roomFor } from './room-for.ts';

/**
 * Distinct byte strings with codes from 0 in order of first appearance. Code 0 is always the empty string.
 * Strings live in one growing area, so that hundreds of thousands of them cost no object each.
 */
export class ByteDictionary {
  #bytes = new Uint8Array(1 << 12);
  /** `#offsets[code]` to `#offsets[code + 1]` is the string's place in `#bytes`. */
  #offsets = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 8);
  /** Open addressing; holds code + 1, 0 where free. Always at least twice as large as the number of strings. */
  #slots = new Int32Array(1 << 9);
  #size = 1;
  #lastCode = 0;

  /** Number of codes given, the empty string's included. */
  get size(): number {
    return this.#size;
  }

  /** The code of `source[start, end)`, given now when it is new. */
  codeOf(source: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    if (this.#equals(this.#lastCode, source, start, end)) return this.#lastCode;
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = (this.#slots[slot] as number) - 1;
      if (code < 0) break;
      if (this.#hashes[code] === hash && this.#equals(code, source, start, end)) {
        this.#lastCode = code;
        return code;
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(source, start, end, hash, slot);
  }

  /** The bytes of a code; a view that the next new string may outdate. */
  bytesOf(code: number): Uint8Array {
    return this.#bytes.subarray(this.#offsets[code], this.#offsets[code + 1]);
  }

  /** The strings end to end and, for each code and one more, where its string starts; copies of exact length. */
  pack(): { bytes: Uint8Array<ArrayBuffer>; offsets: Int32Array<ArrayBuffer> } {
    const used = this.#offsets[this.#size] as number;
    return { bytes: this.#bytes.slice(0, used), offsets: this.#offsets.slice(0, this.#size + 1) };
  }

  #equals(code: number, source: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - from !== end - start) return false;
    const bytes = this.#bytes;
    for (let i = start, j = from; i < end; i++, j++) if (source[i] !== bytes[j]) return false;
    return true;
  }

  #add(source: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#size++;
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    this.#bytes = roomFor(this.#bytes, to);
    this.#offsets = roomFor(this.#offsets, code + 2);
    this.#hashes = roomFor(this.#hashes, code + 2);
    this.#bytes.set(source.subarray(start, end), from);
    this.#offsets[code + 1] = to;
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    this.#lastCode = code;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.#size; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}
