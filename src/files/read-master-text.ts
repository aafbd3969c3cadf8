import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { sniff } from '../import/encoding.ts';
import { type SourceEntry, SourceLost, bytesFrom, listEntries } from './byte-sources.ts';

/** Enough to tell the encoding of a master. */
const HEAD_BYTES = 1 << 18;
/** Replaced bytes, and controls that no text has; what a decoder makes of bytes it does not know. */
const UNKNOWN = /[\u0080-\u009f\ufffd]/u;

/** A text, and the name of the file or of the part of an archive that held it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * The texts of a chosen master: of the file itself, or of every .csv and .txt in the archive as it was downloaded.
 * Refused as {@link listEntries} does, and with `master_undecodable` and the first line that does not decode.
 */
export async function readMasterTexts(file: Blob, name: string): Promise<Outcome<readonly NamedText[]>> {
  const entries = await listEntries(file, name);
  if (!entries.ok) return entries;
  const texts: NamedText[] = [];
  for (const entry of entries.value) {
    const text = await readText(file, entry);
    if (!text.ok) return text;
    texts.push({ name: entry.name, text: text.value });
  }
  return done(texts);
}

async function readText(file: Blob, entry: SourceEntry): Promise<Outcome<string>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for await (const part of bytesFrom(file, entry, 0)) parts.push(part as Uint8Array<ArrayBuffer>);
  } catch (error) {
    if (error instanceof SourceLost) return failed(failure('file_changed'));
    throw error;
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  const sniffed = sniff(bytes.subarray(0, HEAD_BYTES), bytes.length <= HEAD_BYTES);
  if (!sniffed.ok) return sniffed;
  const encoding = sniffed.value?.encoding ?? 'utf-8';
  const text = new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding).decode(bytes);
  const at = text.search(UNKNOWN);
  return at < 0 ? done(text) : failed(failure('master_undecodable', { line: text.slice(0, at).split(/\r\n?|\n/u).length }));
}
