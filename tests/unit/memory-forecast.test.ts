import { expect, it } from 'vitest';
import { type LoadedSize, MOST_MONTHS_TOLD, isLikelyToFit, monthsThatFit } from '../../src/records/memory-forecast.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** Months of 12,000 records, each record taking 250 bytes of the engine and 350 beside it. */
function loaded(months: number, perMonth = 12_000): LoadedSize {
  const records = months * perMonth;
  return {
    memory: { engineAtStart: 16 * MIB, engine: 16 * MIB + records * 250, readable: 0, kept: records * 350 },
    records,
    bytes: records * 660,
    months,
  };
}

it('tells of whole months, the fewer the more is loaded and the less the machine has', () => {
  const few = monthsThatFit(loaded(12), 4 * GIB) ?? 0;
  const more = monthsThatFit(loaded(24), 4 * GIB) ?? 0;
  expect(Number.isInteger(few)).toBe(true);
  expect(few - more).toBe(12);
  expect(monthsThatFit(loaded(24), 2 * GIB)).toBeLessThan(more);
  expect(monthsThatFit(loaded(24), null)).toBeGreaterThanOrEqual(more);
});

it('a month that is twice as large fits half as often', () => {
  const small = monthsThatFit(loaded(2, 12_000), 4 * GIB) ?? 0;
  const large = monthsThatFit(loaded(1, 24_000), 4 * GIB) ?? 0;
  expect(large).toBe(Math.floor(small / 2));
});

it('records with longer texts fit less often, once enough of them are loaded to tell', () => {
  const plain = loaded(12);
  const wordy = { ...plain, memory: { ...plain.memory, kept: plain.memory.kept * 4 } };
  expect(monthsThatFit(wordy, 4 * GIB)).toBeLessThan((monthsThatFit(plain, 4 * GIB) ?? 0) / 2);
});

it('opening 調べる changes nothing: room for its tables was kept before', () => {
  const now = loaded(24);
  const explored = { ...now, memory: { ...now.memory, engine: now.memory.engine + now.records * 700, readable: now.records * 700 } };
  expect(monthsThatFit(explored, 2 * GIB)).toBe(monthsThatFit(now, 2 * GIB));
});

it('what is told fits with the tables of 調べる: a tab takes 2.9 kB a record by then', () => {
  const months = 24 + (monthsThatFit(loaded(24), 4 * GIB) ?? 0);
  const tab = (each: number): number => 420 * MIB + each * 12_000 * (600 * 2.5 + 1400);
  expect(tab(months)).toBeLessThanOrEqual(2 * GIB);
  expect(tab(months + 1)).toBeGreaterThan(2 * GIB);
});

it('the engine’s 4 GiB end it where the machine has room', () => {
  const full = { ...loaded(24), memory: { engineAtStart: 16 * MIB, engine: 4096 * MIB, readable: 0, kept: MIB } };
  expect(monthsThatFit(full, null)).toBe(0);
});

it('never tells fewer than 0 months nor more than the most', () => {
  expect(monthsThatFit(loaded(24), GIB / 4)).toBe(0);
  expect(monthsThatFit(loaded(1, 100), null)).toBe(MOST_MONTHS_TOLD);
});

it('tells nothing while no record or no month is loaded', () => {
  expect(monthsThatFit({ ...loaded(1), records: 0 }, null)).toBeNull();
  expect(monthsThatFit({ ...loaded(1), months: 0 }, null)).toBeNull();
});

it('two years fit into an empty page, and a hundred do not', () => {
  const year = 12 * 12_000 * 660;
  expect(isLikelyToFit(2 * year, null, 8 * GIB)).toBe(true);
  expect(isLikelyToFit(100 * year, null, 8 * GIB)).toBe(false);
});

it('what fits as a number of months fits as files of as many bytes', () => {
  const now = loaded(24);
  const months = monthsThatFit(now, 2 * GIB) ?? 0;
  const month = now.bytes / now.months;
  expect(isLikelyToFit(months * month, now, 2 * GIB)).toBe(true);
  expect(isLikelyToFit((months + 1) * month, now, 2 * GIB)).toBe(false);
});
