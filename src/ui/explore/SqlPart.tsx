import { For, type JSX, Show } from 'solid-js';
import { READABLE_COLUMNS } from '../../explore/readable-table.ts';
import { failureText } from '../../messages/failures.ts';
import { SQL_PANE } from '../../messages/explore-texts.ts';
import type { Failure } from '../../core/failure.ts';
import type { Session } from '../../state/create-session.ts';
import { saveFile } from '../parts/save-file.ts';
import { ResultRows } from './ResultRows.tsx';
import { SqlEditor } from './SqlEditor.tsx';

/** A statement of one's own, and what it answers. */
export function SqlPart(props: { readonly session: Session }): JSX.Element {
  const { sql } = props.session.explore;
  let run!: HTMLButtonElement;
  let insert: (name: string) => void = () => undefined;
  function save(): void {
    const text = sql.exportText();
    if (text?.ok === true) saveFile(SQL_PANE.file, text.value);
  }
  return (
    <div class="explore-sql">
      <div class="sql-top">
        <section class="sql-input" aria-label={SQL_PANE.heading}>
          <SqlEditor
            text={sql.text[0]()}
            onChange={sql.text[1]}
            onRun={() => sql.run()}
            onLeave={() => run.focus()}
            ref={(given) => {
              insert = given;
            }}
          />
          <div class="sql-bar">
            <button ref={run} type="button" class="primary" data-testid="sql-run" disabled={sql.running() !== null} onClick={() => sql.run()}>
              {SQL_PANE.run}
            </button>
            <button type="button" data-testid="sql-cancel" disabled={sql.running() === null} onClick={() => sql.cancel()}>
              {SQL_PANE.cancel}
            </button>
            <span class="soft">{SQL_PANE.keys}</span>
            <span class="sql-status" role="status" data-testid="sql-status">
              <Show when={sql.running() !== null} fallback={<Told session={props.session} />}>
                {SQL_PANE.running(sql.running() ?? 0)}
              </Show>
            </span>
            <Show when={sql.result()}>
              <Show
                when={!sql.isWithheld()}
                fallback={
                  <span class="warn-text" data-testid="sql-withheld">
                    {SQL_PANE.withheld}
                  </span>
                }
              >
                <button type="button" data-testid="sql-export" onClick={save}>
                  {SQL_PANE.export}
                </button>
              </Show>
            </Show>
          </div>
        </section>
        <TableNames onPick={(name) => insert(name)} />
      </div>
      <Show when={sql.failure()}>{(failure) => <SqlFailure failure={failure()} />}</Show>
      <Show when={sql.result()} keyed>
        {(result) => <ResultRows answer={result.answer} />}
      </Show>
    </div>
  );
}

/** How many rows there are and how long it took. */
function Told(props: { readonly session: Session }): JSX.Element {
  return (
    <Show when={props.session.explore.sql.result()}>
      {(result) => `${SQL_PANE.rows(result().answer.rows.length, result().answer.isCut)} ・ ${SQL_PANE.took(result().milliseconds)}`}
    </Show>
  );
}

function SqlFailure(props: { readonly failure: Failure }): JSX.Element {
  const text = (): string => {
    if (props.failure.code === 'cancelled') return SQL_PANE.cancelled;
    return props.failure.code === 'engine_stopped' ? SQL_PANE.stopped : failureText(props.failure);
  };
  const detail = (): string => (props.failure.code === 'sql_wrong' ? String(props.failure.facts.detail) : '');
  return (
    <div class="notice" classList={{ warn: props.failure.code !== 'cancelled' }} role="alert" data-testid="sql-failure" data-code={props.failure.code}>
      {text()}
      <Show when={detail()}>
        {(words) => (
          <>
            <p class="soft">{SQL_PANE.engineSays}</p>
            <pre class="sql">{words()}</pre>
          </>
        )}
      </Show>
    </div>
  );
}

/** The tables one can ask, with their columns; a name that is pressed goes into the statement. */
function TableNames(props: { onPick(name: string): void }): JSX.Element {
  return (
    <section class="table-names" aria-label={SQL_PANE.tables}>
      <h2>{SQL_PANE.tables}</h2>
      <p class="soft">{SQL_PANE.tablesNote}</p>
      <For each={Object.entries(READABLE_COLUMNS)}>
        {([table, columns]) => (
          <details>
            <summary>
              {table} <small>{SQL_PANE.tableNotes[table]}</small>
            </summary>
            <div class="names">
              <For each={[table, ...columns]}>
                {(name) => (
                  <button type="button" class="quiet" onClick={() => props.onPick(name)}>
                    {name}
                  </button>
                )}
              </For>
            </div>
          </details>
        )}
      </For>
    </section>
  );
}
