import { type Outcome, done } from '../core/outcome.ts';
import { type BacktestMonth, backtest, backtestMonths } from '../decide/backtest.ts';
import { calendar } from '../decide/calendar.ts';
import { type Findings, estimate } from '../decide/estimate.ts';
import type { Learning } from '../decide/learning.ts';
import type { Policy } from '../decide/policy.ts';

/** Where the applications in scope come from. */
export type LearningSource<Question> = (question: Question) => Promise<Outcome<Learning>>;

/** Learns from the applications in scope; those last asked for are kept, for several questions are about the same. */
export class Decisions<Question> {
  readonly #source: LearningSource<Question>;
  #last: { readonly key: string; readonly learning: Learning } | null = null;

  constructor(source: LearningSource<Question>) {
    this.#source = source;
  }

  /** What is loaded has changed. */
  forget(): void {
    this.#last = null;
  }

  async findings(question: Question, halfLife: number | null): Promise<Outcome<Findings>> {
    const learning = await this.#learning(question);
    if (!learning.ok) return learning;
    return done({
      estimates: estimate(learning.value, { through: null, halfLife }),
      calendar: calendar(learning.value),
      backtestMonths: backtestMonths(learning.value),
    });
  }

  async backtest(question: Question, through: number, policy: Policy): Promise<Outcome<BacktestMonth>> {
    const learning = await this.#learning(question);
    return learning.ok ? done(backtest(learning.value, through, policy)) : learning;
  }

  async #learning(question: Question): Promise<Outcome<Learning>> {
    const key = JSON.stringify(question);
    if (this.#last?.key === key) return done(this.#last.learning);
    const learning = await this.#source(question);
    if (learning.ok) this.#last = { key, learning: learning.value };
    return learning;
  }
}
