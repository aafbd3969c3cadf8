import compiled from './kernel/index.ts?kernel';

interface Global {
  readonly value: number;
}

/** What src/import/kernel/index.ts exports; numbers that name places are bytes from the start of `memory`. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly arena: Global;
  readonly next: Global;
  readonly passedLines: Global;
  /** Accepted records of the file. */
  readonly records: Global;
  readonly stop: Global;
  readonly sawLf: Global;
  readonly sawCrlf: Global;
  input(size: number): number;
  run(from: number, to: number, offset: number, line: number): void;
  clearRecords(columns: number): void;
  currentEntries(): number;
  append(plain: number, length: number, line: number, start: number, end: number, flags: number): void;
  codeWidth(column: number): number;
  partLength(part: number): number;
  packPart(part: number, to: number): void;
  setEncoding(isCp932: boolean): void;
  setLayout(fields: number, columns: number, key: number, request: number, before: number, delta: number, after: number): void;
  claimEntries(): number;
  inheritedColumns(): number;
  setClaim(isKnown: boolean): void;
  keptFields(): number;
  columnForms(): number;
  cp932Units(): number;
  clearBreaks(): void;
  clearDictionary(): void;
  entryTable(): number;
  scratch(size: number): number;
  encode(column: number, at: number, length: number): number;
  distinctOf(column: number): number;
  textBytesOf(column: number): number;
  packColumn(column: number, bytes: number, offsets: number, hashes: number, numbers: number): void;
  room(size: number): number;
  release(at: number): void;
}

let compiling: Promise<WebAssembly.Module> | null = null;

/** A kernel with a memory of its own; compiled once a thread. */
export async function startKernel(): Promise<KernelExports> {
  compiling ??= WebAssembly.compile(Uint8Array.from(atob(compiled), (character) => character.charCodeAt(0)));
  const { exports }: { readonly exports: unknown } = await WebAssembly.instantiate(await compiling, {});
  return exports as KernelExports;
}
