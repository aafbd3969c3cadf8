/** Whether `length` bytes at two places are the same. The bytes behind them must be readable. */
@inline
export function isSameBytes(a: usize, b: usize, length: u32): bool {
  let i: usize = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(a + i) != load<u64>(b + i)) return false;
  const rest = <usize>length - i;
  return rest == 0 || ((load<u64>(a + i) ^ load<u64>(b + i)) << ((8 - rest) << 3)) == 0;
}

/** Spreads bytes over slots; equal bytes are told by comparing them. The bytes behind them must be readable. */
@inline
export function hashOf(seed: u32, at: usize, length: u32): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15 * (<u64>seed + 1);
  let i: usize = 0;
  for (; i + 8 <= length; i += 8) hash = mixed(hash ^ load<u64>(at + i));
  const rest = <usize>length - i;
  if (rest > 0) hash = mixed(hash ^ (load<u64>(at + i) << ((8 - rest) << 3)));
  return <u32>(mixed(hash ^ length) >> 32);
}

@inline
function mixed(hash: u64): u64 {
  const product = hash * 0xff51afd7ed558ccd;
  return product ^ (product >> 29);
}

/** Copies bytes in blocks of 16, which may run over the end of both; short ones faster than `memory.copy` does. */
@inline
export function copyBlocks(to: usize, from: usize, length: usize): void {
  for (let i: usize = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
}
