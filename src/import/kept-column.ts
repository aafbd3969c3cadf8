import { ByteDictionary } from '../core/byte-dictionary.ts';
import { ByteList, type PackedBytes } from '../core/byte-list.ts';
import { parseAmount } from '../core/numbers.ts';
import { parseMonth } from '../core/months.ts';
import type { KeptField } from '../layout/kept.ts';
import type { ValueDecoder } from './decode.ts';
import type { QuarantineCode } from './quarantine.ts';

/**
 * The values of a column: UTF-8 end to end, and for months and amounts what they read as. Code 0 is blank. A value that
 * was written in several ways stands there several times.
 */
export interface PackedValues extends PackedBytes {
  /** For each code the month (yyyymm) or amount (points); NaN where blank. Null for text columns. */
  readonly numbers: Float64Array<ArrayBuffer> | null;
}

/** What a code of a column means, told once per distinct value. */
interface Meaning {
  readonly fault: QuarantineCode | null;
  readonly number: number;
  readonly hasGaiji: boolean;
  readonly valueCode: number;
}

const BLANK: Meaning = { fault: null, number: Number.NaN, hasGaiji: false, valueCode: 0 };

/** One kept field of one file: raw bytes become codes, and each distinct value is decoded, trimmed and checked once. */
export class KeptColumn {
  readonly field: KeptField;
  readonly #decoder: ValueDecoder;
  readonly #raw = new ByteDictionary();
  readonly #values = new ByteList();
  readonly #meanings: Meaning[] = [BLANK];

  constructor(field: KeptField, decoder: ValueDecoder) {
    this.field = field;
    this.#decoder = decoder;
  }

  /** The raw code of a field's bytes. */
  encode(bytes: Uint8Array, start: number, end: number): number {
    const code = this.#raw.codeOf(bytes, start, end);
    if (code === this.#meanings.length) this.#meanings.push(this.#read(bytes.subarray(start, end)));
    return code;
  }

  meaning(raw: number): Meaning {
    return this.#meanings[raw] as Meaning;
  }

  /** A faulty value as text for the rejected list. */
  show(raw: number): string {
    return this.#decoder.show(this.#raw.bytesOf(raw));
  }

  /** The trimmed UTF-8 of a value. */
  utf8(raw: number): Uint8Array {
    return this.#values.bytesOf(this.meaning(raw).valueCode);
  }

  pack(): PackedValues {
    const { bytes, offsets } = this.#values.pack();
    if (this.field.form === 'text') return { bytes, offsets, numbers: null };
    const numbers = new Float64Array(this.#values.size).fill(Number.NaN);
    for (const meaning of this.#meanings) if (meaning.fault === null) numbers[meaning.valueCode] = meaning.number;
    return { bytes, offsets, numbers };
  }

  #read(bytes: Uint8Array): Meaning {
    const { utf8, isText, hasGaiji } = this.#decoder.decode(bytes);
    if (!isText) return { ...BLANK, fault: 'undecodable' };
    if (utf8.length === 0) return BLANK;
    const read = this.field.form === 'text' ? null : this.#number(this.#decoder.show(bytes));
    if (read?.fault != null) return { ...BLANK, fault: read.fault };
    const valueCode = this.#values.add(utf8, 0, utf8.length);
    return { fault: null, number: read?.number ?? Number.NaN, hasGaiji, valueCode };
  }

  #number(text: string): { number: number; fault: QuarantineCode | null } {
    const isMonth = this.field.form === 'month';
    const number = isMonth ? parseMonth(text) : parseAmount(text);
    if (number !== null) return { number, fault: null };
    if (this.field.form === 'check_amount') return { number: Number.NaN, fault: null };
    return { number: Number.NaN, fault: isMonth ? 'unreadable_month' : 'unreadable_amount' };
  }
}
