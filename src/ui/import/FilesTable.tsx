import { For, type JSX, Show, createMemo } from 'solid-js';
import { byCodePoints } from '../../core/text.ts';
import { FILES, FILE_DIALOG, IMPORTED } from '../../messages/import-texts.ts';
import { fileSize, grouped } from '../../messages/ja.ts';
import type { FileCounts } from '../../records/describe.ts';
import type { FingerprintsState } from '../../state/create-fingerprints.ts';
import { createSort, sortedBy } from '../parts/create-sort.ts';
import { SortHead } from '../parts/SortHead.tsx';
import { totalsOf } from './file-totals.ts';

type FileColumn = keyof typeof FILES.heads | 'order';

const TEXTS = ['name', 'encoding', 'newline', 'header', 'sha256'] as const;
const NUMBERS = ['bytes', 'records', 'loaded', 'quarantined', 'duplicates', 'superseded', 'continued', 'blank'] as const;
const SHORT_SHA = 8;

interface FilesTableProps {
  /** In load order. */
  readonly files: readonly FileCounts[];
  readonly fingerprints: Pick<FingerprintsState, 'all' | 'isTaking'>;
  /** Asked to show the file at this place in load order. */
  onOpen(file: number): void;
}

/** Every file with its counts; the heads read as the equation they hold. */
export function FilesTable(props: FilesTableProps): JSX.Element {
  const sort = createSort<FileColumn>({ key: 'order', isDescending: false });
  const totals = createMemo(() => totalsOf(props.files));
  const sha256 = (file: FileCounts): string | null => props.fingerprints.all()[props.files.indexOf(file)] ?? null;
  const rows = createMemo(() => {
    const { key, isDescending } = sort.sorting();
    if (key === 'order') return props.files;
    const number = NUMBERS.find((each) => each === key);
    if (number !== undefined) return sortedBy(props.files, (file) => file[number], (a, b) => a - b, isDescending);
    const text = key === 'sha256' ? (file: FileCounts) => sha256(file) ?? '' : (file: FileCounts) => textOf(file, key);
    return sortedBy(props.files, text, byCodePoints, isDescending);
  });
  return (
    <section aria-label={FILES.heading}>
      <div class="table-bar">
        <h2>{FILES.heading}</h2>
      </div>
      <div class="list-frame files-frame">
        <table class="list files" data-testid="files">
          <thead>
            <tr>
              <For each={TEXTS}>
                {(key) => <SortHead column={key} title={FILES.heads[key]} class={key} startsDescending={false} sort={sort} />}
              </For>
              <For each={NUMBERS}>
                {(key) => (
                  <SortHead
                    column={key}
                    title={FILES.heads[key]}
                    meaning={key === 'bytes' ? undefined : IMPORTED.meanings[key]}
                    class={`number ${key}`}
                    startsDescending
                    sort={sort}
                  />
                )}
              </For>
              <SortHead column="notes" title={FILES.heads.notes} class="notes" startsDescending sort={sort} />
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(file) => (
                <tr data-testid="file-row">
                  <th scope="row" class="name">
                    <button
                      type="button"
                      class="file-name"
                      title={FILE_DIALOG.open(file.name)}
                      onClick={() => props.onOpen(props.files.indexOf(file))}
                    >
                      {file.name}
                    </button>
                  </th>
                  <td>{textOf(file, 'encoding')}</td>
                  <td>{textOf(file, 'newline')}</td>
                  <td>{textOf(file, 'header')}</td>
                  <FingerprintCell sha256={sha256(file)} isTaking={props.fingerprints.isTaking()} />
                  <td class="number bytes">{fileSize(file.bytes)}</td>
                  <For each={NUMBERS.slice(1)}>{(key) => <td class={`number ${key}`}>{grouped(file[key])}</td>}</For>
                  <td class="notes">{textOf(file, 'notes')}</td>
                </tr>
              )}
            </For>
          </tbody>
          <tfoot>
            <tr data-testid="files-total">
              <th scope="row" colSpan={TEXTS.length}>
                {FILES.total(props.files.length)}
              </th>
              <td class="number bytes">{fileSize(totals().bytes)}</td>
              <For each={NUMBERS.slice(1)}>{(key) => <td class={`number ${key}`}>{grouped(totals()[key])}</td>}</For>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function FingerprintCell(props: { readonly sha256: string | null; readonly isTaking: boolean }): JSX.Element {
  return (
    <Show
      when={props.sha256}
      fallback={
        <td class="soft" title={props.isTaking ? undefined : FILES.noFingerprintWhy}>
          {props.isTaking ? FILES.takingFingerprint : FILES.noFingerprint}
        </td>
      }
    >
      {(sha256) => (
        <td class="sha256" title={sha256()}>
          {sha256().slice(0, SHORT_SHA)}
        </td>
      )}
    </Show>
  );
}

function textOf(file: FileCounts, key: FileColumn): string {
  switch (key) {
    case 'encoding':
      return FILES.encoding(file.encoding);
    case 'newline':
      return FILES.newline(file.newline);
    case 'header':
      return FILES.header(file.header);
    case 'notes':
      return notesOf(file).join('、');
    default:
      return file.name;
  }
}

function notesOf(file: FileCounts): readonly string[] {
  return [
    ...(file.extraFields > 0 ? [FILES.extraFields(file.extraFields)] : []),
    ...(file.reordered ? [FILES.reordered] : []),
    ...(file.records === 0 ? [FILES.noRecords] : []),
  ];
}
