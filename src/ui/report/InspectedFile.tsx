import { type JSX, Show } from 'solid-js';
import { INSPECTION } from '../../messages/paper-texts.ts';
import type { InspectionState } from '../../state/create-inspection.ts';
import { FileButton } from '../parts/FileButton.tsx';

/** Chooses the list of inspected claims, and tells what of it could not be read. */
export function InspectedFile(props: { readonly inspection: InspectionState }): JSX.Element {
  return (
    <p class="inspected-file">
      <FileButton
        label={INSPECTION.file}
        inputLabel={INSPECTION.fileLabel}
        testId="inspected-file"
        accept=".csv,.txt"
        onChoose={([file]) => void (file && props.inspection.take(file))}
      />
      <span role="status">
        <Show when={props.inspection.inspected().length}>{(lines) => INSPECTION.read(lines())}</Show>
        <Show when={props.inspection.unread().length}>
          <span class="warn-text"> {INSPECTION.unread(props.inspection.unread())}</span>
        </Show>
      </span>
    </p>
  );
}
