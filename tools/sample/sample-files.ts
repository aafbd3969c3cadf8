import type { Application } from './application.ts';
import { WARDS } from './fictitious-names.ts';
import { compactMonth, type Month } from './month-forms.ts';
import { at, Random } from './random.ts';

const TABLES = ['医科', 'DPC', '歯科', '調剤'] as const;

const GENERAL = WARDS.length * TABLES.length;

export const MOST_FILES_PER_MONTH = GENERAL * 2;

export interface FileSlot {
  readonly name: string;
  readonly state: 'filled' | 'header-only' | 'empty';
}

/** The files of one month: a single one, or ward by ward one a fee table, then the same for the retired, cut off after `perMonth`. */
export class MonthFiles {
  readonly slots: readonly FileSlot[];

  constructor(seed: string, month: Month, perMonth: number) {
    const random = new Random(`${seed} files ${month}`);
    const prefix = compactMonth(month);
    this.slots = perMonth === 1
      ? [{ name: `${prefix}.csv`, state: 'filled' }]
      : Array.from({ length: perMonth }, (_, index) => ({ name: `${prefix}_${slotName(index)}.csv`, state: stateOf(index, random) }));
  }

  /** Claims without a file of their own go to their ward's first. */
  indexFor({ ward, retired, feeTable }: Application): number {
    const general = ward * TABLES.length + feeTable - 1;
    const wanted = [...(retired ? [GENERAL + general] : []), general, ward * TABLES.length];
    return wanted.find((index) => this.#isOpen(index)) ?? 0;
  }

  #isOpen(index: number): boolean {
    return index < this.slots.length && at(this.slots, index).state === 'filled';
  }
}

/** As many wards as have at least a first file. */
export function wardsFor(perMonth: number): number {
  return perMonth === 1 ? WARDS.length : Math.min(WARDS.length, Math.ceil(perMonth / TABLES.length));
}

function slotName(index: number): string {
  const place = index % GENERAL;
  return `${at(WARDS, Math.floor(place / TABLES.length))}${index >= GENERAL ? '_退職' : ''}_${at(TABLES, place % TABLES.length)}`;
}

function stateOf(index: number, random: Random): FileSlot['state'] {
  if (index < GENERAL && index % TABLES.length === 0) return 'filled';
  return random.weighted([['filled', 84], ['header-only', 9], ['empty', 7]] as const);
}
