import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 50;
const ROLLUP = (process: number | 'self'): string => `/proc/${process}/smaps_rollup`;

/** Only Linux tells what a process alone takes of the memory it shares with others. */
export function canMeasureMemory(): boolean {
  return existsSync(ROLLUP('self'));
}

/**
 * The most memory (PSS, in MB of 2^20 bytes) that one of these processes takes while `work` runs: a browser with one
 * tab has idle page processes beside the tab's, and they stay small.
 */
export async function peakMemoryMb<T>(processes: readonly number[], work: () => Promise<T>): Promise<{ mb: number; result: T }> {
  let peakKb = 0;
  const over = new AbortController();
  const watching = watch(processes, over.signal, (kb) => {
    peakKb = Math.max(peakKb, kb);
  });
  try {
    const result = await work();
    return { mb: peakKb / 1024, result };
  } finally {
    over.abort();
    await watching;
  }
}

async function watch(processes: readonly number[], over: AbortSignal, tell: (kb: number) => void): Promise<void> {
  while (!over.aborted) {
    for (const process of processes) tell(await proportionalKb(process));
    await pause(EVERY_MS);
  }
}

/** 0 for a process that has ended. */
async function proportionalKb(process: number): Promise<number> {
  try {
    const text = await readFile(ROLLUP(process), 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/mu.exec(text)?.[1] ?? 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0;
    throw error;
  }
}
