import { type Accessor, createSignal } from 'solid-js';
import type { ChosenFile } from '../../protocol/reader.ts';
import type { WorkbenchState } from '../../state/create-workbench.ts';
import { droppedFiles, filesOfFolder } from './dropped-files.ts';

/** The ways files come in: dialogs, and dropping them anywhere on the page. */
export interface Intake {
  /** Whether files are held over the page. */
  readonly isDragging: Accessor<boolean>;
  /** Names of dropped folders that could not be opened. */
  readonly unread: Accessor<readonly string[]>;
  /** Whether nothing was found in what was dropped last. */
  readonly isNothing: Accessor<boolean>;
  fileInput(input: HTMLInputElement): void;
  folderInput(input: HTMLInputElement): void;
  take(files: readonly File[]): void;
  chooseFiles(): void;
  chooseFolder(): void;
  /** @returns what ends it */
  listenTo(page: Window): () => void;
}

export function createIntake(workbench: WorkbenchState): Intake {
  const [isDragging, setDragging] = createSignal(false);
  const [unread, setUnread] = createSignal<readonly string[]>([]);
  const [isNothing, setNothing] = createSignal(false);
  let files: HTMLInputElement | undefined;
  let folder: HTMLInputElement | undefined;

  function add(chosen: readonly ChosenFile[]): void {
    setUnread([]);
    setNothing(false);
    workbench.addFiles(chosen);
  }

  // A browser opens a file that is dropped beside any target, and all that is loaded would be gone.
  // What a part of the page answered itself is its own.
  function over(event: DragEvent): void {
    if (event.defaultPrevented) setDragging(false);
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setDragging(true);
  }

  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) setDragging(false);
  }

  async function drop(event: DragEvent): Promise<void> {
    setDragging(false);
    if (event.defaultPrevented) return;
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    const dropped = await droppedFiles(event.dataTransfer);
    add(dropped.files);
    setUnread(dropped.unread);
    setNothing(dropped.files.length === 0 && dropped.unread.length === 0);
  }

  return {
    isDragging,
    unread,
    isNothing,
    fileInput: (input) => (files = input),
    folderInput: (input) => (folder = input),
    take: (chosen) => add(inOrder(chosen)),
    chooseFiles: () => files?.click(),
    chooseFolder: () => folder?.click(),
    listenTo(page) {
      const dropping = (event: DragEvent): void => void drop(event);
      page.addEventListener('dragover', over);
      page.addEventListener('dragleave', leave);
      page.addEventListener('drop', dropping);
      return () => {
        page.removeEventListener('dragover', over);
        page.removeEventListener('dragleave', leave);
        page.removeEventListener('drop', dropping);
      };
    },
  };
}

/** Files of a folder come in any order: theirs is that of their paths. Chosen files keep the order of the choice. */
function inOrder(chosen: readonly File[]): readonly ChosenFile[] {
  const isFolder = chosen.some((file) => file.webkitRelativePath !== '');
  const named = chosen.map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));
  return isFolder ? filesOfFolder(named) : named;
}
