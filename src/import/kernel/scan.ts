import { PAD } from './arena';
import { append } from './records';
import { STOP_MORE, STOP_UNUSUAL, TAKEN, clearFields, fieldLengths, fieldStarts, flags, setColumns, take } from './take';

const QUOTE: u8 = 0x22;
const COMMA: u8 = 0x2c;
const LF: u8 = 0x0a;
const CR: u8 = 0x0d;
const SEPARATOR: u8 = 0xff;

/** The 210 fields of the layout; further ones are passed over. */
const FIELDS: i32 = 210;
const MOST_FIELDS: i32 = 1024;
/** Fields 1 to 11: all blank in a continuation. */
const CLAIM_FIELDS: i32 = 11;
/** As LONGEST_FIELD in scan-records.ts. */
const LONGEST_FIELD: u32 = 1 << 20;
const NOT_KEPT: u8 = 0xff;
/** No bit of a block. */
const NONE: u64 = 64;

let inputArea: usize = 0;
let inputSize: usize = 0;
/** The fields of the record at hand without their quoting, each followed by SEPARATOR. */
let plainArea: usize = 0;

/** Room for so many bytes of input. */
export function input(size: usize): usize {
  if (size > inputSize) {
    if (inputArea != 0) {
      heap.free(inputArea);
      heap.free(plainArea);
    }
    inputSize = size;
    inputArea = heap.alloc(size + PAD * 2);
    plainArea = heap.alloc(size + PAD * 2);
  }
  return inputArea;
}

/** For each field of a record the kept column it belongs to, or NOT_KEPT. */
const keptOf: usize = heap.alloc(MOST_FIELDS);
let fieldCount: i32 = FIELDS;
export function keptFields(): usize {
  return keptOf;
}

/** @param fields fields of every record; the others as in `setColumns` */
export function setLayout(fields: i32, columns: u32, key: u32, request: u32, before: u32, delta: u32, after: u32): void {
  fieldCount = fields;
  setColumns(columns, key, request, before, delta, after);
}

/** Why the last run ended, and where the next record starts in the input. */
export let stop: i32 = 0;
export let next: i32 = 0;
/** Physical lines of the records that the last run took. */
export let passedLines: i32 = 0;
/** Whether a line break of the kind ended a record since `clearBreaks`. */
export let sawLf: bool = false;
export let sawCrlf: bool = false;

export function clearBreaks(): void {
  sawLf = false;
  sawCrlf = false;
}

/** The place in the masks of one block of 64 bytes. */
let block: usize = 0;
/** Bits of quotes, commas and line breaks that are still to be looked at, and of all commas and quotes. */
let mask: u64 = 0;
let commas: u64 = 0;
let quotes: u64 = 0;

/**
 * Takes records from `from` up to `to`, as long as they are plain: of the right number of fields, none of which
 * may have swallowed other records, with a claim key or continuing the claim before, without any fault. What is not, is left to the scanner
 * of scan-records.ts. `stop` and `next` tell how to go on.
 * @param offset place in the file of the input's first byte
 * @param line physical line of the first record
 */
