const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;
const SUBSTITUTE = 0x1a;

/** Stands between the fields in {@link RecordScanner.bytes}; in no supported encoding a byte of text. */
export const FIELD_SEPARATOR = 0xff;

/** A field longer than this, in bytes, is not taken (decision R5). */
export const LONGEST_FIELD = 1 << 20;

/** Positions are kept for so many fields; further ones are only counted. */
const LONGEST_RECORD = 1024;

export type LineBreak = 'crlf' | 'lf' | 'cr' | 'none';

export type ScanStep =
  /** A record stands in `bytes`, `ends` and `fieldCount`. */
  | 'record'
  /** An empty line was passed. */
  | 'blank'
  /** A physical line whose quotes do not balance was passed; `lineStart` to `end` is its byte range. */
  | 'broken'
  /** More bytes are needed: `push` or `finish`. */
  | 'more'
  /** All bytes are read. */
  | 'end';

/**
 * Cuts CSV bytes into records, one `next` a record, however the bytes were cut into chunks. Works on CP932 and
 * UTF-8 alike: no byte of a multi-byte character is a comma, a quote or a line break in either.
 * Each byte is looked at once, and copied without its quoting to a scratch area that the next record overwrites.
 */
export class RecordScanner {
  /** The record's fields without quoting, each followed by {@link FIELD_SEPARATOR}. Valid until the next `next`. */
  bytes: Uint8Array = new Uint8Array(1 << 16);
  /** Used length of `bytes`. */
  length = 0;
  /** For each field the place in `bytes` behind its last byte; the next field starts one further. */
  readonly ends = new Int32Array(LONGEST_RECORD);
  fieldCount = 0;
  /** Longest field of the record, in bytes. */
  longest = 0;
  /** Whether a line break stands inside a field of the record. */
  multiline = false;
  /** Most commas found in one field that holds a line break; 0 without one. */
  commasAcrossLines = 0;
  /** 1-based physical line on which the record, blank or broken line starts. */
  line = 1;
  /** Byte offsets of the record in the file: first byte, and behind the last byte before its line break. */
  start = 0;
  end = 0;
  /** The line break behind the record, blank or broken line; `none` at the end of the file. */
  lineBreak: LineBreak = 'none';

  /** The window and room behind it. */
  #memory: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #window: Uint8Array = this.#memory;
  #at = 0;
  #offset = 0;
  #nextLine = 1;
  #final = false;

  /**
   * Starts on another file, with the memory it has.
   * @param offset file offset of the first byte that will be pushed, behind a byte order mark
   */
  begin(offset: number): void {
    this.#window = this.#memory.subarray(0, 0);
    this.#at = 0;
    this.#offset = offset;
    this.#nextLine = 1;
    this.#final = false;
  }

