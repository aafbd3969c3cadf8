/** Readable and writable behind the end of every area, so that blocks of 8 or 16 bytes may run over it. */
export const PAD: usize = 64;

/** Bytes of distinct values, end to end: as they stand in the file, and as UTF-8. */
export let arena: usize = heap.alloc(1 << 20);
let capacity: usize = 1 << 20;
export let used: u32 = 0;

export function clearArena(): void {
  used = 0;
}

/** Makes room for so many more bytes; `arena` may move. */
export function reserve(length: usize): void {
  const needed = <usize>used + length + PAD;
  if (needed <= capacity) return;
  while (capacity < needed) capacity *= 2;
  arena = heap.realloc(arena, capacity);
}

/** Adds bytes that stand outside the arena and gives their offset. */
export function append(from: usize, length: u32): u32 {
  reserve(length);
  const offset = used;
  memory.copy(arena + offset, from, length);
  used += length;
  return offset;
}

/** Counts bytes as used that were written behind the end, after `reserve`. */
export function extend(length: u32): void {
  used += length;
}
