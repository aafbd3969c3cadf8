import { decoderLabel } from './decode.ts';
import type { Encoding } from './encoding.ts';

/** Hands CP932 and UTF-8 through, and turns UTF-16 into UTF-8, chunk by chunk. */
export class Transcoder {
  readonly #decoder;
  readonly #encoder = new TextEncoder();

  constructor(encoding: Encoding) {
    this.#decoder = isUtf16(encoding) ? new TextDecoder(decoderLabel(encoding), { ignoreBOM: true }) : null;
  }

  push(chunk: Uint8Array): Uint8Array {
    return this.#decoder === null ? chunk : this.#encoder.encode(this.#decoder.decode(chunk, { stream: true }));
  }

  finish(): Uint8Array {
    return this.#decoder === null ? new Uint8Array(0) : this.#encoder.encode(this.#decoder.decode());
  }
}

/** Whether byte offsets of records are those of the UTF-8 made of the file, not of the file itself. */
export function isUtf16(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** What the scanner gets to see of a file in this encoding. */
export function scannedAs(encoding: Encoding): 'cp932' | 'utf-8' {
  return encoding === 'cp932' ? 'cp932' : 'utf-8';
}
