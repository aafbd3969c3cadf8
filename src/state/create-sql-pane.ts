import { type Accessor, type Signal, batch, createEffect, createSignal, on, onCleanup } from 'solid-js';
import { type Failure, failure as fail } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { SqlAnswer } from '../explore/sql-answer.ts';
import { SQL_PANE } from '../messages/explore-texts.ts';
import type { Dimension } from '../metrics/scope.ts';
import { queryFile } from '../report/query-file.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** A statement that was run to its end. */
export interface SqlResult {
  readonly answer: SqlAnswer;
  readonly milliseconds: number;
}

/** One statement of the user's at a time. It is ended when something else is wanted of the engine. */
export interface SqlPane {
  readonly text: Signal<string>;
  /** Whole seconds since it began; null while none runs. */
  readonly running: Accessor<number | null>;
  /** Of the last statement; null where it failed. */
  readonly result: Accessor<SqlResult | null>;
  readonly failure: Accessor<Failure | null>;
  run(): void;
  cancel(): void;
  /** Takes the statement behind a table of this dimension over. */
  take(statement: string, dimension: Dimension): void;
  /** Whether the result may not be saved, because small counts are hidden. */
  readonly isWithheld: Accessor<boolean>;
  /** The result as a CSV file; null where there is none. */
  exportText(): Outcome<string> | null;
  clear(): void;
}

export function createSqlPane(workbench: WorkbenchState, viewState: ViewState, isAnonymised: Accessor<boolean>): SqlPane {
  const text = createSignal(SQL_PANE.first);
  const [dimension, setDimension] = createSignal<Dimension>('total');
  const [running, setRunning] = createSignal<number | null>(null);
  const [result, setResult] = createSignal<SqlResult | null>(null);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  let turn = 0;
  let clock: ReturnType<typeof setInterval> | undefined;

  async function run(): Promise<void> {
    const engine = workbench.engine();
    if (running() !== null || engine.state !== 'ready' || text[0]().trim() === '') return;
    const now = ++turn;
    const { scope, choices } = viewState.view();
    const began = performance.now();
    const seconds = (): number => Math.floor((performance.now() - began) / 1000);
    clock = setInterval(() => setRunning(seconds()), 500);
    setRunning(0);
    const outcome = await engine.client.ask((api) => api.runSql(text[0](), scope, choices, dimension()));
    clearInterval(clock);
    if (now !== turn) return;
    batch(() => {
      setRunning(null);
      setResult(outcome.ok ? { answer: outcome.value, milliseconds: performance.now() - began } : null);
      setFailure(outcome.ok ? null : outcome.failure);
    });
  }

  function cancel(): void {
    const engine = workbench.engine();
    if (running() === null || engine.state !== 'ready') return;
    void engine.client.ask(async (api) => {
      await api.cancelSql();
      return { ok: true, value: null };
    });
  }

  function forget(): void {
    batch(() => {
      setResult(null);
      setFailure(null);
    });
  }

  // Other questions wait behind it.
  createEffect(on([viewState.view, () => workbench.progress() === null], cancel, { defer: true }));
  createEffect(
    on(
      () => workbench.loaded() === null,
      (isNothingLoaded) => {
        if (isNothingLoaded) forget();
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearInterval(clock));
  return {
    text,
    running,
    result,
    failure,
    run: () => void run(),
    cancel,
    take(statement, of) {
      text[1](statement);
      setDimension(of);
      forget();
    },
    isWithheld: isAnonymised,
    exportText() {
      const now = result();
      if (now === null) return null;
      return isAnonymised() ? failed(fail('not_anonymised')) : done(queryFile(now.answer));
    },
    clear() {
      text[1](SQL_PANE.first);
      setDimension('total');
      forget();
    },
  };
}
