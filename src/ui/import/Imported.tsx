import { For, type JSX, Show, createMemo } from 'solid-js';
import { IMPORTED } from '../../messages/import-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { Axis } from '../../metrics/scope.ts';
import type { Loaded } from '../../records/loaded.ts';
import type { Session } from '../../state/create-session.ts';
import { ClearButton } from '../parts/ClearButton.tsx';
import { totalsOf } from './file-totals.ts';

const EQUATION = ['records', 'loaded', 'quarantined', 'duplicates', 'superseded'] as const;
/** What stands before each term. */
const SIGNS = { records: '', loaded: '=', quarantined: '+', duplicates: '+', superseded: '+' } as const;

interface ImportedProps {
  readonly session: Session;
  readonly loaded: Loaded;
}

/** Every record accounted for, over all files; and the way to forget them all. */
export function Imported(props: ImportedProps): JSX.Element {
  const totals = createMemo(() => totalsOf(props.loaded.files));
  return (
    <section aria-label={IMPORTED.heading} data-testid="imported">
      <div class="table-bar">
        <h2>{IMPORTED.heading}</h2>
        <p class="soft table-note">
          <Months axis="request" months={props.loaded.requestMonths} />
          <Months axis="result" months={props.loaded.resultMonths} />
        </p>
        <ClearButton session={props.session} testId="clear" />
      </div>
      <dl class="headline sum">
        <div>
          <dt>{IMPORTED.files}</dt>
          <dd>
            <span class="headline-value" data-testid="count-files">
              {grouped(props.loaded.files.length)}
            </span>
          </dd>
        </div>
        <For each={EQUATION}>
          {(tally) => (
            <div data-sign={SIGNS[tally]}>
              <dt title={IMPORTED.meanings[tally]}>{IMPORTED.equation[tally]}</dt>
              <dd>
                <span class="headline-value" data-testid={`count-${tally}`}>
                  {grouped(totals()[tally])}
                </span>
                <Show when={tally === 'loaded' && totals().continued > 0}>
                  <small title={IMPORTED.meanings.continued}>{`${IMPORTED.continued} ${grouped(totals().continued)}`}</small>
                </Show>
                <Show when={tally === 'records' && totals().blank > 0}>
                  <small title={IMPORTED.meanings.blank}>{`${IMPORTED.blank} ${grouped(totals().blank)}`}</small>
                </Show>
              </dd>
            </div>
          )}
        </For>
        <div class="apart">
          <dt>{IMPORTED.applications}</dt>
          <dd>
            <span class="headline-value" data-testid="count-applications">
              {grouped(props.loaded.applications)}
            </span>
            <span class="headline-unit">{IMPORTED.applicationUnit}</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Months(props: { readonly axis: Axis; readonly months: readonly number[] }): JSX.Element {
  return (
    <Show when={props.months[0]}>
      {(first) => <span class="months">{IMPORTED.months(props.axis, first(), props.months.at(-1) ?? first())}</span>}
    </Show>
  );
}
