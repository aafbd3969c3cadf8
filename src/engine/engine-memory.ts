import type { MemoryUse } from '../records/memory-forecast.ts';
import type { Database } from './database.ts';

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

  /** @param kept bytes of the stored records */
  use(kept: number): MemoryUse {
    return { engineAtStart: this.#atStart, engine: this.#database.bytesTaken, readable: this.#readable, kept };
  }
}
