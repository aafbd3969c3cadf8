import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { createFingerprint } from '../import/digest.ts';
import { type SourceEntry, SourceLost, openEntry, wholeBytes } from './byte-sources.ts';

/**
 * The SHA-256 of an entry that was read before, in lower-case hexadecimal; `file_changed` where the file is no longer what
 * was read.
 */
export async function takeFingerprint(file: Blob, entry: SourceEntry): Promise<Outcome<string>> {
  try {
    // A secure context has the platform's own digest, which is faster.
    const whole = 'subtle' in crypto ? await wholeBytes(file, entry) : null;
    return done(whole === null ? await streamed(file, entry) : hex(await crypto.subtle.digest('SHA-256', whole)));
  } catch (error) {
    if (error instanceof SourceLost) return failed(failure('file_changed', { since: 'import' }));
    throw error;
  }
}

async function streamed(file: Blob, entry: SourceEntry): Promise<string> {
  const fingerprint = await createFingerprint();
  for await (const chunk of openEntry(file, entry).chunks) fingerprint.update(chunk);
  return fingerprint.finish();
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
