import type { ChosenFile } from '../../protocol/reader.ts';
import { byCodePoints } from '../../core/text.ts';

export interface Dropped {
  readonly files: readonly ChosenFile[];
  /** Folders the browser did not open. */
  readonly unread: readonly string[];
}

/** Not in every browser, and so not among the compiler's types. */
interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** What an operating system leaves in folders. */
const SYSTEM_FILE = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/iu;

/** Files of a folder, in the order of their paths, without those of the operating system. */
export function filesOfFolder(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return files.filter(({ name }) => !SYSTEM_FILE.test(name)).toSorted((a, b) => byCodePoints(a.name, b.name));
}

/** The files dropped, and those in the folders dropped. To be called while the drop event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  // What is not asked of an item now cannot be asked of it later.
  const parts = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item: ItemWithHandle) => ({
      entry: item.webkitGetAsEntry(),
      handle: unlessDenied(async () => (await item.getAsFileSystemHandle?.()) ?? null),
      file: item.getAsFile(),
    }));
  const files: ChosenFile[] = [];
  const unread: string[] = [];
  for (const { entry, handle, file } of parts) {
    if (entry !== null && isFolder(entry)) {
      // A page opened from a folder gets entries it may not read, but handles it may.
      const inside = (await unlessDenied(() => filesUnder(entry))) ?? (await unlessDenied(() => filesBehind(handle)));
      if (inside === null) unread.push(entry.name);
      else files.push(...filesOfFolder(inside));
    } else if (file !== null) files.push({ name: file.name, file });
  }
  return { files, unread };
}

/** Null where the browser does not let the page read. */
async function unlessDenied<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** All files under a folder, with their paths. @throws DOMException where the browser does not give them */
async function filesUnder(folder: FileSystemDirectoryEntry): Promise<ChosenFile[]> {
  const files: ChosenFile[] = [];
  for (const entry of await entriesOf(folder)) {
    if (isFolder(entry)) files.push(...(await filesUnder(entry)));
    else if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      files.push({ name: entry.fullPath.replace(/^\//u, ''), file });
    }
  }
  return files;
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

/** The same by handles. Null where the browser has none. @throws DOMException where it does not give the files */
async function filesBehind(handle: Promise<FileSystemHandle | null>): Promise<ChosenFile[] | null> {
  const folder = await handle;
  return folder instanceof FileSystemDirectoryHandle ? filesIn(folder, folder.name) : null;
}

async function filesIn(folder: FileSystemDirectoryHandle, path: string): Promise<ChosenFile[]> {
  const files: ChosenFile[] = [];
  for await (const [name, inside] of folder.entries()) {
    const place = `${path}/${name}`;
    if (inside instanceof FileSystemDirectoryHandle) files.push(...(await filesIn(inside, place)));
    else if (inside instanceof FileSystemFileHandle) files.push({ name: place, file: await inside.getFile() });
  }
  return files;
}

// The classes of entries are no globals in every browser.
function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
