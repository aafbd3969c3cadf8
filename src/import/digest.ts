import { createSHA256 } from 'hash-wasm';

/** The SHA-256 of a file read in chunks. */
export interface Fingerprint {
  update(chunk: Uint8Array): void;
  /** Lower-case hexadecimal; ends the use of this object. */
  finish(): Promise<string>;
}

export async function createFingerprint(): Promise<Fingerprint> {
  const hasher = await createSHA256();
  hasher.init();
  return {
    update(chunk) {
      hasher.update(chunk);
    },
    finish() {
      return Promise.resolve(hasher.digest('hex'));
    },
  };
}
