import { failure } from '../core/failure.ts';
import { type Outcome, failed } from '../core/outcome.ts';

/** Work that can wait. Outcomes of any kind stand behind it, so its own is passed on unread. */
interface Waiting {
  readonly key: string;
  readonly work: (isInterrupted: () => boolean) => Promise<Outcome<unknown>>;
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The order in which an engine that does one thing at a time answers: questions one after another, and what can wait
 * when there are none. What can wait is broken off as soon as a question comes, and begun anew behind it.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  /** Questions that are asked and not answered. */
  #asked = 0;
  #waiting: readonly Waiting[] = [];
  #isIdling = false;

  /** Does the work behind all that was asked before. */
  now<T>(work: () => Promise<T>): Promise<T> {
    this.#asked++;
    const turn = this.#last.then(work).finally(() => {
      this.#asked--;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Does the work when nothing else is asked.
   * @param work answers `cancelled` when it finds itself interrupted; it is then begun anew
   * @returns `cancelled` when the same key was asked for again before it was done
   */
  later<T>(key: string, work: (isInterrupted: () => boolean) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return new Promise<Outcome<T>>((resolve, reject) => {
      const earlier = this.#waiting.find((each) => each.key === key);
      const settle = resolve as (outcome: Outcome<unknown>) => void;
      this.#waiting = [...this.#waiting.filter((each) => each !== earlier), { key, work, settle, fail: reject }];
      earlier?.settle(failed(failure('cancelled')));
      void this.#idle();
    });
  }

  async #idle(): Promise<void> {
    if (this.#isIdling) return;
    this.#isIdling = true;
    for (;;) {
      await this.#last;
      const [next] = this.#waiting;
      if (this.#asked > 0) continue;
      if (next === undefined) break;
      await this.#begin(next);
    }
    this.#isIdling = false;
  }

  async #begin(waiting: Waiting): Promise<void> {
    const isWanted = (): boolean => this.#waiting.includes(waiting);
    const isInterrupted = (): boolean => this.#asked > 0 || !isWanted();
    const running = waiting.work(isInterrupted);
    this.#last = running.catch(() => undefined);
    try {
      const outcome = await running;
      const isBrokenOff = !outcome.ok && outcome.failure.code === 'cancelled' && isInterrupted();
      if (isBrokenOff || !isWanted()) return;
      this.#drop(waiting);
      waiting.settle(outcome);
    } catch (error) {
      this.#drop(waiting);
      waiting.fail(error);
    }
  }

  #drop(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((each) => each !== waiting);
  }
}
