import { BLANK, GAIJI, UNDECODABLE } from './transcode';
import { hashOf } from './bytes';
import { MAYBE_EXPONENT, MOST_COLUMNS, UNREAD, UNREADABLE, encodeHashed, entry, isEntryOf, likely } from './dictionary';
import { current } from './records';

/** Why a run ended; a record that was taken ends none. */
export const STOP_MORE: i32 = 0;
export const STOP_UNUSUAL: i32 = 1;
export const STOP_UNREAD: i32 = 2;
export const TAKEN: i32 = 3;

/** Bits of a record's flags; the same as FLAG in file-block.ts. */
const CONTINUATION: u8 = 1;
const UNKNOWN_REQUEST_MONTH: u8 = 4;
const POINTS_MISMATCH: u8 = 8;
const HAS_GAIJI: u8 = 16;

let columnCount: u32 = 0;
let keyColumn: u32 = 0;
let requestColumn: u32 = 0;
let beforeColumn: u32 = 0;
let deltaColumn: u32 = 0;
let afterColumn: u32 = 0;

/** How many columns are kept, and those that are looked at here. */
export function setColumns(columns: u32, key: u32, request: u32, before: u32, delta: u32, after: u32): void {
  columnCount = columns;
  keyColumn = key;
  requestColumn = request;
  beforeColumn = before;
  deltaColumn = delta;
  afterColumn = after;
}

/** Kept fields of the record at hand: where they stand in the plain area. */
export const fieldStarts: usize = heap.alloc(MOST_COLUMNS * 4);
export const fieldLengths: usize = heap.alloc(MOST_COLUMNS * 4);

/** What `lookUp` found: the hashes of the fields, and their likely entries. */
const hashes: usize = heap.alloc(MOST_COLUMNS * 4);
const guesses: usize = heap.alloc(MOST_COLUMNS * 4);

/** Flags of the record at hand. */
export let flags: u8 = 0;

/** Takes all fields of the record at hand for blank. */
export function clearFields(): void {
  memory.fill(fieldLengths, 0, columnCount << 2);
}

/** Whether the next record can continue the claim in `claim`. */
let isClaimKnown: bool = false;
/** Entries of the claim that a continuation would continue, for all columns. */
const claim: usize = heap.alloc(MOST_COLUMNS * 4);

export function claimEntries(): usize {
  return claim;
}

export function setClaim(isKnown: bool): void {
  isClaimKnown = isKnown;
}

/** A byte each column: 1 where a continuation takes a blank value from its claim. */
const inherited: usize = heap.alloc(MOST_COLUMNS);

export function inheritedColumns(): usize {
  return inherited;
}

/**
 * Encodes the kept fields of the record at hand into its entries and flags.
 * @returns TAKEN when it can be taken, else why not
 */
export function take(plain: usize, claimIsBlank: bool): i32 {
  let met: u8 = 0;
  if (claimIsBlank && !isClaimKnown) return STOP_UNUSUAL;
  lookUp(plain);
  for (let column: u32 = 0; column < columnCount; column++) {
    const place = column << 2;
    let id = entryOf(column, plain);
    if (claimIsBlank && load<u8>(inherited + column) && entry(id).flags & BLANK) id = load<u32>(claim + place);
    store<u32>(current + place, id);
    met |= entry(id).flags;
  }
  if (met & (UNDECODABLE | UNREADABLE | MAYBE_EXPONENT)) return STOP_UNUSUAL;
  if (met & UNREAD) return STOP_UNREAD;
  if (!claimIsBlank && flagsOf(keyColumn) & BLANK) return STOP_UNUSUAL;
  let told: u8 = met & GAIJI ? HAS_GAIJI : 0;
  if (claimIsBlank) told |= CONTINUATION;
  if (flagsOf(requestColumn) & BLANK) told |= UNKNOWN_REQUEST_MONTH;
  const difference = numberOf(afterColumn) - numberOf(beforeColumn) - numberOf(deltaColumn);
  if (difference != 0 && !isNaN(difference)) told |= POINTS_MISMATCH;
  flags = told;
  memory.copy(claim, current, columnCount << 2);
  isClaimKnown = true;
  return TAKEN;
}

/** Looks all filled fields up before any is compared, so that the machine waits for its memory once and not for each. */
@inline
function lookUp(plain: usize): void {
  for (let column: u32 = 0; column < columnCount; column++) {
    const place = column << 2;
    const length = load<u32>(fieldLengths + place);
    if (length == 0) continue;
    const hash = hashOf(column, plain + load<u32>(fieldStarts + place), length);
    store<u32>(hashes + place, hash);
    store<u32>(guesses + place, likely(hash));
  }
}

@inline
function entryOf(column: u32, plain: usize): u32 {
  const place = column << 2;
  const length = load<u32>(fieldLengths + place);
  if (length == 0) return 0;
  const at = plain + load<u32>(fieldStarts + place);
  const hash = load<u32>(hashes + place);
  const guess = load<u32>(guesses + place);
  return isEntryOf(guess, column, at, length, hash) ? guess : encodeHashed(column, at, length, hash);
}

@inline
function flagsOf(column: u32): u8 {
  return entry(load<u32>(current + (column << 2))).flags;
}

@inline
function numberOf(column: u32): f64 {
  return entry(load<u32>(current + (column << 2))).number;
}
