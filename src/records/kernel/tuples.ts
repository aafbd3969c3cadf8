/**
 * Tells for each of some tuples the place of the first that is the same.
 * @param area the tuples' words, column by column; behind them room for the answer, the tuples' hashes and the slots
 * @param slots a power of two above the number of tuples
 * @returns the answer, one word a tuple
 */
export function firstLikes(area: usize, words: u32, tuples: u32, slots: u32): usize {
  const column = <usize>tuples << 2;
  const firsts = area + words * column;
  const hashes = firsts + column;
  const table = hashes + column;
  memory.fill(hashes, 0, column);
  memory.fill(table, 0, <usize>slots << 2);
  for (let at = area; at < firsts; at += column) mix(hashes, at, column);
  for (let place: u32 = 0; place < tuples; place++) {
    store<u32>(firsts + (<usize>place << 2), firstLike(area, words, column, place, hashes, table, slots - 1));
  }
  return firsts;
}

/** Mixes a column's words into the hashes. */
function mix(hashes: usize, words: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 4) {
    const hash = (load<u32>(hashes + at) ^ load<u32>(words + at)) * 0x9e3779b1;
    store<u32>(hashes + at, hash ^ (hash >> 15));
  }
}

function firstLike(area: usize, words: u32, column: usize, place: u32, hashes: usize, table: usize, mask: u32): u32 {
  const hash = load<u32>(hashes + (<usize>place << 2));
  let slot = hash & mask;
  for (;;) {
    const held = load<u32>(table + (<usize>slot << 2));
    if (held == 0) break;
    const other = held - 1;
    if (load<u32>(hashes + (<usize>other << 2)) == hash && agree(area, words, column, place, other)) return other;
    slot = (slot + 1) & mask;
  }
  store<u32>(table + (<usize>slot << 2), place + 1);
  return place;
}

function agree(area: usize, words: u32, column: usize, a: u32, b: u32): bool {
  for (let word: u32 = 0; word < words; word++) {
    const at = area + word * column;
    if (load<u32>(at + (<usize>a << 2)) != load<u32>(at + (<usize>b << 2))) return false;
  }
  return true;
}
