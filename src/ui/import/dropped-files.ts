import type { ChosenFile } from '../../client/import-run.ts';
import { byCodePoints } from '../../core/text.ts';

export interface Dropped {
  readonly files: readonly ChosenFile[];
  /** Folders the browser did not open. */
  readonly unread: readonly string[];
}

/** What an operating system leaves in folders. */
const SYSTEM_FILE = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/iu;

/** Files of a folder, in the order of their paths, without those of the operating system. */
export function filesOfFolder(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return files.filter(({ name }) => !SYSTEM_FILE.test(name)).toSorted((a, b) => byCodePoints(a.name, b.name));
}

/** The files dropped, and those in the folders dropped. To be called while the drop event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const parts = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: ChosenFile[] = [];
  const unread: string[] = [];
  for (const { entry, file } of parts) {
    if (entry instanceof FileSystemDirectoryEntry) {
      const inside = await filesUnder(entry);
      if (inside === null) unread.push(entry.name);
      else files.push(...filesOfFolder(inside));
    } else if (file !== null) files.push({ name: file.name, file });
  }
  return { files, unread };
}

/** All files under a folder, with their paths; null where the browser does not give them. */
async function filesUnder(folder: FileSystemDirectoryEntry): Promise<ChosenFile[] | null> {
  try {
    const files: ChosenFile[] = [];
    for (const entry of await entriesOf(folder)) {
      if (entry instanceof FileSystemDirectoryEntry) {
        const inside = await filesUnder(entry);
        if (inside === null) return null;
        files.push(...inside);
      } else if (entry instanceof FileSystemFileEntry) {
        const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
        files.push({ name: entry.fullPath.replace(/^\//u, ''), file });
      }
    }
    return files;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** A folder is told in parts of some hundred entries; an empty part is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}
