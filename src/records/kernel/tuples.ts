import { widened, widerMask } from './slots';

const FIRST_SLOTS: u32 = 1 << 14;

/** Open addressing; holds the hash of a tuple and, from 1, its place; 0 where free. At least twice as many slots as different tuples. */
let slots: usize = 0;
let slotMask: u32 = 0;

/** How many tuples are not the same as one before. */
let different: u32 = 0;

/** Forgets all tuples. */
export function beginTuples(): void {
  slots = heap.alloc(<usize>FIRST_SLOTS << 3);
  memory.fill(slots, 0, <usize>FIRST_SLOTS << 3);
  slotMask = FIRST_SLOTS - 1;
  different = 0;
}

/**
 * Tells for each of some tuples the place of the first that is the same, for those from one place on up to, not including,
 * another; those before must be told of already. Called for some at a time: code that is entered once stays as slow as it began.
 * @param area the tuples' words, column by column; behind them room for the answers, one word a tuple
 */
export function firstLikes(area: usize, words: u32, tuples: u32, from: u32, to: u32): void {
  const column = <usize>tuples << 2;
  const firsts = area + words * column;
  const begin = <usize>from << 2;
  const end = <usize>to << 2;
  // A hash stands where the answer will.
  memory.fill(firsts + begin, 0, end - begin);
  for (let at = area; at < firsts; at += column) mix(firsts, at, begin, end);
  for (let at = begin; at < end; at += 4) {
    const place = <u32>(at >> 2);
    const first = firstLike(area + at, firsts, column, place, load<u32>(firsts + at));
    store<u32>(firsts + at, first);
    if (first == place && ++different * 2 > slotMask) {
      slots = widened(slots, slotMask);
      slotMask = widerMask(slotMask);
    }
  }
}

export function endTuples(): void {
  heap.free(slots);
}

/** Mixes some of a column's words into the hashes. */
function mix(hashes: usize, words: usize, begin: usize, end: usize): void {
  for (let at = begin; at < end; at += 4) {
    const hash = (load<u32>(hashes + at) ^ load<u32>(words + at)) * 0x9e3779b1;
    store<u32>(hashes + at, hash ^ (hash >> 15));
  }
}

/** The first tuple that is the same as the one whose words stand from `at` on, which is put in a slot where it is the first. */
function firstLike(at: usize, end: usize, column: usize, place: u32, hash: u32): u32 {
  let slot = hash & slotMask;
  for (;;) {
    const held = load<u64>(slots + (<usize>slot << 3));
    if (held == 0) break;
    const other = <u32>held - 1;
    if (<u32>(held >> 32) == hash && agree(at, at - (<usize>(place - other) << 2), end, column)) return other;
    slot = (slot + 1) & slotMask;
  }
  store<u64>(slots + (<usize>slot << 3), (<u64>hash << 32) | (place + 1));
  return place;
}

@inline
function agree(a: usize, b: usize, end: usize, column: usize): bool {
  for (; a < end; a += column, b += column) if (load<u32>(a) != load<u32>(b)) return false;
  return true;
}
