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

  /** Applications of a line, in shares of slots, that name other lines and would be free with the excluded ones. */
  sharedFree(line: number, isExcluded: (line: number) => boolean): number {
    let free = 0;
    for (const index of this.#ofLine[line] ?? []) {
      const set = this.#sets[index] as SharedSet;
      if (set.lines.every((each) => each === line || isExcluded(each))) free += set.applications / set.lines.length;
    }
    return free;
  }

  /** Lines that share an application with this one. */
  neighbours(line: number): ReadonlySet<number> {
    return new Set((this.#ofLine[line] ?? []).flatMap((index) => (this.#sets[index] as SharedSet).lines));
  }
}

export interface SlotSetsData {
  readonly lines: number;
  readonly sets: readonly { readonly lines: readonly number[]; readonly applications: number }[];
}
