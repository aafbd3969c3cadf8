import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 20;
const STATUS = (process: number | 'self'): string => `/proc/${process}/status`;
const ROLLUP = (process: number | 'self'): string => `/proc/${process}/smaps_rollup`;

/** Only Linux tells what a process alone takes of the memory it shares with others. */
export function canMeasureMemory(): boolean {
  return existsSync(ROLLUP('self'));
}

/**
 * The most memory (in MB of 2^20 bytes) that one of these processes takes while `work` runs: its own at the peak, which
 * the system tells at once, and its part of files and of memory shared with others at the end, which holds a process up
 * to tell and hardly changes. A browser with one tab has idle page processes beside the tab's, and they stay small.
 */
export async function peakMemoryMb<T>(processes: readonly number[], work: () => Promise<T>): Promise<{ mb: number; result: T }> {
  const peaks = new Map<number, number>();
  const over = new AbortController();
  const watching = watch(processes, over.signal, peaks);
  try {
    const result = await work();
    const all = await Promise.all(processes.map(async (process) => (peaks.get(process) ?? 0) + (await sharedKb(process))));
    return { mb: Math.max(...all) / 1024, result };
  } finally {
    over.abort();
    await watching;
  }
}

async function watch(processes: readonly number[], over: AbortSignal, peaks: Map<number, number>): Promise<void> {
  while (!over.aborted) {
    for (const process of processes) peaks.set(process, Math.max(peaks.get(process) ?? 0, told(await read(STATUS(process)), 'RssAnon')));
    await pause(EVERY_MS);
  }
}

async function sharedKb(process: number): Promise<number> {
  const text = await read(ROLLUP(process));
  return told(text, 'Pss_File') + told(text, 'Pss_Shmem');
}

function told(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(text)?.[1] ?? 0);
}

/** Empty for a process that has ended. */
async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
