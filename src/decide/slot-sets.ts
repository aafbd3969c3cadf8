import type { Learning } from './learning.ts';

interface SharedSet {
  readonly lines: readonly number[];
  applications: number;
}

/**
 * Which slots become free when lines are excluded: those of applications all of whose lines are. An application that
 * names k lines has 1/k of its slot on each.
 */
export class SlotSets {
  readonly #sets: readonly SharedSet[];
  /** Sets each line is in. */
  readonly #ofLine: readonly (readonly number[])[];

  private constructor(lines: number, sets: readonly SharedSet[]) {
    this.#sets = sets;
    const ofLine: number[][] = Array.from({ length: lines }, () => []);
    sets.forEach((set, index) => {
      for (const line of set.lines) ofLine[line]?.push(index);
    });
    this.#ofLine = ofLine;
  }

  static of({ lines, applications, parts }: Learning, through: number | null): SlotSets {
    const sets = new Map<string, SharedSet>();
    for (let i = 0; i < applications.size; i++) {
      const month = applications.requestMonth[i] as number;
      if (through !== null && (month === 0 || month > through)) continue;
      const first = applications.firstPart[i] as number;
      const end = applications.firstPart[i + 1] as number;
      if (end - first < 2) continue;
      const named = parts.line.subarray(first, end).toSorted();
      const key = named.join(' ');
      const set = sets.get(key) ?? { lines: [...named], applications: 0 };
      set.applications++;
      sets.set(key, set);
    }
    return new SlotSets(lines.length, [...sets.values()]);
  }

  /** As plain data, to cross threads. */
  get data(): SlotSetsData {
    return { lines: this.#ofLine.length, sets: this.#sets };
  }

  static from({ lines, sets }: SlotSetsData): SlotSets {
    return new SlotSets(lines, sets);
  }

  /** The part of a line's applications that is in sets, in shares of slots, once the excluded lines are out and it too. */
  sharedFree(line: number, isExcluded: (line: number) => boolean): number {
    let free = 0;
    for (const index of this.#ofLine[line] ?? []) {
      const set = this.#sets[index] as SharedSet;
      if (set.lines.every((each) => each === line || isExcluded(each))) free += set.applications / set.lines.length;
    }
    return free;
  }

  /** Starts to take lines out one after another. @param weightOf slots of a line for each of its applications */
  takeOut(weightOf: (line: number) => number): TakingOut {
    const missing = this.#sets.map(({ lines }) => lines.length);
    const setsOf = (line: number): readonly number[] => this.#ofLine[line] ?? [];
    return {
      freedWith: (line) => {
        let freed = 0;
        for (const index of setsOf(line)) {
          if (missing[index] !== 1) continue;
          const { lines, applications } = this.#sets[index] as SharedSet;
          for (const each of lines) freed += (weightOf(each) * applications) / lines.length;
        }
        return freed;
      },
      take: (line) => {
        for (const index of setsOf(line)) missing[index] = (missing[index] as number) - 1;
      },
    };
  }
}

/** Lines that go out one after another, and the slots of several lines that become free with the last of them. */
export interface TakingOut {
  /** Slots that become free with this line beside those of applications that name it alone. */
  freedWith(line: number): number;
  take(line: number): void;
}

export interface SlotSetsData {
  readonly lines: number;
  readonly sets: readonly { readonly lines: readonly number[]; readonly applications: number }[];
}
