import { nextMessage } from '../../core/next-message.ts';

const KEPT_FOR_MS = 60_000;

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
  txt: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Gives a file to the browser's downloads under this name. */
export function saveFile(name: string, content: string | ArrayBuffer | Uint8Array<ArrayBuffer> | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MS);
}

/** The same of a text in parts, each of which is encoded in a task of its own. */
export async function saveParts(name: string, parts: readonly string[]): Promise<void> {
  const encoded: Blob[] = [];
  for (const part of parts) {
    encoded.push(new Blob([part]));
    await nextMessage();
  }
  saveFile(name, new Blob(encoded));
}
