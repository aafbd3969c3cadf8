// npm start: build what is stale, serve it, open the browser. Ctrl-C ends it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.ts';
import { serve } from './serve.ts';

const USAGE = 'Usage: npm start -- [--no-open] [--port N]';

function readArguments(): { open: boolean; port: number | undefined } | undefined {
  const { values, tokens } = parseArgs({
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const known = tokens.every((token) => token.kind === 'option' && ['no-open', 'port'].includes(token.name));
  const port = values.port === undefined ? undefined : Number(values.port);
  const isPort = port === undefined || (Number.isInteger(port) && port > 0 && port < 65_536);
  return known && isPort ? { open: values['no-open'] !== true, port } : undefined;
}

/** Starts the platform's opener and does not wait for it. Without one the printed address is enough. */
function openBrowser(url: string): void {
  const [command, args] = openerFor(url);
  const opener = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  opener.on('error', () => {
    console.log('No browser could be opened from here: open the address above yourself.');
  });
  opener.unref();
}

function openerFor(url: string): [command: string, args: string[]] {
  if (process.platform === 'darwin') return ['open', [url]];
  // `start` takes its first quoted argument for a window title.
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""', url]];
  return ['xdg-open', [url]];
}

async function start(open: boolean, port: number | undefined): Promise<void> {
  const { url, close } = await serve(join(import.meta.dirname, '..', 'dist'), port);
  console.log(`\n  ${url}\n\n  Ctrl-C to stop.\n`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close());
  if (open) openBrowser(url);
}

const wanted = readArguments();
if (wanted === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await buildIfStale();
  await start(wanted.open, wanted.port).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
