// A static server for the built files: this machine only, nothing cached, nothing outside the folder.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const HOST = '127.0.0.1';
const FIRST_PORT = 4173;
const PORTS_TO_TRY = 100;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface Served {
  /** Ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Without a port the first free one from 4173 on; port 0 is any free one; a port that is taken rejects. */
export async function serve(directory: string, port?: number): Promise<Served> {
  const root = await realpath(directory);
  const server = createServer((request, response) => {
    answer(root, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  const listening = port === undefined ? await listenOnFirstFree(server) : await listen(server, port);
  return { url: `http://${HOST}:${listening}/`, close: () => close(server) };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405);
    return;
  }
  const path = requestedPath(request.url ?? '/');
  if (path === undefined) {
    refuse(response, 400);
    return;
  }
  const file = await findFile(root, path);
  if (file === undefined) {
    refuse(response, 404);
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream');
  response.setHeader('Content-Length', file.size);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await send(file.path, response);
}

/** The decoded path, or undefined where it is no path inside the folder: `..`, a backslash, NUL, a broken escape. */
function requestedPath(url: string): string | undefined {
  const raw = url.replace(/[?#].*$/s, '');
  try {
    const path = decodeURIComponent(raw);
    const refused = !path.startsWith('/') || /[\\\0]/.test(path) || path.split('/').includes('..');
    return refused ? undefined : path;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A link that leads out of the folder counts as missing. */
async function findFile(root: string, path: string): Promise<{ path: string; size: number } | undefined> {
  try {
    const asked = join(root, path.endsWith('/') ? `${path}index.html` : path);
    const real = await realpath(asked);
    const found = await stat(real);
    return real.startsWith(root + sep) && found.isFile() ? { path: real, size: found.size } : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return undefined;
    throw error;
  }
}

async function send(path: string, response: ServerResponse): Promise<void> {
  try {
    await pipeline(createReadStream(path), response);
  } catch (error) {
    const readerLeft = hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE');
    if (!readerLeft) throw error;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

async function listenOnFirstFree(server: Server): Promise<number> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (!hasCode(error, 'EADDRINUSE', 'EACCES')) throw error;
    }
  }
  throw new Error(`No port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} is free.`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
