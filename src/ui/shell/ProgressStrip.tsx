import { type JSX, Show } from 'solid-js';
import { PROGRESS } from '../../messages/import-texts.ts';
import { SHELL } from '../../messages/ja.ts';
import type { WorkbenchState } from '../../state/create-workbench.ts';

/** How far the import is, on every screen. */
export function ProgressStrip(props: { readonly workbench: WorkbenchState }): JSX.Element {
  const waits = (): boolean => props.workbench.queued() > 0 && props.workbench.engine().state === 'starting';
  return (
    <>
      <Show when={waits()}>
        <p class="progress-strip" role="status">
          {SHELL.waiting(props.workbench.queued())}
        </p>
      </Show>
      <Show when={props.workbench.progress()}>
        {(now) => (
          <section class="progress-strip" aria-label={PROGRESS.label} data-testid="import-progress" data-phase={now().phase}>
            <strong role="status">{PROGRESS.phases[now().phase]}</strong>
            <progress max={Math.max(1, now().bytes)} value={now().bytesDone} aria-label={PROGRESS.label} />
            <span class="figures-text">{PROGRESS.files(now().filesDone, now().files)}</span>
            <span class="figures-text">{PROGRESS.bytes(now().bytesDone, now().bytes)}</span>
            <span class="figures-text">{PROGRESS.records(now().records)}</span>
            <Show when={props.workbench.queued()}>{(files) => <span class="soft">{PROGRESS.queued(files())}</span>}</Show>
            <Show when={props.workbench.canCancel()}>
              <button type="button" data-testid="cancel-import" onClick={() => props.workbench.cancelImport()}>
                {PROGRESS.cancel}
              </button>
            </Show>
          </section>
        )}
      </Show>
    </>
  );
}
