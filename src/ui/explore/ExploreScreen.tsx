import { For, type JSX, Match, Switch } from 'solid-js';
import { EXPLORE } from '../../messages/explore-texts.ts';
import type { ExplorePart } from '../../state/create-explore.ts';
import type { Session } from '../../state/create-session.ts';
import { ColumnsPart } from './ColumnsPart.tsx';
import { SqlPart } from './SqlPart.tsx';
import './explore.css';

const PARTS: readonly ExplorePart[] = ['columns', 'sql'];

/** 調べる: what stands in the columns, and statements of one's own. */
export function ExploreScreen(props: { readonly session: Session }): JSX.Element {
  const [part, setPart] = props.session.explore.part;
  return (
    <div class="explore">
      <div class="table-bar">
        <h1>{EXPLORE.heading}</h1>
        <div class="parts" role="group" aria-label={EXPLORE.partsLabel}>
          <For each={PARTS}>
            {(each) => (
              <button type="button" aria-pressed={part() === each} data-testid={`explore-${each}`} onClick={() => setPart(each)}>
                {EXPLORE.parts[each]}
              </button>
            )}
          </For>
        </div>
        <p class="soft table-note">{EXPLORE.notes[part()]}</p>
      </div>
      <Switch>
        <Match when={part() === 'columns'}>
          <ColumnsPart session={props.session} />
        </Match>
        <Match when={part() === 'sql'}>
          <SqlPart session={props.session} />
        </Match>
      </Switch>
    </div>
  );
}
