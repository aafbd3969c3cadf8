type Numbers = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * An array of the same kind with room for at least `needed` entries and the same content: the array itself where it
 * is large enough, else a copy at least twice as large.
 */
export function roomFor<T extends Numbers>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const Kind = array.constructor as new (length: number) => T;
  const larger = new Kind(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
