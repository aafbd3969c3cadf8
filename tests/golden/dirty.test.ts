import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listEntries } from '../../src/files/byte-sources.ts';
import { readEntry } from '../../src/files/read-file.ts';
import { createWorkbench } from '../../src/engine/workbench.ts';
import { openEngine } from '../sql/open-engine.ts';
import { brokenQuoteAmong, hugeField } from '../../tools/sample/big-dirty.ts';
import { formatMonth, parseMonth } from '../../src/core/months.ts';
import { parseAmount } from '../../src/core/numbers.ts';
import { FIELD } from '../../src/layout/kept.ts';
import type { MemberRecord } from '../../src/metrics/members.ts';
import { EVERYTHING } from '../../src/metrics/scope.ts';
import type { Loaded } from '../../src/records/loaded.ts';
import { loadIntoApp } from './app-files.ts';

interface Expected {
  readonly name: string;
  readonly refused?: string;
  readonly or?: readonly string[];
  /** Field numbers the message must name. */
  readonly missing?: readonly number[];
  readonly quarantine?: readonly { line: number; field: number | null; code: string }[];
  /** What kept fields read as. */
  readonly values?: readonly { line: number; field: number; value: string | number }[];
  readonly entries?: readonly Expected[];
  readonly records?: number;
}

const FOLDER = new URL('../../sample-data/dirty/', import.meta.url);
const { cases } = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8')) as {
  cases: readonly { about: string; warnings: readonly string[]; files: readonly Expected[] }[];
};
const COUNTS = ['encoding', 'newline', 'header', 'records', 'loaded', 'quarantined', 'duplicates', 'superseded', 'continued', 'blank'] as const;
const WATCH = { progress: () => undefined, isCancelled: () => false };

interface Result {
  readonly loaded: Loaded;
  readonly records: readonly MemberRecord[];
  readonly refused: ReadonlyMap<string, { code: string; facts: Readonly<Record<string, string | number>> }>;
}

/** Loads files as the page does: archives listed, entries read, all made visible at once. */
async function load(names: readonly string[]): Promise<Result> {
  const workbench = createWorkbench(await openEngine());
  const refused = new Map<string, { code: string; facts: Readonly<Record<string, string | number>> }>();
  for (const name of names) {
    const file = new Blob([new Uint8Array(readFileSync(new URL(name, FOLDER)))]);
    const entries = await listEntries(file, name);
    if (!entries.ok) {
      refused.set(name, entries.failure);
      continue;
    }
    for (const entry of entries.value) {
      const block = await readEntry(file, entry, { encoding: null }, WATCH);
      if (block.ok) await workbench.stage(block.value);
      else refused.set(entry.name, block.failure);
    }
  }
  const loaded = await workbench.commit();
  if (!loaded.ok) throw new Error(loaded.failure.code);
  const choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null } as const;
  const everything = { line: 0, results: null, recordResults: null };
  const members = await workbench.members(EVERYTHING, choices, 'total', everything, { start: 0, size: 1000 });
  if (!members.ok) throw new Error(members.failure.code);
  return { loaded: loaded.value, refused, records: members.value.rows };
}

function expectFile(expected: Expected, { loaded, refused, records }: Result): void {
  if (expected.refused !== undefined) {
    const failure = refused.get(expected.name);
    expect([expected.refused, ...(expected.or ?? [])]).toContain(failure?.code);
    const named = String(failure?.facts.missing).split('、');
    for (const field of expected.missing ?? []) expect(named.map((name) => Number.parseInt(name))).toContain(field);
    return;
  }
  const file = loaded.files.find(({ name }) => name === expected.name || name.endsWith(`/${expected.name}`));
  expect(file, expected.name).toBeDefined();
  for (const key of COUNTS) if (key in expected) expect({ [key]: file?.[key] }).toEqual({ [key]: expected[key as keyof Expected] });
  const faults = loaded.faults.filter((fault) => fault.file === file?.name);
  expect(faults.map(({ line, field, code }) => ({ line, field, code }))).toEqual(expected.quarantine ?? []);
  for (const { line, field, value } of expected.values ?? []) {
    const text = records.find((record) => record.file === file?.name && record.line === line)?.values[field] ?? '';
    expect({ line, field, value: readAs(field, text) }).toEqual({ line, field, value });
  }
}

function readAs(field: number, text: string): string | number | null {
  if (field === FIELD.pointsDelta) return parseAmount(text);
  const month = field === FIELD.requestMonth || field === FIELD.resultMonth ? parseMonth(text) : null;
  return month === null ? text : formatMonth(month);
}

describe('one defect a file: counts, reasons and values as planted', () => {
  for (const { about, warnings, files } of cases) {
    it(`${files.map(({ name }) => name).join(' + ')}: ${about}`, async () => {
      const result = await load(files.map(({ name }) => name));
      for (const file of files) for (const each of file.entries ?? [file]) expectFile(each, result);
      expect(result.loaded.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining([...warnings]));
    });
  }

  it('a broken quote at record 5 of 12,000 costs one record', async () => {
    const { loaded } = await loadIntoApp([{ name: 'big.csv', bytes: brokenQuoteAmong(12_000) }], 1 << 20);
    expect(loaded.files[0]).toMatchObject({ records: 12_000, loaded: 11_999, quarantined: 1 });
    expect(loaded.faults).toMatchObject([{ line: 6, code: 'unbalanced_quote', field: null, value: null }]);
  });

  it('10 MB in one field is set aside, the others are loaded', async () => {
    const { loaded } = await loadIntoApp([{ name: 'huge.csv', bytes: hugeField(10 << 20) }], 1 << 20);
    expect(loaded.files[0]).toMatchObject({ records: 10, loaded: 9, quarantined: 1 });
    expect(loaded.faults).toMatchObject([{ line: 6, code: 'field_too_long', value: null }]);
  });
});
