import { ByteList } from './byte-list.ts';
import { roomFor } from './room-for.ts';

/** Distinct byte strings with codes from 0 in order of first appearance. Code 0 is always the empty string. */
export class ByteDictionary {
  readonly #strings = new ByteList();
  #hashes = new Int32Array(1 << 8);
  /** Open addressing; holds code + 1, 0 where free. Always at least twice as large as the number of strings. */
  #slots = new Int32Array(1 << 9);
  #lastCode = 0;

  /** Number of codes given, the empty string's included. */
  get size(): number {
    return this.#strings.size;
  }

  /** Memory taken, in bytes, room for more included. */
  get bytesTaken(): number {
    return this.#strings.bytesTaken + this.#hashes.byteLength + this.#slots.byteLength;
  }

  /** The code of `source[start, end)`, given now when it is new. */
  codeOf(source: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    if (this.#strings.equals(this.#lastCode, source, start, end)) return this.#lastCode;
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = (this.#slots[slot] as number) - 1;
      if (code < 0) return this.#add(source, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#strings.equals(code, source, start, end)) {
        this.#lastCode = code;
        return code;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The bytes of a code; a view that the next new string may outdate. */
  bytesOf(code: number): Uint8Array {
    return this.#strings.bytesOf(code);
  }

  #add(source: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#strings.add(source, start, end);
    this.#hashes = roomFor(this.#hashes, code + 1);
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    this.#lastCode = code;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.size; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}
