import type { FileCounts } from '../../records/describe.ts';

/** The counts that add up over files. */
export const TALLIES = ['bytes', 'records', 'loaded', 'quarantined', 'duplicates', 'superseded', 'continued', 'blank'] as const;
export type Tally = (typeof TALLIES)[number];

export function totalsOf(files: readonly FileCounts[]): Readonly<Record<Tally, number>> {
  const totals = { bytes: 0, records: 0, loaded: 0, quarantined: 0, duplicates: 0, superseded: 0, continued: 0, blank: 0 };
  for (const file of files) for (const tally of TALLIES) totals[tally] += file[tally];
  return totals;
}
