/** Finds rows that agree in all of some columns. Rows are places in the columns; tuples are compared exactly. */
export class TupleIndex {
  readonly #columns: readonly (Int32Array | Uint32Array)[];
  readonly #strides: readonly number[];
  /** One a row, made column by column. */
  readonly #hashes: Int32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  /**
   * @param columns what makes a tuple; a column of n rows times k words has `strides` k
   * @param rows the most rows that will be asked for
   */
  constructor(columns: readonly (Int32Array | Uint32Array)[], strides: readonly number[], rows: number) {
    this.#columns = columns;
    this.#strides = strides;
    let size = 16;
    while (size < rows * 2) size *= 2;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    this.#hashes = new Int32Array(rows);
    columns.forEach((column, place) => mix(this.#hashes, column, strides[place] as number));
  }

  /** The first row given to this method with the same tuple: `row` itself when it is new. */
  firstLike(row: number): number {
    let slot = (this.#hashes[row] as number) & this.#mask;
    for (;;) {
      const other = (this.#slots[slot] as number) - 1;
      if (other < 0) {
        this.#slots[slot] = row + 1;
        return row;
      }
      if (this.#hashes[row] === this.#hashes[other] && this.#agree(row, other)) return other;
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
function mix(hashes: Int32Array, column: Int32Array | Uint32Array, stride: number): void {
  for (let row = 0; row < hashes.length; row++) {
    let hash = hashes[row] as number;
    for (let word = row * stride; word < (row + 1) * stride; word++) {
      hash = Math.imul(hash ^ (column[word] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hashes[row] = hash;
  }
}
