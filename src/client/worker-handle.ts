import { type Remote, wrap } from 'comlink';
import { type FailureCode, failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';
import type { Lifeline } from '../protocol/lifeline.ts';

const SECOND = 1000;
/** A worker that ends without a word is noticed after so many seconds. None works longer without hearing its messages. */
const LONGEST_SILENCE = 8;

/**
 * A worker started from a Blob, so that the page's Content-Security-Policy binds it too. Every call is raced with the
 * worker's death, because a dead worker never answers.
 */
export class WorkerHandle<Api extends Lifeline> {
  readonly #worker: Worker;
  readonly #url: string;
  readonly #remote: Remote<Api>;
  /** Answered when the worker is dead. */
  readonly death: Promise<Outcome<never>>;
  readonly #died: FailureCode;
  #tellDeath: (outcome: Outcome<never>) => void = () => undefined;
  #isDead = false;
  readonly #watch: ReturnType<typeof setInterval>;
  #silentRounds = 0;

  /** @param died the code of the failure that calls get once the worker is dead, and by which it gives itself up */
  constructor(script: ArrayBuffer, name: string, died: FailureCode) {
    this.#died = died;
    this.#url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    this.#worker = new Worker(this.#url, { name });
    this.#remote = wrap<Api>(this.#worker);
    this.death = new Promise((resolve) => {
      this.#tellDeath = resolve;
    });
    this.#worker.addEventListener('error', (event) => {
      this.#die(died, event.message);
    });
    this.#worker.addEventListener('messageerror', () => {
      this.#die(died, 'a message could not be read');
    });
    this.#watch = setInterval(() => {
      this.#listen();
    }, SECOND);
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Asks the worker; a call that throws there is a death too, for its state is unknown then. */
  async call<T>(ask: (api: Remote<Api>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const answer = ask(this.#remote).catch((error: unknown) => {
      this.#die('engine_failed', error instanceof Error ? error.message : String(error));
      return this.death;
    });
    const outcome = await Promise.race([answer, this.death]);
    if (!outcome.ok && outcome.failure.code === this.#died) this.#die(this.#died, String(outcome.failure.facts.detail));
    return outcome;
  }

  /** Ends the worker; what it was asked and has not answered fails. */
  end(): void {
    this.#die('cancelled', '');
  }

  /** Pings once the last ping was answered. Counted in rounds of this thread, so that a sleeping page blames nobody. */
  #listen(): void {
    if (this.#silentRounds++ > 0) {
      if (this.#silentRounds > LONGEST_SILENCE) this.#die(this.#died, 'the worker does not answer');
      return;
    }
    (this.#remote as unknown as Remote<Lifeline>).ping().then(
      () => {
        this.#silentRounds = 0;
      },
      (error: unknown) => {
        this.#die(this.#died, String(error));
      },
    );
  }

  #die(code: FailureCode, detail: string): void {
    if (this.#isDead) return;
    this.#isDead = true;
    clearInterval(this.#watch);
    this.#worker.terminate();
    URL.revokeObjectURL(this.#url);
    this.#tellDeath(failed(failure(code, { detail })));
  }
}
