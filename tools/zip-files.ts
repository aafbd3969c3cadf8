import { zipSync } from 'fflate';

/** A zip of the files, the same bytes for the same files. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries = files.map(({ name, bytes }) => [name, bytes] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(2024, 3, 1) });
}