export function run(from: i32, to: i32, offset: f64, line: u32): void {
  let recordStart: usize = inputArea + from;
  const end: usize = inputArea + to;
  next = from;
  passedLines = 0;
  look(recordStart);
  stop = STOP_MORE;
  while (true) {
    let plainTo: usize = plainArea;
    let fieldStart = recordStart;
    /** Where the field at hand begins in the plain area: before `plainTo` once a doubled quote was met. */
    let plainField = plainTo;
    let field: i32 = 0;
    let isQuoted = false;
    let closedAt: usize = 0;
    /** Behind the 210 fields. */
    let plainEnd = plainTo;
    let claimFields: u32 = 0;
    let innerCommas: i32 = 0;
    let innerBreaks: i32 = 0;
    let breaks: i32 = 0;
    clearFields();
    let at: usize = 0;
    let byte: u8 = 0;
    while (true) {
      while (mask == 0) {
        if (block + 64 >= end) return;
        look(block + 64);
      }
      const bit = <u64>ctz(mask);
      at = block + <usize>bit;
      if (at >= end) return;
      byte = load<u8>(at);
      if (byte == COMMA && at == fieldStart && !isQuoted && closedAt == 0) {
        const length = <i32>ctz(~(commas >> bit));
        if (field + length < FIELDS) {
          fillSeparators(plainTo, length);
          mask = length >= 64 ? 0 : mask & ~(((<u64>1 << length) - 1) << bit);
          plainTo += length;
          plainField = plainTo;
          fieldStart += length;
          field += length;
          continue;
        }
      }
      mask &= mask - 1;
      let contentEnd = at;
      if (isQuoted) {
        if (byte == COMMA) {
          innerCommas++;
        } else if (byte == QUOTE) {
          isQuoted = false;
          closedAt = at;
        } else if (byte == LF) {
          innerBreaks++;
        } else {
          if (at + 1 >= end) return;
          if (load<u8>(at + 1) != LF) innerBreaks++;
        }
        continue;
      }
      if (closedAt != 0) {
        if (at != closedAt + 1) return unusual();
        contentEnd = closedAt;
        closedAt = 0;
        if (innerBreaks > 0 && byte != QUOTE) {
          breaks += innerBreaks;
          if (innerCommas >= fieldCount - 1) return unusual();
        }
        if (byte == QUOTE) {
          plainTo = copied(plainTo, fieldStart, at);
          fieldStart = at + 1;
          isQuoted = true;
          continue;
        }
      } else if (byte == QUOTE) {
        if (at != fieldStart) return unusual();
        fieldStart = at + 1;
        const close = simpleClose(end);
        if (close == NONE) {
          isQuoted = true;
          innerCommas = 0;
          innerBreaks = 0;
          continue;
        }
        contentEnd = block + <usize>close;
        at = contentEnd + 1;
        byte = COMMA;
        mask &= ~((<u64>4 << close) - 1);
      }
      if (contentEnd > fieldStart) plainTo = copied(plainTo, fieldStart, contentEnd);
      const length = <u32>(plainTo - plainField);
      if (length > 0) {
        if (field >= MOST_FIELDS || length > LONGEST_FIELD) return unusual();
        const kept = load<u8>(keptOf + field);
        if (kept != NOT_KEPT) {
          store<u32>(fieldStarts + (<u32>kept << 2), <u32>(plainField - plainArea));
          store<u32>(fieldLengths + (<u32>kept << 2), length);
        }
        if (field < CLAIM_FIELDS) claimFields += length;
      }
      field++;
      if (field == FIELDS) plainEnd = plainTo;
      store<u8>(plainTo, SEPARATOR);
      plainTo++;
      plainField = plainTo;
      fieldStart = at + 1;
      if (byte != COMMA) break;
    }

    let behind = at + 1;
    if (byte == CR) {
      if (behind >= end) return;
      if (load<u8>(behind) != LF) return unusual();
      behind++;
    }
    if (field != fieldCount) return unusual();
    stop = take(plainArea, claimFields == 0);
    if (stop != TAKEN) return;
    stop = STOP_MORE;
    if (byte == CR) sawCrlf = true;
    else sawLf = true;
    append(plainArea, plainEnd - plainArea, line + passedLines, offset + <f64>(recordStart - inputArea), offset + <f64>(at - inputArea), flags);
    passedLines += breaks + 1;
    next = <i32>(behind - inputArea);
    if (byte == CR) {
      // The line feed is the next special byte, in this block or at the start of the next one.
      if (mask == 0) look(block + 64);
      mask &= mask - 1;
    }
    recordStart = behind;
  }
}

/** The bit of the quote that closes the field just opened, in this block, with a comma behind it and no line break in it; NONE where it is not so simple. */
@inline
function simpleClose(end: usize): u64 {
  const ahead = quotes & mask;
  if (ahead == 0) return NONE;
  const close = ctz(ahead);
  const inside = mask & ((<u64>1 << close) - 1);
  const isSimple = close < 63 && ((commas >> (close + 1)) & 1) != 0 && (inside & ~commas) == 0 && block + <usize>close + 1 < end;
  return isSimple ? close : NONE;
}

@inline
function unusual(): void {
  stop = STOP_UNUSUAL;
}

/** Copies [start, end) in blocks of 16 bytes, which may run over. @returns behind the copy */
@inline
function copied(to: usize, start: usize, end: usize): usize {
  const length = end - start;
  let i: usize = 0;
  do {
    v128.store(to + i, v128.load(start + i));
    i += 16;
  } while (i < length);
  return to + length;
}

/** Writes up to 64 separators, in blocks of 16. */
@inline
function fillSeparators(to: usize, count: i32): void {
  const separators = i8x16.splat(<i8>SEPARATOR);
  v128.store(to, separators);
  if (count <= 16) return;
  v128.store(to + 16, separators);
  v128.store(to + 32, separators);
  v128.store(to + 48, separators);
}

/** Looks at the 64 bytes of a block. */
@inline
function look(at: usize): void {
  block = at;
  commas = 0;
  quotes = 0;
  let breaks: u64 = 0;
  for (let part: usize = 0; part < 64; part += 16) {
    const bytes = v128.load(at + part);
    const isBreak = v128.or(i8x16.eq(bytes, i8x16.splat(LF)), i8x16.eq(bytes, i8x16.splat(CR)));
    commas |= bits(i8x16.eq(bytes, i8x16.splat(COMMA))) << part;
    quotes |= bits(i8x16.eq(bytes, i8x16.splat(QUOTE))) << part;
    breaks |= bits(isBreak) << part;
  }
  mask = commas | quotes | breaks;
}

@inline
function bits(lanes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(lanes) & 0xffff);
}
