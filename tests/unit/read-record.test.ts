import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/outcome.ts';
import { type SourceEntry, listEntries } from '../../src/files/byte-sources.ts';
import { readEntryRecord } from '../../src/files/read-entry-record.ts';
import { readEntry } from '../../src/files/read-file.ts';
import type { FullRecord, RecordPlace } from '../../src/import/read-record.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { RecordStore } from '../../src/records/record-store.ts';
import { CP932_QUOTED, type CsvForm, type Newline, type Quoting, fileBytes } from '../../tools/sample/csv-bytes.ts';
import { ENCODINGS } from '../../tools/sample/encode-text.ts';
import { FIELD_NAMES } from '../../tools/sample/field-names.ts';
import { MARKED_FIELDS, plantMarkers } from '../../tools/sample/markers.ts';
import { World } from '../../tools/sample/compose-application.ts';
import { plainClaim, plainClaims } from '../../tools/sample/plain-records.ts';
import { zipFiles } from '../../tools/zip-files.ts';

const WATCH = { progress: () => undefined, isCancelled: () => false };
const RECORDS = plainClaims('full', 5).map(({ lines: [line = []] }) => line);

interface Read {
  readonly file: Blob;
  readonly entry: SourceEntry;
  readonly places: readonly RecordPlace[];
}

