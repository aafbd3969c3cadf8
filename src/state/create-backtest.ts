import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { Failure } from '../core/failure.ts';
import type { BacktestMonth } from '../decide/backtest.ts';
import type { Policy } from '../decide/policy.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

export interface BacktestState {
  /** The months tried so far; null before the first. */
  readonly months: Accessor<readonly BacktestMonth[] | null>;
  /** How many are done of how many; null while none runs. */
  readonly progress: Accessor<{ readonly done: number; readonly of: number } | null>;
  readonly failure: Accessor<Failure | null>;
  /** Tries month after month; other questions to the engine are answered in between. */
  run(months: readonly number[]): Promise<readonly BacktestMonth[] | null>;
  cancel(): void;
}

/** Forgotten whenever what it is about changes. */
export function createBacktest(workbench: WorkbenchState, viewState: ViewState, policy: Accessor<Policy>): BacktestState {
  const [months, setMonths] = createSignal<readonly BacktestMonth[] | null>(null);
  const [progress, setProgress] = createSignal<{ done: number; of: number } | null>(null);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  let turn = 0;

  function forget(): void {
    turn++;
    setMonths(null);
    setProgress(null);
    setFailure(null);
  }
  const scope = () => viewState.view().scope;
  const choices = () => viewState.view().choices;
  createEffect(on([scope, choices, policy, workbench.version], forget, { defer: true }));

  return {
    months,
    progress,
    failure,
    async run(all) {
      const engine = workbench.engine();
      if (engine.state !== 'ready') return null;
      forget();
      const own = turn;
      const tried: BacktestMonth[] = [];
      for (const through of all) {
        setProgress({ done: tried.length, of: all.length });
        const outcome = await engine.client.ask((api) => api.backtest(scope(), choices(), through, policy()));
        if (own !== turn) return null;
        if (!outcome.ok) {
          setProgress(null);
          setFailure(outcome.failure);
          return null;
        }
        tried.push(outcome.value);
        setMonths([...tried]);
      }
      setMonths(tried);
      setProgress(null);
      return tried;
    },
    cancel: forget,
  };
}
