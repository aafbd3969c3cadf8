import { For, type JSX, Show } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { APPLICATION_LIST, LIST_COUNTS } from '../../messages/list-texts.ts';
import type { ApplicationListCounts } from '../../records/describe-lists.ts';
import type { Session } from '../../state/create-session.ts';
import { CountLine } from './CountLine.tsx';
import { ListIntake } from './ListIntake.tsx';
import { RolePicker } from './RolePicker.tsx';
import { SideTable } from './SideTable.tsx';
import './application-list.css';

/** 申出データ: the contractor's own list, what it is taken for, how it was joined and what was left on both sides. */
export function ApplicationListSection(props: { readonly session: Session }): JSX.Element {
  const lists = props.session.lists;
  const counts = () => props.session.workbench.loaded()?.lists.applications ?? null;
  return (
    <ListIntake session={props.session} kind="applications" texts={APPLICATION_LIST} name={lists.applications()?.file.name ?? null}>
      <Show when={lists.draft() ?? lists.applications()}>
        {(list) => <RolePicker list={list()} onChoose={(roles) => void lists.chooseRoles(roles)} />}
      </Show>
      <Show when={counts()}>{(known) => <Joined session={props.session} counts={known()} />}</Show>
    </ListIntake>
  );
}

function Joined(props: { readonly session: Session; readonly counts: ApplicationListCounts }): JSX.Element {
  const { viewState } = props.session;
  const notes = (): readonly string[] => [
    LIST_COUNTS.given(props.counts.recordsGiven),
    ...(props.counts.unresolved > 0 ? [LIST_COUNTS.unresolved(props.counts.unresolved)] : []),
    LIST_COUNTS.waiting(props.counts.waiting, props.counts.waitingLines),
  ];
  return (
    <>
      <div class="own-list-counts">
        <CountLine
          testId="list-lines"
          whole={{ label: LIST_COUNTS.lines, count: props.counts.lines }}
          parts={[
            {
              label: LIST_COUNTS.matched,
              count: props.counts.matched,
              note: `${LIST_COUNTS.exact(props.counts.joins.exact)}・${LIST_COUNTS.normalised(props.counts.joins.normalised)}`,
            },
            { label: LIST_COUNTS.unmatched, count: props.counts.unmatched },
          ]}
        />
        <CountLine
          testId="list-applications"
          whole={{ label: LIST_COUNTS.applications, count: props.counts.listed + props.counts.unlisted }}
          parts={[
            { label: LIST_COUNTS.listed, count: props.counts.listed },
            { label: LIST_COUNTS.unlisted, count: props.counts.unlisted },
          ]}
        />
      </div>
      <ul class="own-list-notes">
        <For each={notes()}>{(note) => <li>{note}</li>}</For>
        <li>
          <label class="own-list-switch">
            <input
              type="checkbox"
              data-testid="count-waiting"
              checked={viewState.view().scope.countsListed}
              onChange={(event) => viewState.narrow({ countsListed: event.currentTarget.checked })}
            />
            {LIST_COUNTS.waitingSwitch}（{grouped(props.counts.waiting)}）
          </label>
        </li>
      </ul>
      <SideTable session={props.session} side="unmatched_lines" count={props.counts.unmatched} />
      <SideTable session={props.session} side="unlisted" count={props.counts.unlisted} />
    </>
  );
}
