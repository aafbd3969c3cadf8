import { isSameBytes } from '../../import/kernel/bytes';
import { PAD } from './scratch';
import { widened, widerMask } from './slots';

/** Columns of values, and one more for the places where texts name a code. */
export const VALUE_COLUMNS: i32 = 64;
export const MENTIONS: u32 = 64;

const FIRST_BYTES: usize = 1 << 10;
const FIRST_CODES: u32 = 1 << 6;

/** Distinct strings with codes from 0 in order of first appearance; code 0 is the empty one. */
@unmanaged
class Column {
  /** The strings in order of their codes, a NUL behind each. */
  bytes: usize;
  room: usize;
  used: usize;
  /** Where each string starts in `bytes`; one more than there are. */
  starts: usize;
  codesRoom: u32;
  size: u32;
  /** Open addressing; holds hash and code, 0 where free. At least twice as many as codes. */
  slots: usize;
  slotMask: u32;
}

const columns: usize = heap.alloc(offsetof<Column>() * (VALUE_COLUMNS + 1));
for (let which = 0; which <= VALUE_COLUMNS; which++) begin(columnAt(which));

@inline
function columnAt(which: u32): Column {
  return changetype<Column>(columns + which * offsetof<Column>());
}

function begin(column: Column): void {
  column.room = FIRST_BYTES;
  column.bytes = heap.alloc(FIRST_BYTES + PAD);
  column.codesRoom = FIRST_CODES;
  column.starts = heap.alloc((FIRST_CODES + 1) << 2);
  column.slotMask = FIRST_CODES * 2 - 1;
  column.slots = heap.alloc(FIRST_CODES * 2 << 3);
  memory.fill(column.slots, 0, FIRST_CODES * 2 << 3);
  store<u8>(column.bytes, 0);
  store<u32>(column.starts, 0);
  store<u32>(column.starts, 1, 4);
  column.used = 1;
  column.size = 1;
}

/** Number of codes given, the empty string's included. */
export function distinctOf(which: u32): u32 {
  return columnAt(which).size;
}

export function bytesOf(which: u32): usize {
  return columnAt(which).bytes;
}

export function startsOf(which: u32): usize {
  return columnAt(which).starts;
}

/**
 * Gives `count` strings, of which the first is empty, their codes in a column: new ones where they are new.
 * @param offsets where each starts in `bytes`, and where the last one ends
 * @param hashes for each the same for the same bytes, spread over 32 bits
 */
export function adopt(which: u32, count: u32, bytes: usize, offsets: usize, hashes: usize, codes: usize): void {
  const column = columnAt(which);
  store<u32>(codes, 0);
  for (let place: usize = 1; place < count; place++) {
    const start = load<u32>(offsets + (place << 2));
    const length = load<u32>(offsets + (place << 2), 4) - start;
    store<u32>(codes + (place << 2), length == 0 ? 0 : codeIn(column, bytes + start, length, load<u32>(hashes + (place << 2))));
  }
}

/** The code of a string that is not empty. */
export function codeOf(which: u32, at: usize, length: u32, hash: u32): u32 {
  return codeIn(columnAt(which), at, length, hash);
}

function codeIn(column: Column, at: usize, length: u32, hash: u32): u32 {
  let slot = hash & column.slotMask;
  for (;;) {
    const held = load<u64>(column.slots + (slot << 3));
    if (held == 0) break;
    if (<u32>(held >> 32) == hash) {
      const code = <u32>held;
      const start = load<u32>(column.starts + (code << 2));
      const end = load<u32>(column.starts + (code << 2), 4);
      if (end - start - 1 == length && isSameBytes(column.bytes + start, at, length)) return code;
    }
    slot = (slot + 1) & column.slotMask;
  }
  return add(column, at, length, hash, slot);
}

function add(column: Column, at: usize, length: u32, hash: u32, slot: u32): u32 {
  const code = column.size++;
  if (column.size > column.codesRoom) {
    column.codesRoom *= 2;
    column.starts = heap.realloc(column.starts, (column.codesRoom + 1) << 2);
  }
  if (column.used + length + 1 > column.room) {
    column.room = max(column.room * 2, column.used + length + 1);
    column.bytes = heap.realloc(column.bytes, column.room + PAD);
  }
  memory.copy(column.bytes + column.used, at, length);
  store<u8>(column.bytes + column.used + length, 0);
  column.used += length + 1;
  store<u32>(column.starts + (column.size << 2), <u32>column.used);
  store<u64>(column.slots + (slot << 3), (<u64>hash << 32) | code);
  if (column.size * 2 > column.slotMask) {
    column.slots = widened(column.slots, column.slotMask);
    column.slotMask = widerMask(column.slotMask);
  }
  return code;
}
