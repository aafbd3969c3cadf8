import type { Codes } from '../core/codes.ts';
import type { Encoding } from './encoding.ts';
import type { Fault } from './quarantine.ts';

export type Newline = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

/** What is to be told about a record, as bits of {@link FileBlock.flags}. */
export const FLAG = {
  /** Continues the claim of the record before it. */
  continuation: 1,
  /** Field 1 is blank and it is no continuation: an application of its own. */
  emptyKey: 2,
  unknownRequestMonth: 4,
  /** 148 ≠ 150 − 51 where all three read. */
  pointsMismatch: 8,
  /** Private-use characters (外字) in a kept field. */
  gaiji: 16,
} as const;

/** What the reader found out about a file before and while reading it. */
export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly newline: Newline;
  readonly header: boolean;
  /** Columns beyond the 210 that were ignored. */
  readonly extraFields: number;
  readonly reordered: boolean;
  /** Records met: accepted and set aside. */
  readonly records: number;
  readonly quarantined: number;
  readonly blank: number;
}

/** The values of a column: UTF-8 end to end, and for months and amounts what they read as. Code 0 is blank, others may be. */
export interface PackedValues {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each string and one more: where it starts in `bytes`. */
  readonly offsets: Int32Array<ArrayBuffer>;
  /** For each code a hash of its bytes, the same in all files. */
  readonly hashes: Int32Array<ArrayBuffer>;
  /** For each code the month (yyyymm) or amount (points); NaN where blank. Null for text columns. */
  readonly numbers: Float64Array<ArrayBuffer> | null;
}

/**
 * One file read: the accepted records as columns, ready to be handed to another thread.
 * All columns have one entry a record, in the order of the file.
 */
export interface FileBlock {
  readonly facts: FileFacts;
  readonly faults: readonly Fault[];
  readonly size: number;
  /** Physical line, 1-based. */
  readonly line: Int32Array<ArrayBuffer>;
  /** Byte range in the file; the end is exclusive. */
  readonly start: Float64Array<ArrayBuffer>;
  readonly end: Float64Array<ArrayBuffer>;
  /** Four words a record: the XXH64 of its 210 fields without quoting, under two seeds. */
  readonly hash: Uint32Array<ArrayBuffer>;
  /** Bits of {@link FLAG}. */
  readonly flags: Uint8Array<ArrayBuffer>;
  /** For each kept field, in their order: the code of each record's value, and the values. */
  readonly codes: readonly Codes[];
  readonly values: readonly PackedValues[];
}

/** The buffers of a block, to be transferred instead of copied. */
export function buffersOf(block: FileBlock): ArrayBuffer[] {
  const values = block.values.flatMap((packed) => [packed.bytes, packed.offsets, packed.hashes, ...(packed.numbers ? [packed.numbers] : [])]);
  const all = [block.line, block.start, block.end, block.hash, block.flags, ...block.codes, ...values];
  return [...new Set(all.map((array) => array.buffer))];
}
