import { PAD } from './arena';

/** Room outside the other areas; to be given back with `release`. */
export function room(size: usize): usize {
  return heap.alloc(size);
}

export function release(at: usize): void {
  heap.free(at);
}

let scratchArea: usize = 0;
let scratchSize: usize = 0;

/** Room for one value, which the next call may take back. */
export function scratch(size: usize): usize {
  if (size > scratchSize) {
    if (scratchArea != 0) heap.free(scratchArea);
    scratchSize = size * 2;
    scratchArea = heap.alloc(scratchSize + PAD);
  }
  return scratchArea;
}
