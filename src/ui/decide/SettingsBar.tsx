import { type JSX, Show, createSignal, onCleanup, onMount } from 'solid-js';
import { DECIDE } from '../../messages/decide-screen-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { isComposing, takesText } from '../parts/keys.ts';
import { saveFile } from '../parts/save-file.ts';

const FILE_NAME = 'saishinsa-settings.json';

/** Undo and redo, and the file that keeps settings and decisions between two sittings. */
export function SettingsBar(props: { readonly session: Session }): JSX.Element {
  const { decisions } = props.session;
  const { settings } = decisions;
  const { isAnonymised } = props.session.report;
  const [isLoaded, setLoaded] = createSignal(false);
  let input!: HTMLInputElement;

  async function load(file: File | undefined): Promise<void> {
    setLoaded(false);
    if (file !== undefined) setLoaded(decisions.load(await file.text()).ok);
    // So that choosing the same file once more is a change again.
    input.value = '';
  }

  function undoByKey(event: KeyboardEvent): void {
    if (isComposing(event) || takesText(event.target) || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) settings.redo();
    else settings.undo();
  }
  onMount(() => {
    addEventListener('keydown', undoByKey);
    onCleanup(() => removeEventListener('keydown', undoByKey));
  });

  return (
    <div class="settings-bar" role="group" aria-label={DECIDE.settings}>
      <button type="button" data-testid="undo" title="Ctrl+Z" disabled={!settings.canUndo()} onClick={() => settings.undo()}>
        {DECIDE.undo}
      </button>
      <button type="button" data-testid="redo" title="Ctrl+Y" disabled={!settings.canRedo()} onClick={() => settings.redo()}>
        {DECIDE.redo}
      </button>
      <button type="button" onClick={() => input.click()}>
        {DECIDE.load}
      </button>
      <button
        type="button"
        data-testid="save-settings"
        disabled={isAnonymised()}
        title={isAnonymised() ? DECIDE.settingsWithheld : undefined}
        onClick={() => saveFile(FILE_NAME, decisions.settingsText())}
      >
        {DECIDE.save}
      </button>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept=".json"
        tabIndex={-1}
        aria-label={DECIDE.load}
        data-testid="settings-input"
        onChange={(event) => void load(event.currentTarget.files?.[0])}
      />
      <Show when={decisions.refusal()} fallback={<span class="soft" role="status">{isAnonymised() ? DECIDE.settingsWithheld : isLoaded() ? DECIDE.loaded : ''}</span>}>
        {(refusal) => <FailureNotice failure={refusal()} />}
      </Show>
    </div>
  );
}
