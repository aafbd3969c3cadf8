import { type Accessor, batch, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { EngineClient } from '../client/engine-client.ts';
import type { Failure } from '../core/failure.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Table } from '../metrics/figures.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';
import type { Together } from './create-together.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/**
 * What is known of an answer from the engine. The last good answer stays while a newer one is on its way. Each part is told
 * of by itself: a table that is drawn hears nothing of a newer one being asked for.
 */
export interface Answer<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly isPending: boolean;
}

/** Asks the engine whenever `question` changes; stale answers are dropped. A null question clears the answer. */
export function createAnswer<Q, T>(
  workbench: WorkbenchState,
  question: Accessor<Q | null>,
  ask: (client: EngineClient, question: Q) => Promise<Outcome<T>>,
): Accessor<Answer<T>> {
  const [value, setValue] = createSignal<T | null>(null);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const [isPending, setPending] = createSignal(false);
  const answer: Answer<T> = {
    get value() {
      return value();
    },
    get failure() {
      return failure();
    },
    get isPending() {
      return isPending();
    },
  };
  const settle = (found: T | null, why: Failure | null): void => {
    batch(() => {
      setValue(() => found);
      setFailure(why);
      setPending(false);
    });
  };
  let latest = 0;
  createEffect(
    on([question, workbench.version, workbench.engine], async ([now, , engine]) => {
      const turn = ++latest;
      if (now === null || engine.state === 'failed' || workbench.loaded() === null) {
        settle(null, null);
        return;
      }
      setPending(true);
      // Asked again once the engine is there.
      if (engine.state !== 'ready') return;
      const outcome = await ask(engine.client, now);
      if (turn !== latest || isDeath(outcome)) return;
      if (outcome.ok) settle(outcome.value, null);
      else settle(value(), outcome.failure);
    }),
  );
  return () => answer;
}

/** The engine died over the question; it is asked again when the next engine is ready. */
function isDeath(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.failure.code === 'engine_stopped';
}

/** The total comes first: each table waits for it, and the months give it as a rule. */
const ORDER: readonly Dimension[] = ['total', 'request_month', 'result_month', 'item', 'item_group', 'check_type', 'provider'];

interface TableQuestion {
  readonly scope: Scope;
  readonly choices: Choices;
  readonly version: number;
}

/**
 * The table of one dimension for the view's scope. It is asked for only while `isWanted`; when it is not, the last
 * answer is kept as long as the same records are loaded, so that a screen shows at once what it showed before.
 */
export function createTable(
  workbench: WorkbenchState,
  viewState: ViewState,
  dimension: Dimension,
  isWanted: Accessor<boolean>,
  together: Together,
): Accessor<Answer<Table>> {
  const question = createMemo<TableQuestion | null>(
    (before) => {
      const version = workbench.version();
      const { scope, choices } = viewState.view();
      if (isWanted()) return { scope, choices, version };
      return before?.version === version ? before : null;
    },
    null,
    { equals: isSameQuestion },
  );
  return createAnswer(workbench, question, (client, { scope, choices }) => together(ORDER.indexOf(dimension), () => client.table(scope, choices, dimension)));
}

function isSameQuestion(a: TableQuestion | null, b: TableQuestion | null): boolean {
  return a?.scope === b?.scope && a?.choices === b?.choices && a?.version === b?.version;
}

/** The lines one can pick from, whatever is picked already. */
export function createPickable(
  workbench: WorkbenchState,
  viewState: ViewState,
  dimension: 'item' | 'provider',
  isWanted: Accessor<boolean>,
): Accessor<Answer<Table>> {
  const widened = dimension === 'item' ? { items: null } : { providers: null };
  const question = () => (isWanted() ? viewState.view() : null);
  return createAnswer(workbench, question, (client, { scope, choices }) =>
    client.table({ ...scope, ...widened }, choices, dimension),
  );
}
