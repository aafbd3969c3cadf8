import { strToU8, zipSync } from 'fflate';

/** Files by name as one zip archive, in the given order; texts as UTF-8. */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries([...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
}
