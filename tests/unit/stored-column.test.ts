import { expect, it } from 'vitest';
import { StoredColumn } from '../../src/records/record-store.ts';
import { ValueKernel } from '../../src/records/value-kernel.ts';
import { packedTexts } from '../property/packed-texts.ts';

/** Texts of one length, so that they are told apart by their hashes. */
function texts(from: number, to: number): string[] {
  return ['', ...Array.from({ length: to - from }, (_, place) => String(1_000_000 + from + place))];
}

function hashOf(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
}

it('keeps every record its text when codes no longer fit into 16 bits', () => {
  const column = new StoredColumn(new ValueKernel(), 0, false);
  const some = texts(0, 65_000);
  column.append(Uint16Array.from(some.keys()), packedTexts(some, hashOf), 0);
  expect(column.codes).toBeInstanceOf(Uint16Array);
  const others = texts(64_990, 66_000);
  column.append(Uint16Array.from(others.keys()), packedTexts(others, hashOf), some.length);
  const { codes } = column;
  expect(codes).toBeInstanceOf(Int32Array);
  expect(column.distinct).toBe(66_001);
  const all = [...some, ...others];
  expect(all.filter((text, record) => column.text(codes[record] ?? -1) !== text)).toEqual([]);
});

it('puts records over those of files that were taken back', () => {
  const column = new StoredColumn(new ValueKernel(), 0, false);
  const some = texts(0, 70_000);
  column.append(Int32Array.from(some.keys()), packedTexts(some, hashOf), 0);
  expect(column.codes).toBeInstanceOf(Int32Array);
  column.append(Uint16Array.of(1, 0), packedTexts(['', 'a'], hashOf), 1);
  expect([0, 1, 2, 3].map((record) => column.text(column.codes[record] ?? -1))).toEqual(['', 'a', '', '1000002']);
});
