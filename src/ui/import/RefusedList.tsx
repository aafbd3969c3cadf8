import { For, type JSX, Show } from 'solid-js';
import { failureText } from '../../messages/failures.ts';
import { REFUSED } from '../../messages/import-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { RefusedFile } from '../../report/import-files.ts';

/** Files that were refused whole, each with why and what to do. */
export function RefusedList(props: { readonly refused: readonly RefusedFile[] }): JSX.Element {
  return (
    <Show when={props.refused.length > 0}>
      <section class="warned" aria-label={REFUSED.heading} data-testid="refused">
        <div class="table-bar">
          <h2>
            {REFUSED.heading} <span class="figures-text">{grouped(props.refused.length)}</span>
          </h2>
          <p class="soft table-note">{REFUSED.note}</p>
        </div>
        <ul class="reasons" tabIndex={0}>
          <For each={props.refused}>
            {(file) => (
              <li data-testid="refused-file">
                <strong>{file.name}</strong>
                <span>{failureText(file.failure)}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
