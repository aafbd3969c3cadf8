import { For, type JSX, Show } from 'solid-js';
import { warningText } from '../../messages/failures.ts';
import { WARNINGS_LIST } from '../../messages/import-texts.ts';
import type { Loaded, Warning } from '../../records/loaded.ts';
import type { Session } from '../../state/create-session.ts';

/** What is loaded but should be looked at. */
export function WarningList(props: { readonly session: Session; readonly loaded: Loaded }): JSX.Element {
  // A grain that was chosen is no assumption.
  const warnings = (): readonly Warning[] => {
    const isChosen = props.session.viewState.view().choices.grain !== 'auto';
    return props.loaded.warnings.filter(({ code }) => !isChosen || code !== 'few_for_grain');
  };
  return (
    <section class="warnings" aria-label={WARNINGS_LIST.heading} data-testid="warnings">
      <div class="table-bar">
        <h2>{WARNINGS_LIST.heading}</h2>
      </div>
      <Show when={warnings().length > 0} fallback={<p class="soft">{WARNINGS_LIST.none}</p>}>
        <ul class="reasons">
          <For each={warnings()}>
            {(warning) => (
              <li data-testid={`warning-${warning.code}`}>
                <span>{warningText(warning.code, warning.count)}</span>
                <Show when={warning.example}>{(place) => <small>{WARNINGS_LIST.example(place())}</small>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
