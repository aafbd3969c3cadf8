import type { MemoryUse } from '../records/memory-forecast.ts';
import type { Database } from './database.ts';

/** What a line of `fact` takes once it is filled, with what the questions about it take; measured. */
const FACT_LINE_BYTES = 230;

/** Tells what the engine's memory, which never shrinks, has grown for. */
export class EngineMemory {
  readonly #database: Database;
  readonly #atStart: number;
  #readable = 0;

  constructor(database: Database) {
    this.#database = database;
    this.#atStart = database.bytesTaken;
  }

  /** Does the work that fills the tables of 調べる, and counts by how much the memory grows. */
  async fillReadable(work: () => Promise<void>): Promise<void> {
    const before = this.#database.bytesTaken;
    await work();
    this.#readable += this.#database.bytesTaken - before;
  }

  /**
   * @param kept bytes of the stored records
   * @param lines that `fact` will have: it may not be filled yet
   */
  use(kept: number, lines: number): MemoryUse {
    const filled = this.#atStart + this.#readable + lines * FACT_LINE_BYTES;
    return { engineAtStart: this.#atStart, engine: Math.max(this.#database.bytesTaken, filled), readable: this.#readable, kept };
  }
}
