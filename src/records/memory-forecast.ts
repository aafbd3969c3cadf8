/** What the loaded records take, in bytes. */
export interface MemoryUse {
  /** The engine's memory before anything was loaded. */
  readonly engineAtStart: number;
  /** The engine's memory, which never shrinks, once all its tables are filled. */
  readonly engine: number;
  /** By how much of it the engine grew for the tables of 調べる. These come and go, and use it again. */
  readonly readable: number;
  /** The stored records. */
  readonly kept: number;
}

/** How much is loaded. */
export interface LoadedSize {
  readonly memory: MemoryUse;
  readonly records: number;
  /** Of the files, unpacked. */
  readonly bytes: number;
  /** How many months' files these are. */
  readonly months: number;
}

const MIB = 2 ** 20;
/** All that WebAssembly can address. */
const MOST_OF_ENGINE = 4096 * MIB;
/** What a tab is reckoned to get at most. */
const MOST_OF_TAB = 4096 * MIB;
/** A tab may take so much of the machine's memory. */
const SHARE_OF_DEVICE = 0.5;
/** The app itself, with nothing loaded. */
const APP = 420 * MIB;
/** The tab grows by so much for each byte counted: facts, decoded texts and what is not yet collected. */
const UNCOUNTED = 2.5;

/** What a record takes once 調べる has made its tables: of the engine, and of the tab with what stands around it. */
const READABLE = { engine: 700, tab: 1400 };

/** Below it the growth tells more of the steps in which memory is asked for than of the records. */
const ENOUGH_RECORDS = 10_000;
/** Bytes a record, where too few are loaded to tell. */
const USUAL = { engine: 250, counted: 600, file: 660 };

const NOTHING_TAKEN: MemoryUse = { engineAtStart: 0, engine: 0, readable: 0, kept: 0 };

/** More months than this are not told apart. */
export const MOST_MONTHS_TOLD = 120;

/**
 * How many more months of the loaded ones' size fit, 0 to {@link MOST_MONTHS_TOLD}, rounded down; null where no
 * record or no month is loaded. An estimate, see docs/decisions.md.
 * @param deviceBytes memory of the machine; null where the browser does not tell
 */
export function monthsThatFit(loaded: LoadedSize, deviceBytes: number | null): number | null {
  if (loaded.records === 0 || loaded.months === 0) return null;
  const months = Math.floor((recordsThatFit(loaded, deviceBytes) * loaded.months) / loaded.records);
  return Math.min(months, MOST_MONTHS_TOLD);
}

/** Whether files of so many bytes, unpacked, are likely to fit beside what is loaded (null: nothing is). */
export function isLikelyToFit(bytes: number, loaded: LoadedSize | null, deviceBytes: number | null): boolean {
  const isTelling = loaded !== null && loaded.records >= ENOUGH_RECORDS;
  const bytesPerRecord = isTelling ? loaded.bytes / loaded.records : USUAL.file;
  return bytes / bytesPerRecord <= recordsThatFit(loaded, deviceBytes);
}

/** The tighter of two limits: the engine's address space and the tab's share of the machine. */
function recordsThatFit(loaded: LoadedSize | null, deviceBytes: number | null): number {
  const { engineAtStart, engine, readable, kept } = loaded?.memory ?? NOTHING_TAKEN;
  const records = loaded?.records ?? 0;
  const grown = engine - engineAtStart - readable;
  const counted = grown + kept;
  const isTelling = records >= ENOUGH_RECORDS;
  const enginePerRecord = isTelling ? Math.max(1, grown / records) : USUAL.engine;
  const countedPerRecord = isTelling ? Math.max(1, counted / records) : USUAL.counted;
  const tab = Math.min(MOST_OF_TAB, (deviceBytes ?? Infinity) * SHARE_OF_DEVICE);
  // Room for 調べる is kept whether or not it was opened.
  const engineTaken = Math.max(engine, engine - readable + records * READABLE.engine);
  const byEngine = (MOST_OF_ENGINE - engineTaken) / (enginePerRecord + READABLE.engine);
  const byTab = (tab - APP - counted * UNCOUNTED - records * READABLE.tab) / (countedPerRecord * UNCOUNTED + READABLE.tab);
  return Math.max(0, Math.min(byEngine, byTab));
}
