import type { PackedValues } from '../../src/import/file-block.ts';

/**
 * Distinct texts, of which the first is empty, as a file brings them.
 * @param hashOf the same for the same bytes; lengths, of which many are alike, unless told otherwise
 */
export function packedTexts(texts: readonly string[], hashOf = (bytes: Uint8Array): number => bytes.length): PackedValues {
  const encoder = new TextEncoder();
  const encoded = texts.map((each) => encoder.encode(each));
  const offsets = new Int32Array(encoded.length + 1);
  encoded.forEach((bytes, place) => (offsets[place + 1] = (offsets[place] as number) + bytes.length));
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  encoded.forEach((each, place) => bytes.set(each, offsets[place]));
  return { bytes, offsets, hashes: Int32Array.from(encoded, hashOf), numbers: null };
}
