import type { FileBlock, PackedValues } from './file-block.ts';
import type { KernelExports } from './kernel-instance.ts';

/** All accepted records of a file as they cross threads; one buffer holds them. */
export type PackedRecords = Pick<FileBlock, 'line' | 'start' | 'end' | 'hash' | 'flags' | 'codes'>;

/** The parts that the kernel packs before the codes of the columns. */
const PARTS = ['start', 'end', 'hash', 'line', 'flags'] as const;
/** The kernel may write so many bytes behind a part. */
const PAD = 16;

/** Copies the accepted records out of the kernel, in one go. */
export function packRecords(kernel: KernelExports, columns: number): PackedRecords {
  let length = 0;
  const starts = Array.from({ length: PARTS.length + columns }, (_, part) => {
    const start = length;
    length += (kernel.partLength(part) + 7) & ~7;
    return start;
  });
  const at = kernel.room(length + PAD);
  for (const [part, start] of starts.entries()) kernel.packPart(part, at + start);
  const buffer = kernel.memory.buffer.slice(at, at + length);
  kernel.release(at);
  const records = kernel.records.value;
  const [start, end, hash, line, flags, ...codes] = starts as [number, number, number, number, number, ...number[]];
  return {
    start: new Float64Array(buffer, start, records),
    end: new Float64Array(buffer, end, records),
    hash: new Uint32Array(buffer, hash, records * 4),
    line: new Int32Array(buffer, line, records),
    flags: new Uint8Array(buffer, flags, records),
    codes: codes.map((place, column) => new (kernel.codeWidth(column) === 2 ? Uint16Array : Int32Array)(buffer, place, records)),
  };
}

/**
 * Copies the distinct values of a column out of the kernel, in order of their codes; one buffer holds them.
 * @param hasNumbers whether they read as months or amounts
 */
export function packValues(kernel: KernelExports, column: number, hasNumbers: boolean): PackedValues {
  const size = kernel.distinctOf(column) + 1;
  const length = kernel.textBytesOf(column);
  const offsets = hasNumbers ? size * 8 : 0;
  const hashes = offsets + (size + 1) * 4;
  const bytes = hashes + size * 4;
  const at = kernel.room(bytes + length + PAD);
  kernel.packColumn(column, at + bytes, at + offsets, at + hashes, hasNumbers ? at : 0);
  const buffer = kernel.memory.buffer.slice(at, at + bytes + length);
  kernel.release(at);
  return {
    numbers: hasNumbers ? new Float64Array(buffer, 0, size) : null,
    offsets: new Int32Array(buffer, offsets, size + 1),
    hashes: new Int32Array(buffer, hashes, size),
    bytes: new Uint8Array(buffer, bytes, length),
  };
}
