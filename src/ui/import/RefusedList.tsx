import { For, type JSX, Show } from 'solid-js';
import type { FailureCode } from '../../core/failure.ts';
import { failureText } from '../../messages/failures.ts';
import { ENCODINGS, REFUSED } from '../../messages/import-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { RefusedJob } from '../../client/import-run.ts';
import type { Encoding } from '../../import/encoding.ts';

const CHOICES = Object.keys(ENCODINGS) as readonly Encoding[];

/** What reading a file in the wrong encoding can look like. */
const MAY_BE_MISREAD: readonly FailureCode[] = ['looks_binary', 'utf16_without_bom', 'unknown_layout', 'missing_columns', 'too_few_fields'];

interface RefusedListProps {
  readonly refused: readonly RefusedJob[];
  /** Asked to read the refused file at this place again. */
  onRetry(refused: number, encoding: Encoding): void;
}

/** Files that were refused whole, each with why and what to do. */
export function RefusedList(props: RefusedListProps): JSX.Element {
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
            {(file, place) => (
              <li data-testid="refused-file">
                <strong>{file.name}</strong>
                <span>{failureText(file.failure)}</span>
                <Show when={file.job !== null && MAY_BE_MISREAD.includes(file.failure.code)}>
                  <select
                    aria-label={REFUSED.retry}
                    onChange={(event) => {
                      const encoding = CHOICES.find((each) => each === event.currentTarget.value);
                      if (encoding !== undefined) props.onRetry(place(), encoding);
                    }}
                  >
                    <option value="">{REFUSED.retry}</option>
                    <For each={CHOICES}>{(encoding) => <option value={encoding}>{ENCODINGS[encoding]}</option>}</For>
                  </select>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
