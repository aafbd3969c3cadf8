import type { JSX } from 'solid-js';
import { SHELL } from '../../messages/ja.ts';
import type { Intake } from '../import/create-intake.ts';

/** The page's file dialogs. They are there on every screen and not seen; buttons and dropped files lead to them. */
export function FileInputs(props: { readonly intake: Intake }): JSX.Element {
  function take(event: Event & { readonly currentTarget: HTMLInputElement }): void {
    const input = event.currentTarget;
    props.intake.take([...(input.files ?? [])]);
    // So that choosing the same file once more is a change again.
    input.value = '';
  }
  return (
    <div class="unseen" role="region" aria-label={SHELL.files}>
      <input
        ref={(input) => props.intake.fileInput(input)}
        type="file"
        multiple
        accept=".csv,.txt,.zip"
        tabIndex={-1}
        aria-label={SHELL.fileInput}
        data-testid="file-input"
        onChange={take}
      />
      <input
        ref={(input) => {
          input.webkitdirectory = true;
          props.intake.folderInput(input);
        }}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={SHELL.folderInput}
        data-testid="folder-input"
        onChange={take}
      />
    </div>
  );
}