/** Imports the only entry of a file and tells where its records stand. */
async function imported(bytes: Uint8Array, name = 'a.csv'): Promise<Read> {
  const file = new Blob([new Uint8Array(bytes)]);
  const [entry] = valueOf(await listEntries(file, name));
  if (entry === undefined) throw new Error('nothing to import');
  const block = valueOf(await readEntry(file, entry, { encoding: null }, WATCH));
  const store = new RecordStore();
  store.append(block);
  const { encoding, bytes: size, extraFields, reordered } = block.facts;
  const places = Array.from({ length: block.size }, (_, row) => {
    const known: Record<number, string> = {};
    KEPT_FIELDS.forEach(({ number }, index) => {
      const text = store.columns[index]?.text(store.columns[index].codes[row] ?? 0) ?? '';
      if (text !== '') known[number] = text;
    });
    return { start: store.start[row] ?? 0, end: store.end[row] ?? 0, encoding, bytes: size, extraFields, reordered, known };
  });
  return { file, entry, places };
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

async function readAll({ file, entry, places }: Read): Promise<readonly FullRecord['values'][]> {
  const records = await Promise.all(places.map((place) => readEntryRecord(file, entry, place)));
  return records.map((record) => valueOf(record).values);
}

/** What is to be read of a record: every filled field that is not marked. */
function shown(fields: readonly string[]): Record<number, string> {
  const values: Record<number, string> = {};
  fields.forEach((value, index) => {
    if (value.trim() !== '' && !MARKED_FIELDS.includes(index + 1)) values[index + 1] = value.trim();
  });
  return values;
}

/** The record with other texts in the fields given by number. */
function written(fields: readonly string[], texts: Readonly<Record<number, string>>): string[] {
  return fields.map((value, index) => texts[index + 1] ?? value);
}

describe('one record in full', () => {
  for (const encoding of ENCODINGS) {
    for (const quoting of ['all', 'filled', 'needed'] satisfies Quoting[]) {
      for (const newline of ['crlf', 'lf', 'cr'] satisfies Newline[]) {
        it(`is read as written (${encoding}, ${quoting}, ${newline})`, async () => {
          const form: CsvForm = { encoding, quoting, newline };
          expect(await readAll(await imported(fileBytes([FIELD_NAMES, ...RECORDS], form)))).toEqual(RECORDS.map(shown));
        });
      }
    }
  }

  it('is read where nothing is quoted, without header, with columns beyond the 210', async () => {
    const lines = RECORDS.map((fields) => [...fields, 'ＭＯＲＥ', '余分']);
    expect(await readAll(await imported(fileBytes(lines, { ...CP932_QUOTED, quoting: 'bare' })))).toEqual(RECORDS.map(shown));
  });

  it('keeps quotes, commas and line breaks of a field, and 外字 and other encodings beside them', async () => {
    const records = RECORDS.map((fields, index) =>
      written(fields, { 51: `1,${String(index)}00`, 198: '「"二重"」,\r\n二行目,"', 199: '髙﨑①㈱', 205: '50609' }),
    );
    expect(await readAll(await imported(fileBytes([FIELD_NAMES, ...records], CP932_QUOTED)))).toEqual(records.map(shown));
    for (const encoding of ['utf-8', 'utf-16le'] as const) {
      const wider = records.map((fields) => written(fields, { 197: '𠮷\ue000\r\n𩸽' }));
      expect(await readAll(await imported(fileBytes([FIELD_NAMES, ...wider], { ...CP932_QUOTED, encoding })))).toEqual(wider.map(shown));
    }
  });

  it('is put in order by the names of the header where columns stand elsewhere', async () => {
    const order = [...FIELD_NAMES.keys()].toReversed();
    // Of two columns of one name the first stays first.
    const seen = new Map<string, number[]>();
    FIELD_NAMES.forEach((name, index) => seen.set(name, [...(seen.get(name) ?? []), index]));
    const columns = order.map((index) => (seen.get(FIELD_NAMES[index] as string) as number[]).shift() as number);
    const moved = (fields: readonly string[]): string[] => [...columns.map((index) => fields[index] as string), '余分'];
    for (const encoding of ENCODINGS) {
      const bytes = fileBytes([moved(FIELD_NAMES), ...RECORDS.map(moved)], { ...CP932_QUOTED, encoding });
      const read = await imported(bytes);
      expect(read.places[0]).toMatchObject({ reordered: true, extraFields: 1 });
      expect(await readAll(read)).toEqual(RECORDS.map(shown));
    }
  });

  it('is read from an archive', async () => {
    const bytes = fileBytes([FIELD_NAMES, ...RECORDS], CP932_QUOTED);
    const zip = zipFiles([{ name: 'readme.md', bytes: new Uint8Array(9) }, { name: 'in/a.csv', bytes }]);
    expect(await readAll(await imported(zip, 'a.zip'))).toEqual(RECORDS.map(shown));
  });

  it('leaves blank what a continuation takes over', async () => {
    const { lines } = plainClaim(new World({ seed: 'continued', items: 120, grain: 'row', plainTexts: true }), 3, true);
    const read = await imported(fileBytes([FIELD_NAMES, ...lines], CP932_QUOTED));
    const values = await readAll(read);
    expect(values).toEqual(lines.map(shown));
    expect(read.places[1]?.known[1]).toBe(lines[0]?.[0]);
    expect(values[1]).not.toHaveProperty('1');
  });

  it('never holds a marked field', async () => {
    for (const encoding of ENCODINGS) {
      const { bytes, markers } = plantMarkers('none', encoding);
      const text = JSON.stringify(await readAll(await imported(bytes)));
      const folded = text.normalize('NFKC').toLowerCase();
      expect(markers.filter(({ marker }) => text.includes(marker) || folded.includes(marker.normalize('NFKC').toLowerCase()))).toEqual([]);
      expect(folded).not.toContain('mark');
    }
  });
});

describe('a record that is no longer there', () => {
  const bytes = fileBytes([FIELD_NAMES, ...RECORDS], CP932_QUOTED);
  const changed = { ok: false, failure: { code: 'file_changed', facts: { since: 'import' } } };

  it('is refused when the file has another size', async () => {
    const { entry, places } = await imported(bytes);
    const longer = new Blob([new Uint8Array(bytes), '\r\n']);
    expect(await readEntryRecord(longer, entry, places[0] as RecordPlace)).toEqual(changed);
  });

  it('is refused when other values stand there, or no whole record', async () => {
    const { entry, places } = await imported(bytes);
    const [first, ...others] = RECORDS;
    const key = [...((first as readonly string[])[0] as string)].toReversed().join('');
    const otherKey = new Blob([new Uint8Array(fileBytes([FIELD_NAMES, written(first as readonly string[], { 1: key }), ...others], CP932_QUOTED))]);
    expect(otherKey.size).toBe(bytes.length);
    expect(await readEntryRecord(otherKey, entry, places[0] as RecordPlace)).toEqual(changed);
    expect((await readEntryRecord(otherKey, entry, places[1] as RecordPlace)).ok).toBe(true);
    const place = places[1] as RecordPlace;
    const whole = new Blob([new Uint8Array(bytes)]);
    expect(await readEntryRecord(whole, entry, { ...place, start: place.start + 40 })).toEqual(changed);
    expect(await readEntryRecord(whole, entry, { ...place, end: bytes.length + 1 })).toEqual(changed);
  });
});