  /** Adds the file's next bytes, which are copied. */
  push(chunk: Uint8Array): void {
    const rest = this.#window.length - this.#at;
    const length = rest + chunk.length;
    const before = this.#memory;
    this.#memory = before.length < length ? new Uint8Array(Math.max(length, before.length * 2)) : before;
    this.#memory.set(before.subarray(this.#at, this.#at + rest));
    this.#memory.set(chunk, rest);
    this.#window = this.#memory.subarray(0, length);
    this.#offset += this.#at;
    this.#at = 0;
    if (this.bytes.length < this.#memory.length + 2) this.bytes = new Uint8Array(this.#memory.length + 2);
  }

  /** Tells that no more bytes follow. 0x1A at the very end is dropped. */
  finish(): void {
    this.#final = true;
    let end = this.#window.length;
    while (end > this.#at && this.#window[end - 1] === SUBSTITUTE) end--;
    this.#window = this.#window.subarray(0, end);
  }

  /** The bytes that were pushed and are not passed, and some that are. */
  get window(): Uint8Array {
    return this.#window;
  }

  /** Where in the window the next record starts. */
  get at(): number {
    return this.#at;
  }

  /** File offset of the window's first byte. */
  get offset(): number {
    return this.#offset;
  }

  /** The 1-based physical line of the next record. */
  get nextLine(): number {
    return this.#nextLine;
  }

  /** Moves on to a place in the window, over records of so many physical lines that were taken otherwise. */
  pass(at: number, lines: number): void {
    this.#at = at;
    this.#nextLine += lines;
  }

  next(): ScanStep {
    const window = this.#window;
    if (this.#at >= window.length) return this.#final ? 'end' : 'more';
    this.line = this.#nextLine;
    this.start = this.#offset + this.#at;
    const first = window[this.#at];
    if (first === LF || first === CR) {
      const width = this.#breakWidth(this.#at);
      if (width === 0) return 'more';
      this.end = this.start;
      this.#passBreak(this.#at, width);
      return 'blank';
    }
    return this.#record();
  }

  /**
   * Goes back to the physical line behind the one on which the last record started, which is thereby set aside:
   * used where a record swallowed further lines. `end` is set to the end of that one line.
   */
  resumeAtNextLine(): void {
    this.#at = this.start - this.#offset;
    this.#nextLine = this.line;
    this.#passLine();
  }

  #record(): ScanStep {
    const window = this.#window;
    const limit = window.length;
    const bytes = this.bytes;
    const ends = this.ends;
    let at = this.#at;
    let to = 0;
    let fields = 0;
    let longest = 0;
    let lines = 0;
    this.multiline = false;
    this.commasAcrossLines = 0;
    for (;;) {
      const fieldStart = to;
      if (window[at] === QUOTE) {
        let commas = 0;
        let hasBreak = false;
        at++;
        for (;;) {
          if (at >= limit) return this.#final ? this.#broken() : 'more';
          const byte = window[at] as number;
          if (byte > COMMA) {
            bytes[to++] = byte;
            at++;
          } else if (byte === QUOTE) {
            if (at + 1 >= limit && !this.#final) return 'more';
            if (window[at + 1] !== QUOTE) break;
            bytes[to++] = QUOTE;
            at += 2;
          } else {
            bytes[to++] = byte;
            at++;
            if (byte === COMMA) commas++;
            else if (byte === LF || (byte === CR && window[at] !== LF)) {
              hasBreak = true;
              lines++;
              if (to - fieldStart > LONGEST_FIELD) return this.#broken();
            }
          }
        }
        at++;
        if (hasBreak) {
          this.multiline = true;
          if (commas > this.commasAcrossLines) this.commasAcrossLines = commas;
        }
      } else {
        let quotes = 0;
        while (at < limit) {
          const byte = window[at] as number;
          if (byte === COMMA || byte === LF || byte === CR) break;
          if (byte === QUOTE) quotes++;
          bytes[to++] = byte;
          at++;
        }
        if (at >= limit && !this.#final) return 'more';
        if ((quotes & 1) === 1) return this.#broken();
      }
      if (to - fieldStart > longest) longest = to - fieldStart;
      if (fields < LONGEST_RECORD) ends[fields] = to;
      fields++;
      bytes[to++] = FIELD_SEPARATOR;
      if (at >= limit) {
        if (!this.#final) return 'more';
        this.#close(at, 0, to, fields, longest, lines);
        return 'record';
      }
      const byte = window[at] as number;
      if (byte === COMMA) {
        at++;
        if (at >= limit && !this.#final) return 'more';
        continue;
      }
      if (byte === LF || byte === CR) {
        const width = this.#breakWidth(at);
        if (width === 0) return 'more';
        this.#close(at, width, to, fields, longest, lines);
        return 'record';
      }
      if (!this.#final && this.#isEndMark(at)) return 'more';
      return this.#broken();
    }
  }

  /** Whether nothing but 0x1A follows so far, which the file may end with. */
  #isEndMark(at: number): boolean {
    return this.#window.subarray(at).every((byte) => byte === SUBSTITUTE);
  }

  #close(at: number, breakWidth: number, length: number, fields: number, longest: number, lines: number): void {
    this.length = length;
    this.fieldCount = fields;
    this.longest = longest;
    this.end = this.#offset + at;
    this.#nextLine += lines;
    if (breakWidth > 0) return this.#passBreak(at, breakWidth);
    this.lineBreak = 'none';
    this.#at = at;
  }

  /** Sets the physical line aside on which the record started. */
  #broken(): ScanStep {
    return this.#passLine() ? 'broken' : 'more';
  }

  /** Moves behind the physical line at `#at`; false, with nothing moved, when its end is not in the window yet. */
  #passLine(): boolean {
    const window = this.#window;
    let at = this.#at;
    while (at < window.length && window[at] !== LF && window[at] !== CR) at++;
    if (at >= window.length) {
      if (!this.#final) return false;
      this.end = this.#offset + at;
      this.#at = at;
      this.lineBreak = 'none';
      return true;
    }
    const width = this.#breakWidth(at);
    if (width === 0) return false;
    this.end = this.#offset + at;
    this.#passBreak(at, width);
    return true;
  }

  /** Bytes of the line break at `at`; 0 when a CR is the last byte yet and an LF may follow. */
  #breakWidth(at: number): number {
    if (this.#window[at] === LF) return 1;
    if (at + 1 >= this.#window.length) return this.#final ? 1 : 0;
    return this.#window[at + 1] === LF ? 2 : 1;
  }

  #passBreak(at: number, width: number): void {
    if (width === 2) this.lineBreak = 'crlf';
    else this.lineBreak = this.#window[at] === LF ? 'lf' : 'cr';
    this.#at = at + width;
    this.#nextLine++;
  }
}
