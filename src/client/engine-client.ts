import { type Remote, transfer } from 'comlink';
import { type Outcome, done } from '../core/outcome.ts';
import { type FileBlock, buffersOf } from '../import/file-block.ts';
import type { MonthOfLine, Table } from '../metrics/figures.ts';
import { monthsByLine } from '../metrics/line-months.ts';
import { unpackTable } from '../metrics/packed-table.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { loadAsset } from './assets.ts';
import { WorkerHandle } from './worker-handle.ts';

/** The engine worker, seen from the page. */
export class EngineClient {
  readonly #handle: WorkerHandle<EngineApi>;

  private constructor(handle: WorkerHandle<EngineApi>) {
    this.#handle = handle;
  }

  /** Starts the worker and the engine in it. */
  static async start(): Promise<Outcome<{ client: EngineClient; version: string }>> {
    const unpacking = loadAsset('duckdb');
    const script = await loadAsset('engine');
    if (!script.ok) return script;
    // The worker reads its script while the engine's bytes are unpacked.
    const handle = new WorkerHandle<EngineApi>(script.value, 'engine', 'engine_stopped');
    const wasm = await unpacking;
    if (!wasm.ok) {
      handle.end();
      return wasm;
    }
    const version = await handle.call((api) => api.boot(transfer(wasm.value, [wasm.value])));
    if (!version.ok) return version;
    return done({ client: new EngineClient(handle), version: version.value });
  }

  stage(block: FileBlock): Promise<Outcome<null>> {
    return this.#handle.call((api) => api.stage(transfer(block, buffersOf(block))));
  }

  ask<T>(ask: (api: Remote<EngineApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#handle.call(ask);
  }

  async table(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<Table>> {
    const packed = await this.ask((api) => api.table(scope, choices, dimension));
    return packed.ok ? done(unpackTable(packed.value)) : packed;
  }

  /** @returns the months of each line by its number, ascending; none for a line that has none */
  async series(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<(line: number) => readonly MonthOfLine[]>> {
    const months = await this.ask((api) => api.series(scope, choices, dimension));
    if (!months.ok) return months;
    return done(months.value === null ? () => [] : monthsByLine(months.value));
  }

  /** Answered when the worker has died or was ended. */
  get death(): Promise<Outcome<never>> {
    return this.#handle.death;
  }

  end(): void {
    this.#handle.end();
  }
}
