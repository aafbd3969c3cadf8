import { expose, transfer } from 'comlink';
import { listEntries } from '../src/files/byte-sources.ts';
import { readEntryRecord } from '../src/files/read-entry-record.ts';
import { readEntry } from '../src/files/read-file.ts';
import { buffersOf } from '../src/import/file-block.ts';
import type { ReadProgress, ReaderApi } from '../src/protocol/reader.ts';

const api: ReaderApi = {
  ping: () => undefined,
  list: listEntries,
  async read(file, entry, choice, port) {
    let isCancelled = false;
    port.onmessage = () => {
      isCancelled = true;
    };
    const block = await readEntry(file, entry, choice, {
      progress: (bytes, records) => port.postMessage({ bytes, records } satisfies ReadProgress),
      isCancelled: () => isCancelled,
    });
    port.close();
    return block.ok ? transfer(block, buffersOf(block.value)) : block;
  },
  readRecord: readEntryRecord,
};

expose(api);
