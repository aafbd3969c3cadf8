import { type JSX, Show } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { EXCLUSION_LIST } from '../../messages/list-texts.ts';
import type { ExclusionCounts } from '../../records/describe-lists.ts';
import type { Session } from '../../state/create-session.ts';
import { CountLine } from './CountLine.tsx';
import { ListIntake } from './ListIntake.tsx';
import { SideTable } from './SideTable.tsx';
import './application-list.css';

/** 点検除外データ: which claims the insurer excludes, whose applications these are, and whether they are counted. */
export function ExclusionSection(props: { readonly session: Session }): JSX.Element {
  const counts = () => props.session.workbench.loaded()?.lists.exclusions ?? null;
  return (
    <ListIntake session={props.session} kind="exclusions" texts={EXCLUSION_LIST} name={props.session.lists.exclusions()?.name ?? null}>
      <Show when={counts()}>{(known) => <Matched session={props.session} counts={known()} />}</Show>
    </ListIntake>
  );
}

function Matched(props: { readonly session: Session; readonly counts: ExclusionCounts }): JSX.Element {
  const { viewState } = props.session;
  return (
    <>
      <CountLine
        testId="exclusion-keys"
        whole={{ label: EXCLUSION_LIST.keys, count: props.counts.keys }}
        parts={[
          { label: EXCLUSION_LIST.matched, count: props.counts.matched },
          { label: EXCLUSION_LIST.unmatched, count: props.counts.unmatched },
        ]}
      />
      <ul class="own-list-notes">
        <li>
          <label class="own-list-switch">
            <input
              type="checkbox"
              data-testid="leave-out-excluded"
              checked={!viewState.view().scope.keepsExcluded}
              onChange={(event) => viewState.narrow({ keepsExcluded: !event.currentTarget.checked })}
            />
            {EXCLUSION_LIST.leaveOut}（{grouped(props.counts.applications)}）
          </label>
        </li>
      </ul>
      <SideTable session={props.session} side="excluded" count={props.counts.applications} />
      <SideTable session={props.session} side="unmatched_keys" count={props.counts.unmatched} />
    </>
  );
}
