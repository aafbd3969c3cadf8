import type { Encoding } from './encoding.ts';

/** A value of a kept field as text, or why it is none. */
export interface DecodedValue {
  /** UTF-8, trimmed of white space (half and full width). */
  readonly utf8: Uint8Array;
  /** Whether the bytes decode to text without replaced, control or unassigned characters. */
  readonly isText: boolean;
  /** Whether private-use characters (外字) stand in it. */
  readonly hasGaiji: boolean;
}

/** C0 controls but tab and line breaks, C1 controls, and what stands for bytes that do not decode. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffd]/gu;
const GAIJI = /[\ue000-\uf8ff]/u;

/** The label TextDecoder knows the encoding by. `shift_jis` is Windows-31J there; `cp932` is no label. */
export function decoderLabel(encoding: Encoding): string {
  return encoding === 'cp932' ? 'shift_jis' : encoding;
}

/** Decodes single values of one file. UTF-16 files come as UTF-8, transcoded before they are scanned. */
export class ValueDecoder {
  readonly #strict;
  readonly #lenient;
  readonly #encoder = new TextEncoder();

  constructor(encoding: 'cp932' | 'utf-8') {
    const label = decoderLabel(encoding);
    this.#strict = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    this.#lenient = new TextDecoder(label, { ignoreBOM: true });
  }

  decode(bytes: Uint8Array): DecodedValue {
    if (isPrintableAscii(bytes)) return { utf8: trimmedAscii(bytes), isText: true, hasGaiji: false };
    const text = this.#text(bytes);
    if (text === null || text.search(NOT_TEXT) >= 0) return { utf8: new Uint8Array(0), isText: false, hasGaiji: false };
    return { utf8: this.#encoder.encode(text.trim()), isText: true, hasGaiji: GAIJI.test(text) };
  }

  /** The bytes as trimmed text for the eye, with U+FFFD for what is no text. */
  show(bytes: Uint8Array): string {
    return this.#lenient.decode(bytes).replace(NOT_TEXT, '\ufffd').trim();
  }

  /** Whether nothing but white space stands there. */
  isBlank(bytes: Uint8Array): boolean {
    return this.#lenient.decode(bytes).trim() === '';
  }

  #text(bytes: Uint8Array): string | null {
    try {
      return this.#strict.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }
}

function isPrintableAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 0x20 || byte > 0x7e) return false;
  return true;
}

function trimmedAscii(bytes: Uint8Array): Uint8Array {
  let start = 0;
  let end = bytes.length;
  while (start < end && bytes[start] === 0x20) start++;
  while (end > start && bytes[end - 1] === 0x20) end--;
  return bytes.subarray(start, end);
}
