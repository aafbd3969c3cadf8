/**
 * Finds rows that agree in all of some columns. Of the columns' rows only chosen ones are compared, each known by its
 * place among them. Tuples are compared exactly.
 */
export class TupleIndex {
  readonly #rows: Int32Array;
  readonly #columns: readonly (Int32Array | Uint32Array)[];
  readonly #strides: readonly number[];
  /** One a chosen row, made column by column. */
  readonly #hashes: Int32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  /**
   * @param columns what makes a tuple; a column of n rows times k words has `strides` k
   * @param rows the chosen ones
   */
  constructor(columns: readonly (Int32Array | Uint32Array)[], strides: readonly number[], rows: Int32Array) {
    this.#rows = rows;
    this.#columns = columns;
    this.#strides = strides;
    let size = 16;
    while (size < rows.length * 2) size *= 2;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    this.#hashes = new Int32Array(rows.length);
    columns.forEach((column, place) => mix(this.#hashes, rows, column, strides[place] as number));
  }

  /** The first place given to this method with the same tuple: `place` itself when it is new. */
  firstLike(place: number): number {
    let slot = (this.#hashes[place] as number) & this.#mask;
    for (;;) {
      const other = (this.#slots[slot] as number) - 1;
      if (other < 0) {
        this.#slots[slot] = place + 1;
        return place;
      }
      if (this.#hashes[place] === this.#hashes[other] && this.#agree(this.#rows[place] as number, this.#rows[other] as number)) return other;
      slot = (slot + 1) & this.#mask;
    }
  }

  #agree(a: number, b: number): boolean {
    for (let c = 0; c < this.#columns.length; c++) {
      const column = this.#columns[c] as Int32Array | Uint32Array;
      const stride = this.#strides[c] as number;
      for (let word = 0; word < stride; word++) {
        if (column[a * stride + word] !== column[b * stride + word]) return false;
      }
    }
    return true;
  }
}

/** Mixes the words of a column into the rows' hashes. */
function mix(hashes: Int32Array, rows: Int32Array, column: Int32Array | Uint32Array, stride: number): void {
  for (let place = 0; place < rows.length; place++) {
    let hash = hashes[place] as number;
    const from = (rows[place] as number) * stride;
    for (let word = from; word < from + stride; word++) {
      hash = Math.imul(hash ^ (column[word] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hashes[place] = hash;
  }
}
