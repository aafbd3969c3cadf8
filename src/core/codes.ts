/** A code a record, 16 bits wide where no code needs more. */
export type Codes = Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
