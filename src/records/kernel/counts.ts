import { scratch } from './scratch';

/**
 * Counts how often each value stands among some, none below 0.
 * @param values in the scratch area, which is taken back
 * @returns a scratch area: the number of counts, then these, from that of 0 to that of the largest value
 */
export function countsOf(values: usize, length: u32): usize {
  const end = values + (<usize>length << 2);
  let most: u32 = 0;
  for (let at = values; at < end; at += 4) most = max(most, load<u32>(at));
  const size = most + 1;
  const counts = heap.alloc(<usize>size << 2);
  memory.fill(counts, 0, <usize>size << 2);
  for (let at = values; at < end; at += 4) {
    const count = counts + (<usize>load<u32>(at) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  const told = scratch((<usize>size + 1) << 2);
  store<u32>(told, size);
  memory.copy(told + 4, counts, <usize>size << 2);
  heap.free(counts);
  return told;
}
