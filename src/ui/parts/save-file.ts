const TYPES: Readonly<Record<string, string>> = { json: 'application/json', svg: 'image/svg+xml' };
const KEPT_FOR_MS = 60_000;

/** Gives a text to the browser's downloads under this name. */
export function saveFile(name: string, text: string): void {
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/csv';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MS);
}
