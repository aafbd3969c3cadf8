import { type JSX, Show, createEffect, on } from 'solid-js';
import { ERASED, SAFETY, timeText } from '../../messages/safety-texts.ts';
import { fileSize, grouped } from '../../messages/ja.ts';
import type { Erasure } from '../../state/create-erasure.ts';
import type { Session } from '../../state/create-session.ts';
import { totalsOf } from '../import/file-totals.ts';
import { ClearButton } from '../parts/ClearButton.tsx';
import { FieldLists } from './FieldLists.tsx';
import { NetworkReport } from './NetworkReport.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { StorageReport } from './StorageReport.tsx';
import '../parts/list.css';
import './safety.css';

/** 安全: what is loaded, what is never read, what the page asked the network for, what it keeps; and forgetting it. */
export function SafetyScreen(props: { readonly session: Session }): JSX.Element {
  const { workbench, requestLog } = props.session;
  createEffect(on(workbench.version, () => requestLog.refresh()));
  return (
    <div class="safety" data-testid="safety">
      <h1 class="unseen">{SAFETY.heading}</h1>
      <State session={props.session} />
      <FieldLists />
      <div class="safety-columns">
        <NetworkReport log={requestLog} />
        <StorageReport version={workbench.version()} />
      </div>
      <PolicyTable />
    </div>
  );
}

function State(props: { readonly session: Session }): JSX.Element {
  const loaded = () => props.session.workbench.loaded();
  const totals = () => totalsOf(loaded()?.files ?? []);
  const external = (): number => props.session.requestLog.requests().filter(({ kind }) => kind === 'elsewhere').length;
  return (
    <section aria-label={SAFETY.state}>
      <div class="table-bar">
        <h2>{SAFETY.state}</h2>
        <p class="soft table-note">{loaded() === null ? SAFETY.nothing : SAFETY.memory}</p>
        <ClearButton session={props.session} testId="safety-clear" />
      </div>
      <dl class="headline">
        <div class="external" classList={{ warned: external() > 0 }}>
          <dt>{SAFETY.external}</dt>
          <dd>
            <span class="headline-value" data-testid="external-requests">
              {String(external())}
            </span>
            <span class="headline-unit">{SAFETY.requestUnit}</span>
          </dd>
        </div>
        <Count title={SAFETY.files} value={grouped(loaded()?.files.length ?? 0)} />
        <Count title={SAFETY.records} value={grouped(totals().records)} />
        <Count title={SAFETY.applications} value={grouped(loaded()?.applications ?? 0)} unit={SAFETY.applicationUnit} />
        <Count title={SAFETY.size} value={fileSize(totals().bytes)} />
      </dl>
      <div role="status">
        <Show when={props.session.lastErasure()}>{(erasure) => <Erased erasure={erasure()} />}</Show>
      </div>
    </section>
  );
}

function Count(props: { readonly title: string; readonly value: string; readonly unit?: string }): JSX.Element {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>
        <span class="headline-value">{props.value}</span>
        <span class="headline-unit">{props.unit}</span>
      </dd>
    </div>
  );
}

function Erased(props: { readonly erasure: Erasure }): JSX.Element {
  return (
    <p class="notice erased" data-testid="safety-erased">
      <strong>{ERASED.done(timeText(props.erasure.at), props.erasure.files, props.erasure.records)}</strong>{' '}
      <Show when={props.erasure.refused}>{(refused) => ERASED.refused(refused())}</Show> {ERASED.note}
    </p>
  );
}
