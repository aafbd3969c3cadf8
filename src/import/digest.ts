import { createSHA256, createXXHash128 } from 'hash-wasm';

/** Hashes of the bytes of one record after another. */
export interface RecordHasher {
  /** Writes the four 32-bit words of the XXH3-128 of `bytes` to `target` from `at` on. */
  hashInto(bytes: Uint8Array, target: Uint32Array, at: number): void;
}

export async function createRecordHasher(): Promise<RecordHasher> {
  const hasher = await createXXHash128();
  return {
    hashInto(bytes, target, at) {
      hasher.init();
      hasher.update(bytes);
      const digest = hasher.digest('binary');
      for (let word = 0; word < 4; word++) {
        const from = word * 4;
        target[at + word] =
          ((digest[from] as number) |
            ((digest[from + 1] as number) << 8) |
            ((digest[from + 2] as number) << 16) |
            ((digest[from + 3] as number) << 24)) >>>
          0;
      }
    },
  };
}

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
