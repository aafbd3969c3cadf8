import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';

/** The parts of the app that are not in the page's own script, by name. */
export type AssetName = 'reader' | 'engine' | 'duckdb' | 'samples';



/**
 * The bytes of a part. The build leaves one element a part in the page: with the path of a file beside the page, or
 * with the part itself, gzipped and as base64.
 */
export async function loadAsset(name: AssetName): Promise<Outcome<ArrayBuffer>> {
  const element = document.querySelector(`script[data-asset="${name}"]`);
  if (!(element instanceof HTMLScriptElement)) return failed(failure('asset_missing', { name }));
  const path = element.dataset.path;
  return path === undefined ? unpack(element.textContent) : fetchBeside(path);
}

/** A page opened from a folder may not fetch: only the one-file build works there. */
async function fetchBeside(path: string): Promise<Outcome<ArrayBuffer>> {
  try {
    const response = await fetch(new URL(path, document.baseURI));
    return response.ok ? done(await response.arrayBuffer()) : failed(failure('asset_missing', { name: path }));
  } catch (error) {
    if (error instanceof TypeError) return failed(failure('asset_missing', { name: path }));
    throw error;
  }
}

async function unpack(base64: string): Promise<Outcome<ArrayBuffer>> {
  const packed = Uint8Array.from(atob(base64.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return done(await new Response(stream).arrayBuffer());
}
