import { type Failure, failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { isZip, sniff } from '../import/encoding.ts';

/** Replaced bytes, and controls that no text has; what a decoder makes of bytes it does not know. */
const UNKNOWN = /[\u0080-\u009f\ufffd]/u;

/**
 * The text of a list that people keep themselves: UTF-8, CP932, or UTF-16 with a mark.
 * Refused: `file_changed` where it can no longer be read, `list_workbook`, `list_not_text`, `utf16_without_bom`, and
 * `list_undecodable` with the first line that holds bytes unknown in the encoding.
 */
export async function readListText(file: Blob): Promise<Outcome<string>> {
  const bytes = await bytesOf(file);
  if (bytes === null) return failed(failure('file_changed'));
  if (isZip(bytes)) return failed(failure('list_workbook'));
  const sniffed = sniff(bytes, true);
  if (!sniffed.ok) return failed(asListFailure(sniffed.failure));
  const encoding = sniffed.value?.encoding ?? 'utf-8';
  const text = new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding).decode(bytes);
  const at = text.search(UNKNOWN);
  if (at < 0) return done(text);
  return failed(failure('list_undecodable', { line: text.slice(0, at).split(/\r\n?|\n/u).length }));
}

/** Null where the file was moved or changed since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function asListFailure({ code }: Failure): Failure {
  return failure(code === 'utf16_without_bom' ? code : 'list_not_text');
}
