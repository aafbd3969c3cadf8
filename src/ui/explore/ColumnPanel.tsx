import { type JSX, Show } from 'solid-js';
import type { ColumnProfile } from '../../explore/profile.ts';
import { grouped } from '../../messages/ja.ts';
import { EXPLORE, PROFILE } from '../../messages/explore-texts.ts';
import type { RecordColumn } from '../../records/columns.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { percent } from '../parts/screen-value.ts';
import { SpreadFigure } from './SpreadFigure.tsx';
import { StatementSheet } from './StatementSheet.tsx';
import { ValueList } from './ValueList.tsx';

interface ColumnPanelProps {
  readonly session: Session;
  readonly column: RecordColumn;
}

/** One column over the records in scope: how much of it is filled, with what, and how numbers spread. */
export function ColumnPanel(props: ColumnPanelProps): JSX.Element {
  const { explore } = props.session;
  const profile = (): ColumnProfile | null => {
    const { value } = explore.profile();
    return value?.column === props.column.name ? value : null;
  };
  const isNarrowed = (): boolean => explore.chosen() !== null;
  return (
    <section class="column-panel" aria-label={props.column.name} aria-busy={explore.profile().isPending} data-testid="column-panel">
      <div class="table-bar">
        <h2>{PROFILE.heading(props.column.field, props.column.name)}</h2>
        <Show when={isNarrowed()}>
          <span class="soft">{PROFILE.lifted}</span>
          <button type="button" data-testid="column-widen" onClick={() => explore.narrow(props.column, null)}>
            {PROFILE.clear}
          </button>
        </Show>
      </div>
      <FailureNotice failure={explore.profile().failure} />
      <Show when={profile()} fallback={<p class="empty late">{EXPLORE.counting}</p>}>
        {(now) => (
          <>
            <dl class="headline">
              <Figure name="records" title={PROFILE.records} value={grouped(now().records)} note="" />
              <Figure name="filled" title={PROFILE.filled} value={grouped(now().filled)} note={percent(now().filled, now().records)} />
              <Figure
                name="blank"
                title={PROFILE.blankRecords}
                value={grouped(now().records - now().filled)}
                note={percent(now().records - now().filled, now().records)}
              />
              <Figure name="distinct" title={PROFILE.distinct} value={grouped(now().distinct)} note="" />
            </dl>
            <Show when={now().spread}>{(spread) => <SpreadFigure session={props.session} column={props.column} spread={spread()} />}</Show>
            <ValueList session={props.session} column={props.column} profile={now()} />
            <StatementSheet heading={PROFILE.statement} sql={now().statement} onTake={() => explore.openStatement(now().statement, 'total')} />
          </>
        )}
      </Show>
    </section>
  );
}

function Figure(props: { readonly name: string; readonly title: string; readonly value: string; readonly note: string }): JSX.Element {
  return (
    <div data-figure={props.name}>
      <dt>{props.title}</dt>
      <dd>
        <span class="headline-value">{props.value}</span>
        <small>{props.note}</small>
      </dd>
    </div>
  );
}
