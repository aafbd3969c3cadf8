import type { IsCancelled } from './pending-query.ts';

/** Tells those that watch that they are no longer wanted. */
export class Cancellation {
  #times = 0;

  cancel(): void {
    this.#times++;
  }

  /** Whether `cancel` was called from now on, even while what watches still waits for its turn. */
  watch(): IsCancelled {
    const started = this.#times;
    return () => this.#times !== started;
  }
}
