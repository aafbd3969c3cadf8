import { For, type JSX, Show, createMemo } from 'solid-js';
import { fieldAt } from '../../layout/fields.ts';
import { ENCODINGS, FILE_DIALOG, FILES } from '../../messages/import-texts.ts';
import type { Encoding } from '../../import/encoding.ts';
import type { MemberRecord } from '../../metrics/members.ts';
import type { FileCounts } from '../../records/describe.ts';
import type { Session } from '../../state/create-session.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';

const AUTOMATIC = 'auto';
const CHOICES = Object.keys(ENCODINGS) as readonly Encoding[];

interface FileDialogProps {
  readonly session: Session;
  /** Place of the file in load order; null while closed. */
  readonly file: number | null;
  onClose(): void;
}

/** How one file was read, with its first records; reading it in another encoding, or taking it out. */
export function FileDialog(props: FileDialogProps): JSX.Element {
  const { workbench } = props.session;
  const counts = (): FileCounts | undefined => (props.file === null ? undefined : workbench.loaded()?.files[props.file]);
  const head = props.session.firstRecords(() => props.file);
  const chosen = (): Encoding | null => workbench.jobs()[props.file ?? -1]?.encoding ?? null;
  const isBusy = (): boolean => workbench.progress() !== null;

  function reread(value: string): void {
    if (props.file === null) return;
    workbench.reread(props.file, CHOICES.find((each) => each === value) ?? null);
  }
  function remove(): void {
    if (props.file === null) return;
    workbench.remove(props.file);
    props.onClose();
  }
  return (
    <Dialog isOpen={counts() !== undefined} heading={counts()?.name ?? ''} isLarge onClose={() => props.onClose()}>
      <div class="file-dialog" data-testid="file-dialog">
        <div class="file-choices">
          <label class="field">
            <span>{FILE_DIALOG.encoding}</span>
            <select data-testid="file-encoding" disabled={isBusy()} value={chosen() ?? AUTOMATIC} onChange={(event) => reread(event.currentTarget.value)}>
              <option value={AUTOMATIC}>{FILE_DIALOG.automatic(FILES.encoding(counts()?.encoding ?? 'cp932'))}</option>
              <For each={CHOICES}>{(encoding) => <option value={encoding}>{FILES.encoding(encoding)}</option>}</For>
            </select>
          </label>
          <p class="soft">{FILE_DIALOG.encodingNote}</p>
          <button type="button" class="danger" data-testid="file-remove" disabled={isBusy()} onClick={remove}>
            {FILE_DIALOG.remove}
          </button>
        </div>
        <h3>{FILE_DIALOG.first}</h3>
        <Show when={(head().value?.length ?? 0) > 0} fallback={<p class="soft">{FILE_DIALOG.none}</p>}>
          <FirstRecords records={head().value ?? []} />
        </Show>
      </div>
    </Dialog>
  );
}

/** Field by field, the records beside one another; fields that none of them fills are left out. */
function FirstRecords(props: { readonly records: readonly MemberRecord[] }): JSX.Element {
  const fields = createMemo(() => {
    const filled = new Set(props.records.flatMap((record) => Object.keys(record.values).map(Number)));
    return [...filled].toSorted((a, b) => a - b);
  });
  return (
    <div class="list-frame" tabIndex={0} role="region" aria-label={FILE_DIALOG.first}>
      <table class="list first-records" data-testid="first-records">
        <thead>
          <tr>
            <th scope="col">{FILE_DIALOG.field}</th>
            <For each={props.records}>{(record) => <th scope="col">{FILE_DIALOG.line(record.line)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={fields()}>
            {(field) => (
              <tr>
                <th scope="row">
                  {field} {fieldAt(field).name}
                </th>
                <For each={props.records}>{(record) => <td>{withoutGaiji(record.values[field] ?? '')}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
