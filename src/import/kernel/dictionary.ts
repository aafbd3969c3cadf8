import { append, arena, clearArena } from './arena';
import { copyBlocks, hashOf, isSameBytes } from './bytes';
import { BLANK, UNDECODABLE, textLength, textOffset, transcode } from './transcode';

/** Further bits of an entry beside those of transcode.ts; the same as in record-kernel.ts. */
export const UNREAD: u8 = 8;
export const UNREADABLE: u8 = 16;
export const MAYBE_EXPONENT: u8 = 32;

/** The forms of columns; the same as in record-kernel.ts. */
const TEXT: u8 = 0;
const AMOUNT: u8 = 2;
const KEY: u8 = 3;

/** As in numbers.ts. */
const TOO_LARGE: i64 = 10_000_000_000;

/** The first two bytes of a full-width digit in UTF-8. */
const FULL_WIDTH: u16 = 0xbcef;

/** A distinct value of a column. Entry 0 is the empty one of every column. Offsets are places in the arena. */
@unmanaged
export class Entry {
  rawOffset: u32;
  rawLength: u32;
  hash: u32;
  column: u8;
  flags: u8;
  /** From 1 in each column, in order of first appearance. */
  code: u32;
  textOffset: u32;
  textLength: u32;
  /** The next entry of the column; 0 behind the last. */
  next: u32;
  /** The month or amount; NaN where blank or not read. */
  number: f64;
}

export const MOST_COLUMNS: i32 = 64;

let entries: usize = heap.alloc(offsetof<Entry>() << 12);
let entryCapacity: u32 = 1 << 12;
let entryCount: u32 = 1;

/** Open addressing; holds entry numbers, 0 where free. At least twice as many slots as entries. */
let slots: usize = heap.alloc(4 << 13);
let slotMask: u32 = (1 << 13) - 1;

const forms: usize = heap.alloc(MOST_COLUMNS);
const counts: usize = heap.alloc(MOST_COLUMNS * 4);
const firsts: usize = heap.alloc(MOST_COLUMNS * 4);
const lasts: usize = heap.alloc(MOST_COLUMNS * 4);

/** The form of each column, a byte each. */
export function columnForms(): usize {
  return forms;
}

@inline
export function entry(id: u32): Entry {
  return changetype<Entry>(entries + id * offsetof<Entry>());
}

export function entryTable(): usize {
  return entries;
}

/** Forgets all values. */
export function clearDictionary(): void {
  clearArena();
  entryCount = 1;
  memory.fill(entries, 0, offsetof<Entry>());
  entry(0).flags = BLANK;
  entry(0).number = NaN;
  memory.fill(slots, 0, (slotMask + 1) << 2);
  memory.fill(counts, 0, MOST_COLUMNS * 4);
  memory.fill(firsts, 0, MOST_COLUMNS * 4);
  memory.fill(lasts, 0, MOST_COLUMNS * 4);
}

/** The entry at the first slot of a hash; 0 where there is none. */
@inline
export function likely(hash: u32): u32 {
  return load<u32>(slots + ((hash & slotMask) << 2));
}

/** Whether an entry of `likely` or 0 is that of these bytes, whose hash it is. */
@inline
export function isEntryOf(id: u32, column: u32, at: usize, length: u32, hash: u32): bool {
  const known = entry(id);
  return known.hash == hash && known.column == <u8>column && isSame(known, at, length);
}

/** The entry of `length` bytes at `at`, made now when they are new. The bytes behind them must be readable. */
export function encode(column: u32, at: usize, length: u32): u32 {
  return length == 0 ? 0 : encodeHashed(column, at, length, hashOf(column, at, length));
}

/** The same of bytes that are not empty, whose hash under the column is known. */
export function encodeHashed(column: u32, at: usize, length: u32, hash: u32): u32 {
  let slot = hash & slotMask;
  for (;;) {
    const id = load<u32>(slots + (slot << 2));
    if (id == 0) break;
    if (isEntryOf(id, column, at, length, hash)) return id;
    slot = (slot + 1) & slotMask;
  }
  return add(column, at, length, hash, slot);
}

function add(column: u32, at: usize, length: u32, hash: u32, slot: u32): u32 {
  if (entryCount == entryCapacity) {
    entryCapacity *= 2;
    entries = heap.realloc(entries, offsetof<Entry>() * entryCapacity);
  }
  const id = entryCount++;
  const place = column << 2;
  const offset = append(at, length);
  const flags = transcode(offset, length);
  const made = entry(id);
  const code = load<u32>(counts + place) + 1;
  store<u32>(counts + place, code);
  made.rawOffset = offset;
  made.rawLength = length;
  made.hash = hash;
  made.column = <u8>column;
  made.code = code;
  made.next = 0;
  const isText = (flags & (BLANK | UNDECODABLE)) == 0;
  made.textOffset = isText ? textOffset : 0;
  made.textLength = isText ? textLength : 0;
  made.number = NaN;
  made.flags = isText ? flags | meet(made, load<u8>(forms + column)) : flags;
  const last = load<u32>(lasts + place);
  if (last == 0) store<u32>(firsts + place, id);
  else entry(last).next = id;
  store<u32>(lasts + place, id);
  store<u32>(slots + (slot << 2), id);
  if (entryCount * 2 > slotMask) widen();
  return id;
}

