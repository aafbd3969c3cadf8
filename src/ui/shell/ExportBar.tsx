import { For, type JSX, Show, createEffect, createSignal, on } from 'solid-js';
import type { Failure } from '../../core/failure.ts';
import { failureText } from '../../messages/failures.ts';
import { EXPORTING } from '../../messages/ja.ts';
import { encodeCp932, unencodableFile } from '../../report/cp932.ts';
import { EXPORTS, type ExportName, isTableFile } from '../../state/create-exports.ts';
import type { Session } from '../../state/create-session.ts';
import { WorkbookButton } from '../report/WorkbookButton.tsx';
import { saveFile } from './save-file.ts';

/** The files one can save, on every screen. */
export function ExportBar(props: { readonly session: Session }): JSX.Element {
  const [saving, setSaving] = createSignal<ExportName | null>(null);
  const [saved, setSaved] = createSignal('');
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const loaded = props.session.workbench.loaded;
  createEffect(
    on(props.session.workbench.version, () => {
      setSaved('');
      setFailure(null);
    }),
  );

  async function save(name: ExportName): Promise<void> {
    setSaved('');
    setFailure(null);
    setSaving(name);
    const text = await props.session.exportText(name);
    setSaving(null);
    if (text.ok) {
      setSaved(write(name, text.value));
    } else setFailure(text.failure);
  }

  /** Saves the file in the chosen encoding. @returns what is to be told of it */
  function write(name: ExportName, text: string): string {
    if (setting().encoding === 'utf-8' || !name.endsWith('.csv')) {
      saveFile(name, text);
      return EXPORTING.saved(name);
    }
    const { bytes, unencodable } = encodeCp932(text);
    saveFile(name, bytes);
    if (unencodable.length === 0) return EXPORTING.saved(name);
    saveFile(EXPORTING.unencodableFile(name), unencodableFile(name, unencodable));
    const signs = [...new Set(unencodable.map(({ character }) => character))].slice(0, 5).join('');
    return EXPORTING.unencodable(name, unencodable.length, signs);
  }

  const setting = () => props.session.report.setting();
  const isWithheld = (name: ExportName): boolean => setting().least !== null && !isTableFile(name);
  const told = (): string => {
    const now = saving();
    return now === null ? saved() : EXPORTING.saving(now);
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
            title={isWithheld(name) ? EXPORTING.withheld : isAboutImport(name) ? EXPORTING.hintImport(name) : EXPORTING.hint(name)}
            disabled={loaded() === null || saving() !== null || isWithheld(name)}
            onClick={() => void save(name)}
          >
            {EXPORTING.names[name]} <span class="export-file">{name}</span>
          </button>
        )}
      </For>
      <WorkbookButton session={props.session} testId="export-report.xlsx" />
      <Show when={EXPORTING.setting(setting().least, setting().encoding === 'cp932')}>
        {(words) => (
          <span class="export-setting" data-testid="export-setting">
            {words()}
          </span>
        )}
      </Show>
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
  return name === 'rejected.csv' || name === 'import.json';
}
