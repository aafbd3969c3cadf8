import { type Accessor, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Estimates } from '../../decide/estimate.ts';
import type { Proposals } from '../../decide/propose.ts';
import { DECIDE } from '../../messages/decide-screen-texts.ts';
import { ITEM_LEVEL_NAMES } from '../../messages/mapping-texts.ts';
import { EMPTY } from '../../messages/result-texts.ts';
import { DECIDE_TABS } from '../../state/create-decide-view.ts';
import type { Session } from '../../state/create-session.ts';
import { AnswerFrame } from '../parts/AnswerFrame.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { BacktestPanel } from './BacktestPanel.tsx';
import { CalendarStrip } from './CalendarStrip.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import { LinesPanel } from './LinesPanel.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { ScenarioPanel } from './ScenarioPanel.tsx';
import { SettingsBar } from './SettingsBar.tsx';
import './decide.css';
import './decide-charts.css';
import './ledger.css';

/** 除外検討: what to stop applying for, and what that brings. */
export function DecideScreen(props: { readonly session: Session }): JSX.Element {
  const { byItem, decisions } = props.session;
  const known = (): { estimates: Estimates; proposals: Proposals } | null => {
    const estimates = decisions.findings().value?.estimates ?? null;
    const proposals = decisions.proposals();
    return estimates === null || proposals === null ? null : { estimates, proposals };
  };
  const level = () => props.session.viewState.view().choices.itemLevel;
  return (
    <AnswerFrame session={props.session} answer={byItem()}>
      {() => (
        <section class="decide filled" aria-label={DECIDE.heading} aria-busy={decisions.findings().isPending} data-testid="decide">
          <FailureNotice failure={decisions.findings().failure} />
          <CalendarStrip months={decisions.findings().value?.calendar ?? []} />
          <div class="table-bar decide-bar">
            <h1>{DECIDE.heading}</h1>
            <Tabs session={props.session} />
            <PolicyFields session={props.session} />
            <SettingsBar session={props.session} />
          </div>
          <Show when={props.session.viewState.view().scope.results !== null}>
            <p class="notice warn" role="status">
              {DECIDE.narrowedByResult}
            </p>
          </Show>
          <Show when={level() !== 'product'}>
            <p class="notice" role="status" data-testid="decide-level">
              {DECIDE.rolledUp(ITEM_LEVEL_NAMES[level()])}
            </p>
          </Show>
          <Show when={known()} fallback={<Nothing session={props.session} />}>
            {(found) => <Panel session={props.session} known={found} />}
          </Show>
        </section>
      )}
    </AnswerFrame>
  );
}

function Tabs(props: { readonly session: Session }): JSX.Element {
  const [tab, setTab] = props.session.decideView.tab;
  return (
    <div class="decide-tabs" role="group" aria-label={DECIDE.tabList}>
      <For each={DECIDE_TABS}>
        {(each) => (
          <button type="button" class="tab" aria-pressed={tab() === each} data-testid={`decide-${each}`} onClick={() => setTab(each)}>
            {DECIDE.tabs[each]}
          </button>
        )}
      </For>
    </div>
  );
}

function Panel(props: { readonly session: Session; readonly known: Accessor<{ estimates: Estimates; proposals: Proposals }> }): JSX.Element {
  const [tab] = props.session.decideView.tab;
  return (
    <Switch>
      <Match when={tab() === 'lines'}>
        <LinesPanel session={props.session} estimates={props.known().estimates} proposals={props.known().proposals} />
      </Match>
      <Match when={tab() === 'scenarios'}>
        <ScenarioPanel session={props.session} />
      </Match>
      <Match when={tab() === 'backtest'}>
        <BacktestPanel session={props.session} />
      </Match>
      <Match when={tab() === 'ledger'}>
        <LedgerPanel session={props.session} />
      </Match>
    </Switch>
  );
}

function Nothing(props: { readonly session: Session }): JSX.Element {
  const findings = props.session.decisions.findings;
  return (
    <Show
      when={findings().value !== null}
      fallback={
        <p class="empty late" role="status">
          {EMPTY.counting}
        </p>
      }
    >
      <p class="notice">{DECIDE.nothingDecided}</p>
    </Show>
  );
}
