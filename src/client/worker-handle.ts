import { type Remote, wrap } from 'comlink';
import type { FailureCode } from '../core/failure.ts';
import { failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';

/**
 * A worker started from a Blob, so that the page's Content-Security-Policy binds it too. Every call is raced with the
 * worker's death, because a dead worker never answers.
 */
export class WorkerHandle<Api> {
  readonly #worker: Worker;
  readonly #url: string;
  readonly #remote: Remote<Api>;
  readonly #death: Promise<Outcome<never>>;
  #tellDeath: (outcome: Outcome<never>) => void = () => undefined;
  #isDead = false;

  /** @param died the code of the failure that calls get once the worker is dead */
  constructor(script: ArrayBuffer, name: string, died: FailureCode) {
    this.#url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    this.#worker = new Worker(this.#url, { name });
    this.#remote = wrap<Api>(this.#worker);
    this.#death = new Promise((resolve) => {
      this.#tellDeath = resolve;
    });
    this.#worker.addEventListener('error', (event) => {
      this.#die(died, event.message);
    });
    this.#worker.addEventListener('messageerror', () => {
      this.#die(died, 'a message could not be read');
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Asks the worker; a call that throws there is a death too, for its state is unknown then. */
  async call<T>(ask: (api: Remote<Api>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const answer = ask(this.#remote).catch((error: unknown) => {
      this.#die('engine_failed', error instanceof Error ? error.message : String(error));
      return this.#death;
    });
    return Promise.race([answer, this.#death]);
  }

  /** Ends the worker; what it was asked and has not answered fails. */
  end(): void {
    this.#die('cancelled', '');
  }

  #die(code: FailureCode, detail: string): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.#worker.terminate();
    URL.revokeObjectURL(this.#url);
    this.#tellDeath(failed(failure(code, { detail })));
  }
}
