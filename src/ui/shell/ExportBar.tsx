import { For, type JSX, Show, createEffect, createSignal, on } from 'solid-js';
import type { Failure } from '../../core/failure.ts';
import { failureText } from '../../messages/failures.ts';
import { EXPORTING } from '../../messages/ja.ts';
import { EXPORTS, type ExportName } from '../../state/create-exports.ts';
import type { Session } from '../../state/create-session.ts';
import { saveFile } from '../parts/save-file.ts';

/** The files one can save, on every screen. */
export function ExportBar(props: { readonly session: Session }): JSX.Element {
  const [saving, setSaving] = createSignal<ExportName | null>(null);
  const [saved, setSaved] = createSignal<ExportName | null>(null);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const loaded = props.session.workbench.loaded;
  createEffect(
    on(props.session.workbench.version, () => {
      setSaved(null);
      setFailure(null);
    }),
  );

  async function save(name: ExportName): Promise<void> {
    setSaved(null);
    setFailure(null);
    setSaving(name);
    const text = await props.session.exportText(name);
    setSaving(null);
    if (text.ok) {
      saveFile(name, text.value);
      setSaved(name);
    } else setFailure(text.failure);
  }

  const told = (): string => {
    const [now, before] = [saving(), saved()];
    if (now !== null) return EXPORTING.saving(now);
    return before === null ? '' : EXPORTING.saved(before);
  };
  return (
    <footer class="exports" aria-label={EXPORTING.heading}>
      <span class="exports-heading">{EXPORTING.heading}</span>
      <For each={EXPORTS}>
        {(name) => (
          <button
            type="button"
            class="export"
            data-testid={`export-${name}`}
            title={isAboutImport(name) ? EXPORTING.hintImport(name) : EXPORTING.hint(name)}
            disabled={loaded() === null || saving() !== null}
            onClick={() => void save(name)}
          >
            {EXPORTING.names[name]} <span class="export-file">{name}</span>
          </button>
        )}
      </For>
      <Show when={failure()} fallback={<span class="soft export-status" role="status">{told()}</span>}>
        {(why) => (
          <span class="warn-text" role="alert">
            {failureText(why())}
          </span>
        )}
      </Show>
    </footer>
  );
}

/** These tell of everything loaded; the others of what is in scope. */
function isAboutImport(name: ExportName): boolean {
  return name === 'recognised.csv' || name === 'rejected.csv' || name === 'import.json';
}
