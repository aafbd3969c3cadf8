import { type Accessor, type JSX, Show } from 'solid-js';
import { EMPTY, SCOPE } from '../../messages/result-texts.ts';
import type { Table } from '../../metrics/figures.ts';
import type { Session } from '../../state/create-session.ts';
import type { Answer } from '../../state/create-tables.ts';
import { FailureNotice } from './Notice.tsx';

interface AnswerFrameProps {
  readonly session: Session;
  readonly answer: Answer<Table>;
  readonly children: (table: Accessor<Table>) => JSX.Element;
}

/** Around a table that is asked of the engine: what failed, that it is counted, or that there is nothing in scope. */
export function AnswerFrame(props: AnswerFrameProps): JSX.Element {
  const withApplications = (): Table | null => {
    const { value } = props.answer;
    return value === null || value.total.applications === 0 ? null : value;
  };
  return (
    <>
      <FailureNotice failure={props.answer.failure} />
      <Show when={withApplications()} fallback={<Nothing session={props.session} answer={props.answer} />}>
        {(table) => props.children(table)}
      </Show>
    </>
  );
}

function Nothing(props: { readonly session: Session; readonly answer: Answer<Table> }): JSX.Element {
  const isReversed = (): boolean => {
    const { from, to } = props.session.viewState.view().scope;
    return from !== null && to !== null && from > to;
  };
  return (
    <Show when={props.answer.value !== null} fallback={<Counting isPending={props.answer.isPending} />}>
      <div class="empty" data-testid="nothing-in-scope">
        <h2>{EMPTY.nothingInScope}</h2>
        <p>{isReversed() ? EMPTY.periodReversed : EMPTY.nothingInScopeHow}</p>
        <button type="button" onClick={() => props.session.viewState.widen()}>
          {SCOPE.reset}
        </button>
      </div>
    </Show>
  );
}

function Counting(props: { readonly isPending: boolean }): JSX.Element {
  return (
    <Show when={props.isPending}>
      <p class="empty late" role="status">
        {EMPTY.counting}
      </p>
    </Show>
  );
}
