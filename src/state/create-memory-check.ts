import { type Accessor, createSignal } from 'solid-js';
import { type LoadedSize, isLikelyToFit, monthsThatFit } from '../records/memory-forecast.ts';
import type { Loaded } from '../records/loaded.ts';

/** Whether more fits into this machine's memory: told beforehand, and asked about where it likely does not. */
export interface MemoryCheck {
  /** How many more months of the loaded ones' size fit; null where nothing is loaded. */
  readonly months: Accessor<number | null>;
  /** Bytes of the chosen files that likely do not fit, while the user is asked; else null. */
  readonly asked: Accessor<number | null>;
  answer(goesOn: boolean): void;
  /** Whether to import files of so many bytes: true where they likely fit, else as the user answers; false once aborted. */
  agrees(bytes: number, signal: AbortSignal): Promise<boolean>;
}

/** Not in every browser, nor on every page, and so not among the compiler's types. In GiB, coarsely. */
interface NavigatorWithMemory extends Navigator {
  readonly deviceMemory?: number;
}

export function createMemoryCheck(loaded: Accessor<Loaded | null>): MemoryCheck {
  const [asked, setAsked] = createSignal<number | null>(null);
  let settle: (goesOn: boolean) => void = () => undefined;
  const size = (): LoadedSize | null => {
    const now = loaded();
    return now === null ? null : sizeOf(now);
  };
  function answer(goesOn: boolean): void {
    if (asked() === null) return;
    setAsked(null);
    settle(goesOn);
  }
  return {
    months() {
      const now = size();
      return now === null ? null : monthsThatFit(now, deviceBytes());
    },
    asked,
    answer,
    agrees(bytes, signal) {
      if (isLikelyToFit(bytes, size(), deviceBytes())) return Promise.resolve(true);
      return new Promise((resolve) => {
        settle = resolve;
        setAsked(bytes);
        signal.addEventListener('abort', () => answer(false), { once: true });
      });
    },
  };
}

function sizeOf({ files, memory, requestMonths, resultMonths }: Loaded): LoadedSize {
  return {
    memory,
    records: files.reduce((sum, file) => sum + file.records, 0),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    // One month's results answer applications of several months, and the other way round.
    months: requestMonths.length === 0 ? resultMonths.length : Math.min(requestMonths.length, resultMonths.length || Infinity),
  };
}

function deviceBytes(): number | null {
  const { deviceMemory } = navigator as NavigatorWithMemory;
  return deviceMemory === undefined ? null : deviceMemory * 2 ** 30;
}
