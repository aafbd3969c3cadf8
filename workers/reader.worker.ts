import { expose, transfer } from 'comlink';
import { done } from '../src/core/outcome.ts';
import { listEntries } from '../src/files/byte-sources.ts';
import { readEntryRecord } from '../src/files/read-entry-record.ts';
import { readEntry } from '../src/files/read-file.ts';
import { takeFingerprint } from '../src/files/take-fingerprint.ts';
import { buffersOf } from '../src/import/file-block.ts';
import { prepareToImport } from '../src/import/import-file.ts';
import type { ReadProgress, ReaderApi } from '../src/protocol/reader.ts';

/** How far a file is read is told no more often. */
const TOLD_EVERY_MS = 100;

const api: ReaderApi = {
  ping: () => undefined,
  list: async (files) => done(await Promise.all(files.map(({ file, name }) => listEntries(file, name)))),
  async read(file, entry, choice, port) {
    let isCancelled = false;
    port.onmessage = () => {
      isCancelled = true;
    };
    let toldAt = 0;
    const block = await readEntry(file, entry, choice, {
      progress: (bytes, records) => {
        const now = performance.now();
        if (now - toldAt < TOLD_EVERY_MS) return;
        toldAt = now;
        port.postMessage({ bytes, records } satisfies ReadProgress);
      },
      isCancelled: () => isCancelled,
    });
    port.close();
    return block.ok ? transfer(block, buffersOf(block.value)) : block;
  },
  fingerprint: takeFingerprint,
  readRecord: readEntryRecord,
};

expose(api);
void prepareToImport();
