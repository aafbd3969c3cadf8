import { digest } from './digest';
import { MOST_COLUMNS, distinctOf, entry } from './dictionary';

/** Records of a block. */
const BLOCK: u32 = 1 << 12;
const DIGEST: u32 = 16;

/** Where the parts of a block start: byte ranges, digests, lines, codes a column, flags. */
const STARTS: usize = 0;
const ENDS: usize = STARTS + BLOCK * 8;
const DIGESTS: usize = ENDS + BLOCK * 8;
const LINES: usize = DIGESTS + BLOCK * DIGEST;
const FLAGS: usize = LINES + BLOCK * 4;
const CODES: usize = FLAGS + BLOCK;

let columnCount: u32 = 0;

/** The accepted records of the file, in blocks that are kept from file to file; `blocks` holds their places. */
let blocks: usize = heap.alloc(sizeof<usize>() << 4);
let blockRoom: u32 = 1 << 4;
let blockCount: u32 = 0;

/** Accepted records. */
export let records: u32 = 0;

/** Place of the block of the next record, and that record's place in it. */
let block: usize = 0;
let place: u32 = 0;

/** The entries of the record at hand, one a column. */
export const current: usize = heap.alloc(MOST_COLUMNS * 4);

export function currentEntries(): usize {
  return current;
}

/** Forgets all records. */
export function clearRecords(columns: u32): void {
  if (columns != columnCount) {
    for (let which: u32 = 0; which < blockCount; which++) heap.free(blockAt(which));
    blockCount = 0;
    columnCount = columns;
  }
  records = 0;
  open();
}

/** Takes the record at hand. @param plain its 210 fields without their quoting */
export function append(plain: usize, length: usize, line: u32, start: f64, end: f64, flags: u8): void {
  const place8 = block + (place << 3);
  store<f64>(place8, start, STARTS);
  store<f64>(place8, end, ENDS);
  digest(plain, length, block + DIGESTS + place * DIGEST);
  store<u32>(block + (place << 2), line, LINES);
  store<u8>(block + place, flags, FLAGS);
  const codes = block + CODES + (place << 2);
  for (let column: u32 = 0; column < columnCount; column++) {
    store<u32>(codes + column * (BLOCK << 2), entry(load<u32>(current + (column << 2))).code);
  }
  records++;
  place++;
  if (place == BLOCK) open();
}

/** Goes to the block of the next record. */
function open(): void {
  const which = records / BLOCK;
  if (which == blockCount) {
    if (blockCount == blockRoom) {
      blockRoom *= 2;
      blocks = heap.realloc(blocks, sizeof<usize>() * blockRoom);
    }
    store<usize>(blocks + which * sizeof<usize>(), heap.alloc(CODES + (BLOCK << 2) * columnCount));
    blockCount++;
  }
  block = blockAt(which);
  place = 0;
}

@inline
function blockAt(which: u32): usize {
  return load<usize>(blocks + which * sizeof<usize>());
}

/** Bytes that a code of the column takes when packed. */
export function codeWidth(column: u32): u32 {
  return distinctOf(column) > 0xffff ? 4 : 2;
}

/** The parts of the records that are packed; behind them the codes of each column. */
const PART_STARTS: StaticArray<usize> = [STARTS, ENDS, DIGESTS, LINES, FLAGS];
const PART_WIDTHS: StaticArray<u32> = [8, 8, DIGEST, 4, 1];

/** Bytes that a part takes when packed. */
export function partLength(part: u32): u32 {
  const fixed = <u32>PART_WIDTHS.length;
  return records * (part < fixed ? PART_WIDTHS[part] : codeWidth(part - fixed));
}

/** Writes a part of all records end to end; up to 16 bytes behind it are written too. */
export function packPart(part: u32, to: usize): void {
  const fixed = <u32>PART_WIDTHS.length;
  if (part < fixed) return copyAll(PART_STARTS[part], PART_WIDTHS[part], to);
  const codes = CODES + <usize>(part - fixed) * (BLOCK << 2);
  if (codeWidth(part - fixed) == 4) copyAll(codes, 4, to);
  else narrowAll(codes, to);
}

function copyAll(part: usize, width: u32, to: usize): void {
  for (let from: u32 = 0; from < records; from += BLOCK) {
    const length = <usize>min(BLOCK, records - from) * width;
    memory.copy(to, blockAt(from / BLOCK) + part, length);
    to += length;
  }
}

function narrowAll(part: usize, to: usize): void {
  for (let from: u32 = 0; from < records; from += BLOCK) {
    const count = <usize>min(BLOCK, records - from);
    const codes = blockAt(from / BLOCK) + part;
    for (let at: usize = 0; at < count; at += 8) {
      v128.store(to + (at << 1), i16x8.narrow_i32x4_u(v128.load(codes + (at << 2)), v128.load(codes + (at << 2), 16)));
    }
    to += count << 1;
  }
}
