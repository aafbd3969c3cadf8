/**
 * Four times as many slots of 64 bits with the same entries, each from the slot on that the upper half, its hash, tells; 0 where
 * free. The old ones are given back.
 * @param mask one less than there were
 */
export function widened(slots: usize, mask: u32): usize {
  const size = <usize>mask + 1;
  const wideMask = widerMask(mask);
  const wide = heap.alloc(size << 5);
  memory.fill(wide, 0, size << 5);
  for (let place: usize = 0; place < size; place++) {
    const held = load<u64>(slots + (place << 3));
    if (held == 0) continue;
    let slot = <u32>(held >> 32) & wideMask;
    while (load<u64>(wide + (<usize>slot << 3)) != 0) slot = (slot + 1) & wideMask;
    store<u64>(wide + (<usize>slot << 3), held);
  }
  heap.free(slots);
  return wide;
}

/** The mask of the slots that `widened` gives. */
@inline
export function widerMask(mask: u32): u32 {
  return mask * 4 + 3;
}
