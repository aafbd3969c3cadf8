import { strToU8, zipSync } from 'fflate';

/** Texts by file name as one zip archive, UTF-8, in the given order. */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])));
}
