export interface ImportProgress {
  /** The last one, `showing`, is short and cannot be cancelled. */
  readonly phase: 'reading' | 'tables' | 'showing';
  readonly filesDone: number;
  readonly files: number;
  readonly bytesDone: number;
  readonly bytes: number;
  readonly records: number;
}

/** What is told of one file while it is read. */
export interface MeterPart {
  /** Bytes and records read so far. */
  tell(bytes: number, records: number): void;
  /** The file is done, with so many bytes and records. */
  finish(bytes: number, records: number): void;
}

/** What is told again sooner, nobody can read. */
const SHORTEST_MS = 150;

/** Adds up what the readers tell, file by file, and tells it on from time to time. */
export class Meter {
  readonly #tell: (now: ImportProgress) => void;
  readonly #files: number;
  readonly #bytes: number;
  #phase: ImportProgress['phase'] = 'reading';
  #filesDone = 0;
  #bytesDone = 0;
  #records = 0;
  #toldAt = 0;

  /** @param sizes the bytes of each file that will be read */
  constructor(tell: (now: ImportProgress) => void, sizes: readonly number[]) {
    this.#tell = tell;
    this.#files = sizes.length;
    this.#bytes = sizes.reduce((sum, size) => sum + size, 0);
    this.#report();
  }

  enter(phase: ImportProgress['phase']): void {
    this.#phase = phase;
    this.#report();
  }

  part(): MeterPart {
    let bytesBefore = 0;
    let recordsBefore = 0;
    const tell = (bytes: number, records: number): void => {
      this.#bytesDone += bytes - bytesBefore;
      this.#records += records - recordsBefore;
      bytesBefore = bytes;
      recordsBefore = records;
      if (performance.now() - this.#toldAt >= SHORTEST_MS) this.#report();
    };
    return {
      tell,
      finish: (bytes, records) => {
        this.#filesDone++;
        tell(bytes, records);
      },
    };
  }

  #report(): void {
    this.#toldAt = performance.now();
    this.#tell({
      phase: this.#phase,
      filesDone: this.#filesDone,
      files: this.#files,
      bytesDone: this.#bytesDone,
      bytes: this.#bytes,
      records: this.#records,
    });
  }
}
