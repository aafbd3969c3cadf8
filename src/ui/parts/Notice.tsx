import { type JSX, Show } from 'solid-js';
import { failureText } from '../../messages/failures.ts';
import type { Failure } from '../../core/failure.ts';

/** What happened, why, and what to do. */
export function FailureNotice(props: { readonly failure: Failure | null }): JSX.Element {
  return (
    <Show when={props.failure}>
      {(failure) => (
        <p class="notice" classList={{ warn: failure().code !== 'cancelled' }} role="alert">
          {failureText(failure())}
        </p>
      )}
    </Show>
  );
}
