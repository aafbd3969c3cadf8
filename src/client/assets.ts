import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';

/** The parts of the app that are not in the page's own script, by name. */
export type AssetName = 'reader' | 'engine' | 'report' | 'duckdb' | 'samples';

/**
 * The bytes of a part. The build leaves one element a part in the page: with the path of a file beside the page, or
 * with the part itself, gzipped and as base64. A part that is not whole is refused, for the engine would hang over it.
 */
export async function loadAsset(name: AssetName): Promise<Outcome<ArrayBuffer>> {
  const element = document.querySelector(`script[data-asset="${name}"]`);
  if (!(element instanceof HTMLScriptElement)) return failed(failure('asset_missing', { name }));
  const { path, bytes } = element.dataset;
  const part = path === undefined ? await unpack(element.textContent) : await fetchBeside(path);
  return part?.byteLength === Number(bytes) ? done(part) : failed(failure('asset_missing', { name: path ?? name }));
}

/** Null where it cannot be had: a page opened from a folder may not fetch, only the one-file build works there. */
async function fetchBeside(path: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(new URL(path, document.baseURI));
    return response.ok ? await response.arrayBuffer() : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function unpack(base64: string): Promise<ArrayBuffer> {
  const signs = atob(base64.trim());
  const packed = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at++) packed[at] = signs.charCodeAt(at);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
