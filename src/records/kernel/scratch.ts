/** Readable behind the end of every area, so that blocks of 16 bytes may run over it. */
export const PAD: usize = 32;

let area: usize = 0;
let areaSize: usize = 0;

/** Room for what one call is given or tells, which the next call of this may take back. */
export function scratch(size: usize): usize {
  if (size > areaSize) {
    if (area != 0) heap.free(area);
    areaSize = size + (size >> 1);
    area = heap.alloc(areaSize + PAD);
  }
  return area;
}

/** Gives the room back. */
export function release(): void {
  if (area != 0) heap.free(area);
  area = 0;
  areaSize = 0;
}
