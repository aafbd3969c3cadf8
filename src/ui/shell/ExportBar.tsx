import { For, type JSX, Show, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';
import { type Failure, failure as fail } from '../../core/failure.ts';
import type { Outcome } from '../../core/outcome.ts';
import { failureText } from '../../messages/failures.ts';
import { EXPORTING } from '../../messages/ja.ts';
import type { SavedFiles } from '../../report/saved-files.ts';
import { EXPORTS, type ExportName, isTableFile } from '../../state/create-exports.ts';
import type { Session } from '../../state/create-session.ts';
import { saveFile, saveParts } from '../parts/save-file.ts';
import { WorkbookButton } from '../report/WorkbookButton.tsx';
import { isCopyable } from './copyable.ts';

/** The files one can save, on every screen. */
export function ExportBar(props: { readonly session: Session }): JSX.Element {
  const [saving, setSaving] = createSignal<string | null>(null);
  const [saved, setSaved] = createSignal('');
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const loaded = props.session.workbench.loaded;
  createEffect(
    on([props.session.workbench.version, props.session.report.isAnonymised], () => {
      setSaved('');
      setFailure(null);
    }),
  );

  async function save(name: string, make: () => Promise<Outcome<SavedFiles>>): Promise<void> {
    setSaved('');
    setFailure(null);
    setSaving(name);
    const made = await make();
    if (made.ok) await saveAll(made.value);
    setSaving(null);
    if (!made.ok) {
      setFailure(made.failure);
      return;
    }
    setSaved(toldOf(name, made.value));
  }

  async function saveAll({ files }: SavedFiles): Promise<void> {
    for (const { name, content } of files) {
      if (content instanceof Uint8Array) saveFile(name, content);
      else await saveParts(name, content);
    }
  }

  function refuseCopy(event: ClipboardEvent): void {
    if (!props.session.report.isAnonymised() || isCopyable(event.target)) return;
    event.preventDefault();
    setFailure(fail('not_anonymised'));
  }
  onMount(() => {
    document.addEventListener('copy', refuseCopy);
    onCleanup(() => document.removeEventListener('copy', refuseCopy));
  });

  const setting = () => props.session.report.setting();
  const isWithheld = (name: ExportName): boolean => props.session.report.isAnonymised() && !isTableFile(name);
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
            onClick={() => void save(name, () => props.session.exports.file(name))}
          >
            {EXPORTING.names[name]} <span class="export-file">{name}</span>
          </button>
        )}
      </For>
      <button
        type="button"
        class="export"
        data-testid="export-all"
        title={EXPORTING.hintAll(props.session.report.isAnonymised())}
        disabled={loaded() === null || saving() !== null}
        onClick={() => void save(EXPORTING.zip, () => props.session.exports.zip(EXPORTING.zip))}
      >
        {EXPORTING.all} <span class="export-file">{EXPORTING.zip}</span>
      </button>
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
  return name === 'recognised.csv' || name === 'rejected.csv' || name === 'import.json';
}

function toldOf(name: string, { unencodable }: SavedFiles): string {
  if (unencodable.length === 0) return EXPORTING.saved(name);
  const signs = [...new Set(unencodable.map(({ character }) => character))].slice(0, 5).join('');
  return EXPORTING.unencodable(name, unencodable.length, signs);
}
