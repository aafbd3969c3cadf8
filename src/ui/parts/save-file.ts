const KEPT_FOR_MS = 60_000;

const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json', svg: 'image/svg+xml', zip: 'application/zip' };

/** Gives a file to the browser's downloads under this name. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? '';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MS);
}
