import { For, type JSX, Show, createSignal } from 'solid-js';
import type { BoundVariable } from '../../explore/shown-statement.ts';
import { STATEMENT } from '../../messages/explore-texts.ts';
import type { Dimension } from '../../metrics/scope.ts';
import { NO_LIST_COUNTS } from '../../records/describe-lists.ts';
import type { Session } from '../../state/create-session.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';
import { spokenScope } from '../../state/spoken-scope.ts';
import { StatementText } from './StatementText.tsx';
import { variableWords } from './variable-words.ts';
import '../parts/list.css';
import './statement.css';

interface StatementButtonProps {
  readonly session: Session;
  readonly dimension: Dimension;
  /** The table's heading. */
  readonly table: string;
}

/** Shows the very statement behind a table, with what is bound to its variables. */
export function StatementButton(props: StatementButtonProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  const answer = props.session.statement(() => props.dimension, isOpen);
  function take(sql: string): void {
    setOpen(false);
    props.session.explore.openStatement(sql, props.dimension);
  }
  return (
    <>
      <button
        type="button"
        class="statement-button"
        aria-label={STATEMENT.openLabel(props.table)}
        title={STATEMENT.openLabel(props.table)}
        data-testid={`statement-${props.dimension}`}
        onClick={() => setOpen(true)}
      >
        {STATEMENT.open}
      </button>
      <Dialog isOpen={isOpen()} isLarge heading={STATEMENT.heading(props.table)} onClose={() => setOpen(false)}>
        <p class="soft">{STATEMENT.note}</p>
        <p class="soft">
          {withoutGaiji(spokenScope(props.session.viewState.view(), props.session.grain(), props.session.workbench.loaded()?.lists ?? NO_LIST_COUNTS))}
        </p>
        <FailureNotice failure={answer().failure} />
        <Show when={answer().value}>
          {(statement) => (
            <div class="statement-parts">
              <StatementText label={STATEMENT.heading(props.table)} sql={statement().sql} onTake={() => take(statement().sql)} />
              <VariableTable session={props.session} variables={statement().variables} />
            </div>
          )}
        </Show>
      </Dialog>
    </>
  );
}

function VariableTable(props: { readonly session: Session; readonly variables: readonly BoundVariable[] }): JSX.Element {
  return (
    <div class="list-frame" tabIndex={0} role="region" aria-label={STATEMENT.variables}>
      <table class="list" aria-label={STATEMENT.variables}>
        <thead>
          <tr>
            <th scope="col">{STATEMENT.heads.name}</th>
            <th scope="col">{STATEMENT.heads.literal}</th>
            <th scope="col">{STATEMENT.heads.words}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.variables}>
            {({ name, literal }) => (
              <tr>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td class="value">
                  <code>{literal}</code>
                </td>
                <td>{variableWords(name, literal, props.session.viewState.view().scope)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