/** Reads what can be read here of a new value. @returns bits to be set */
function meet(made: Entry, form: u8): u8 {
  if (form == TEXT) return 0;
  const start = arena + made.textOffset;
  const length = made.textLength;
  if (form == KEY) {
    for (let i: u32 = 0; i < length; i++) if ((load<u8>(start + i) | 0x20) == 0x65) return MAYBE_EXPONENT;
    return 0;
  }
  if (form != AMOUNT) return UNREAD;
  return readAmount(made, start, start + length) ? 0 : UNREAD;
}

/** Reads up to 15 digits of half or full width behind a minus sign or none. @returns false for all else, which may be an amount too */
function readAmount(made: Entry, start: usize, end: usize): bool {
  let at = start + signLength(start, end);
  const isNegative = at > start;
  let digits: u32 = 0;
  let value: i64 = 0;
  while (at < end) {
    let digit = <u32>load<u8>(at) - 0x30;
    if (digit <= 9) {
      at++;
    } else if (at + 3 <= end && load<u16>(at) == FULL_WIDTH) {
      digit = <u32>load<u8>(at, 2) - 0x90;
      at += 3;
    }
    if (digit > 9 || ++digits > 15) return false;
    value = value * 10 + digit;
  }
  if (digits == 0 || value >= TOO_LARGE) return false;
  made.number = <f64>(isNegative ? -value : value);
  return true;
}

/** Bytes of a minus sign: `-`, `－`, `−`, or one of the triangles ▲ and △; 0 without one. */
function signLength(start: usize, end: usize): usize {
  if (load<u8>(start) == 0x2d) return 1;
  if (start + 3 > end) return 0;
  const sign = load<u32>(start) & 0xffffff;
  return sign == 0x8dbcef || sign == 0x9288e2 || sign == 0xb296e2 || sign == 0xb396e2 ? 3 : 0;
}

function widen(): void {
  const size = (slotMask + 1) * 2;
  slots = heap.realloc(slots, <usize>size << 2);
  memory.fill(slots, 0, <usize>size << 2);
  slotMask = size - 1;
  for (let id: u32 = 1; id < entryCount; id++) {
    let slot = entry(id).hash & slotMask;
    while (load<u32>(slots + (slot << 2)) != 0) slot = (slot + 1) & slotMask;
    store<u32>(slots + (slot << 2), id);
  }
}

@inline
function isSame(known: Entry, at: usize, length: u32): bool {
  return known.rawLength == length && isSameBytes(arena + known.rawOffset, at, length);
}

/** Number of distinct values of a column, the empty one not counted. */
export function distinctOf(column: u32): u32 {
  return load<u32>(counts + (column << 2));
}

/** Bytes of a column's values as UTF-8, end to end; those that are at fault are empty. */
export function textBytesOf(column: u32): u32 {
  let bytes: u32 = 0;
  for (let id = load<u32>(firsts + (column << 2)); id != 0; id = entry(id).next) {
    if ((entry(id).flags & UNREADABLE) == 0) bytes += entry(id).textLength;
  }
  return bytes;
}

/**
 * Writes a column's values in order of their codes: bytes, ends (behind the empty value's 0, 0), hashes and, unless their place
 * is 0, numbers. Up to 16 bytes behind the bytes are written too.
 */
export function packColumn(column: u32, bytes: usize, offsets: usize, hashes: usize, numbers: usize): void {
  let to: u32 = 0;
  store<u32>(offsets, 0);
  store<u32>(offsets + 4, 0);
  store<u32>(hashes, 0);
  if (numbers != 0) store<f64>(numbers, NaN);
  for (let id = load<u32>(firsts + (column << 2)); id != 0; id = entry(id).next) {
    const each = entry(id);
    const length = each.flags & UNREADABLE ? 0 : each.textLength;
    copyBlocks(bytes + to, arena + each.textOffset, length);
    to += length;
    store<u32>(hashes + (each.code << 2), length == 0 ? 0 : hashOf(0, arena + each.textOffset, length));
    store<u32>(offsets + ((each.code + 1) << 2), to);
    if (numbers != 0) store<f64>(numbers + (each.code << 3), each.number);
  }
}
