import { type JSX, Show } from 'solid-js';
import { INSPECTION } from '../../messages/paper-texts.ts';
import type { InspectionState } from '../../state/create-inspection.ts';

/** Chooses the list of inspected claims, and tells what of it could not be read. */
export function InspectedFile(props: { readonly inspection: InspectionState }): JSX.Element {
  function take(event: Event & { readonly currentTarget: HTMLInputElement }): void {
    const [file] = event.currentTarget.files ?? [];
    if (file !== undefined) void props.inspection.take(file);
    event.currentTarget.value = '';
  }
  return (
    <p class="inspected-file">
      <label>
        {INSPECTION.file} <input type="file" accept=".csv,.txt" data-testid="inspected-file" aria-label={INSPECTION.fileLabel} onChange={take} />
      </label>
      <span role="status">
        <Show when={props.inspection.inspected().length}>{(lines) => INSPECTION.read(lines())}</Show>
        <Show when={props.inspection.unread().length}>
          <span class="warn-text"> {INSPECTION.unread(props.inspection.unread())}</span>
        </Show>
      </span>
    </p>
  );
}
