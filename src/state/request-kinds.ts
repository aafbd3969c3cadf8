/**
 * Where a request went: the page itself, a part of the app beside the page, something made inside the tab, a browser
 * extension's own file, or anywhere else.
 */
export const REQUEST_KINDS = ['page', 'part', 'inside', 'extension', 'elsewhere'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

const INSIDE = ['blob:', 'data:'];
const EXTENSIONS = ['chrome-extension:', 'moz-extension:', 'safari-web-extension:'];

/** A part lies under the page's folder and is asked for without a query: all else, on the same host too, is elsewhere. */
export function requestKind(address: string, page: string): Exclude<RequestKind, 'page'> {
  const url = new URL(address);
  if (INSIDE.includes(url.protocol)) return 'inside';
  if (EXTENSIONS.includes(url.protocol)) return 'extension';
  return url.search === '' && url.href.startsWith(new URL('.', page).href) ? 'part' : 'elsewhere';
}

/** How a request is shown: a part by its path beside the page, all else as it is. */
export function requestName(address: string, kind: RequestKind, page: string): string {
  return kind === 'part' ? address.slice(new URL('.', page).href.length) : address;
}
