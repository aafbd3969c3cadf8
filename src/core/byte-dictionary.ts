import { ByteList } from './byte-list.ts';
import { roomFor } from './room-for.ts';

/** Distinct UTF-8 strings with codes from 0 in order of first appearance. Code 0 is always the empty string. */
export class ByteDictionary {
  readonly #strings = new ByteList();
  #hashes = new Int32Array(1 << 8);
  /** Open addressing; holds code + 1, 0 where free. Always at least twice as large as the number of strings. */
  #slots = new Int32Array(1 << 9);

  /** Number of codes given, the empty string's included. */
  get size(): number {
    return this.#strings.size;
  }

  /** Memory taken, in bytes, room for more included. */
  get bytesTaken(): number {
    return this.#strings.bytesTaken + this.#hashes.byteLength + this.#slots.byteLength;
  }

  /**
   * The code of `source[start, end)`, given now when it is new.
   * @param hash the same for the same bytes, and spread over 32 bits
   */
  codeOf(source: DataView, start: number, end: number, hash: number): number {
    if (start === end) return 0;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = (this.#slots[slot] as number) - 1;
      if (code < 0) return this.#add(source, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#strings.equals(code, source, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  text(code: number): string {
    return this.#strings.text(code);
  }

  /** The texts of all codes from one on. */
  textsFrom(code: number): string[] {
    return this.#strings.textsFrom(code);
  }

  #add(source: DataView, start: number, end: number, hash: number, slot: number): number {
    const code = this.#strings.add(source, start, end);
    if (code === this.#hashes.length) this.#hashes = roomFor(this.#hashes, code + 1);
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
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
