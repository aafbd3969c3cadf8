type Numbers = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** An array that comes in pieces, which are put together when it is asked for. */
export class Pieces<T extends Numbers> {
  #whole: T;
  #pending: { readonly piece: T; readonly at: number }[] = [];

  /** @param empty an array of the kind, without entries */
  constructor(empty: T) {
    this.#whole = empty;
  }

  /** Memory taken, in bytes. */
  get bytesTaken(): number {
    return this.#pending.reduce((sum, { piece }) => sum + piece.byteLength, this.#whole.byteLength);
  }

  /** All entries; behind the last piece's anything may stand. */
  get whole(): T {
    if (this.#pending.length > 0) this.#putTogether();
    return this.#whole;
  }

  /** Puts a piece at a place, over what stood there and behind. */
  add(piece: T, at: number): void {
    this.#pending.push({ piece, at });
  }

  #putTogether(): void {
    const end = this.#pending.reduce((most, { piece, at }) => Math.max(most, at + piece.length), 0);
    if (end > this.#whole.length) {
      const Kind = this.#whole.constructor as new (length: number) => T;
      const longer = new Kind(end);
      longer.set(this.#whole);
      this.#whole = longer;
    }
    for (const { piece, at } of this.#pending) this.#whole.set(piece, at);
    this.#pending = [];
  }
}
