import { For, type JSX, Show, createSignal } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { NETWORK, SELF_TEST, timeText } from '../../messages/safety-texts.ts';
import type { PageRequest, RequestLog } from '../../state/create-request-log.ts';
import { REQUEST_KINDS, type RequestKind } from '../../state/request-kinds.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { type ForeignFetch, tryForeignFetch } from './foreign-fetch.ts';

/** What the page asked for since it was opened, and the proof that it cannot ask elsewhere. */
export function NetworkReport(props: { readonly log: RequestLog }): JSX.Element {
  const ofKind = (kind: RequestKind): readonly PageRequest[] => props.log.requests().filter((request) => request.kind === kind);
  const shown = (): readonly RequestKind[] => REQUEST_KINDS.filter((kind) => kind !== 'extension' || ofKind(kind).length > 0);
  const isWarned = (): boolean => ofKind('elsewhere').length > 0;
  return (
    <section aria-label={NETWORK.heading} data-testid="network" classList={{ warned: isWarned() }}>
      <div class="table-bar">
        <h2>{NETWORK.heading}</h2>
        <p class="soft table-note">{NETWORK.since(timeText(props.log.since))}</p>
      </div>
      <Show when={isWarned()}>
        <p class="notice warn" role="alert">
          {NETWORK.warning}
        </p>
      </Show>
      <ListTable heads={[NETWORK.heads.kind, [NETWORK.heads.count, 'number'], NETWORK.heads.detail]}>
        <For each={shown()}>
          {(kind) => (
            <tr data-testid="requests" data-kind={kind}>
              <th scope="row">{NETWORK.kinds[kind]}</th>
              <td class="number">{grouped(ofKind(kind).length)}</td>
              <td class="value">{detailOf(kind, ofKind(kind))}</td>
            </tr>
          )}
        </For>
        <tr data-testid="refusals">
          <th scope="row">{NETWORK.refused}</th>
          <td class="number">{grouped(props.log.refusals().length)}</td>
          <td class="value">
            {listed(props.log.refusals().map(({ address, directive }) => NETWORK.refusal(address, directive)))}
          </td>
        </tr>
      </ListTable>
      <p class="safety-note">{NETWORK.reach}</p>
      <SelfTest />
    </section>
  );
}

function SelfTest(): JSX.Element {
  const [isRunning, setRunning] = createSignal(false);
  const [told, setTold] = createSignal<{ readonly at: Date; readonly fetched: ForeignFetch } | null>(null);

  async function run(): Promise<void> {
    setTold(null);
    setRunning(true);
    const fetched = await tryForeignFetch();
    setRunning(false);
    setTold({ at: new Date(), fetched });
  }
  return (
    <div class="self-test">
      <button type="button" data-testid="safety-self-test" disabled={isRunning()} onClick={() => void run()}>
        {SELF_TEST.button}
      </button>
      <p class="soft">{SELF_TEST.meaning}</p>
      <div class="self-test-result" role="status">
        <Show when={isRunning()}>
          <p class="late soft">{SELF_TEST.running}</p>
        </Show>
        <Show when={told()}>
          {(now) => (
            <p
              class="notice"
              classList={{ warn: now().fetched.result !== 'refused' }}
              data-testid="safety-self-test-result"
              data-result={now().fetched.result}
            >
              {resultText(now().fetched, timeText(now().at))}
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}

function resultText(fetched: ForeignFetch, time: string): string {
  switch (fetched.result) {
    case 'refused':
      return SELF_TEST.refused(time, fetched.directive);
    case 'failed':
      return SELF_TEST.failed(time);
    case 'reached':
      return SELF_TEST.reached(time);
  }
}

function detailOf(kind: RequestKind, requests: readonly PageRequest[]): string {
  if (requests.length > 0 && (kind === 'page' || kind === 'inside')) return NETWORK.details[kind];
  return listed(requests.map(({ name }) => name));
}

/** Each once. */
function listed(names: readonly string[]): string {
  return names.length === 0 ? NETWORK.details.none : [...new Set(names)].join('、');
}
