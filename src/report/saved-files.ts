import { EXPORTING } from '../messages/ja.ts';
import { type Unencodable, encodeCp932, unencodableFile } from './cp932.ts';
import type { FileEncoding } from './report-setting.ts';
import { zipOf } from './zip.ts';

/** A file as it is saved. */
export interface SavedFile {
  readonly name: string;
  /** A text may come in parts, so that writing a long one can be broken off for others. */
  readonly content: readonly string[] | Uint8Array<ArrayBuffer>;
}

/** What is saved together. */
export interface SavedFiles {
  readonly files: readonly SavedFile[];
  /** Characters that stand as 〓 in them; one of the files lists them. */
  readonly unencodable: readonly Unencodable[];
}

/** A file in the chosen encoding, which is about CSV only; beside it, where needed, the list of what CP932 lacks. */
export function savedFiles(name: string, text: readonly string[], encoding: FileEncoding): SavedFiles {
  if (encoding === 'utf-8' || !name.endsWith('.csv')) return { files: [{ name, content: text }], unencodable: [] };
  const { bytes, unencodable } = encodeCp932(text.join(''));
  const list = { name: EXPORTING.unencodableFile(name), content: [unencodableFile(name, unencodable)] };
  return { files: [{ name, content: bytes }, ...(unencodable.length === 0 ? [] : [list])], unencodable };
}

/** All of them in one archive. */
export function zipped(archive: string, parts: readonly SavedFiles[]): SavedFiles {
  const content = zipOf(new Map(parts.flatMap(({ files }) => files.map(({ name, content }) => [name, content instanceof Uint8Array ? content : content.join('')] as const))));
  return { files: [{ name: archive, content }], unencodable: parts.flatMap(({ unencodable }) => unencodable) };
}
