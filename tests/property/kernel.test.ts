import fc from 'fast-check';
import { createXXHash64 } from 'hash-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/core/numbers.ts';
import { ValueDecoder } from '../../src/import/decode.ts';
import type { FileBlock } from '../../src/import/file-block.ts';
import { importFile } from '../../src/import/import-file.ts';
import { MET, RecordKernel } from '../../src/import/record-kernel.ts';
import { FIELD, KEPT_FIELDS, keptIndex } from '../../src/layout/kept.ts';
import { RecordStore } from '../../src/records/record-store.ts';
import { type Newline, fileBytes } from '../../tools/sample/csv-bytes.ts';
import { FIELD_NAMES } from '../../tools/sample/field-names.ts';
import { leanRecords } from '../../tools/sample/plain-records.ts';
import { inChunks } from '../golden/app-files.ts';

const TEXT_COLUMN = keptIndex(FIELD.reasonText);
const ENCODINGS = ['cp932', 'utf-8'] as const;

/** Bytes of any kind, and bytes near the edges of both encodings. */
const value = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc.array(fc.constantFrom(0x20, 0x81, 0x40, 0x7f, 0x80, 0xa0, 0xe3, 0xed, 0xef, 0xf0, 0xf4, 0xf9, 0xfc, 0xfd, 0xff, 0xbb, 0xbf, 0x9f, 0xbd, 0x41), { maxLength: 9 }).map((bytes) => Uint8Array.from(bytes)),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => new TextEncoder().encode(text)),
);

/** Three control bytes that Node's decoder, other than a browser's, exchanges for one another. */
const EXCHANGED = [0x1a, 0x1c, 0x7f];

describe('the compiled kernel', () => {
  let kernel: RecordKernel;
  beforeAll(async () => {
    kernel = await RecordKernel.create();
  });

  it.each(ENCODINGS)('decodes any value of %s as the platform does', (encoding) => {
    const decoder = new ValueDecoder(encoding);
    kernel.begin(encoding, 210);
    fc.assert(
      fc.property(value, (bytes) => {
        fc.pre(encoding === 'utf-8' || !EXCHANGED.some((byte) => bytes.includes(byte)));
        const expected = decoder.decode(bytes);
        const entry = kernel.encode(TEXT_COLUMN, bytes);
        const met = kernel.met(entry);
        expect((met & MET.undecodable) === 0).toBe(expected.isText);
        expect(Buffer.from(kernel.utf8(entry)).toString('hex')).toBe(Buffer.from(expected.utf8).toString('hex'));
        expect((met & MET.gaiji) !== 0).toBe(expected.hasGaiji);
        expect((met & MET.blank) !== 0).toBe(expected.isText && expected.utf8.length === 0);
        expect(Buffer.from(kernel.raw(entry)).equals(bytes)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('decodes every pair of bytes of CP932 as the platform does', () => {
    const decoder = new ValueDecoder('cp932');
    kernel.begin('cp932', 210);
    for (let pair = 0; pair < 1 << 16; pair++) {
      const bytes = Uint8Array.of(pair >> 8, pair & 0xff);
      if (EXCHANGED.some((byte) => bytes.includes(byte))) continue;
      const { utf8, isText } = decoder.decode(bytes);
      const entry = kernel.encode(TEXT_COLUMN, bytes);
      const isSame = Buffer.from(kernel.utf8(entry)).equals(utf8) && ((kernel.met(entry) & MET.undecodable) === 0) === isText;
      if (!isSame) expect.unreachable(`pair ${pair.toString(16)}`);
    }
  });

  it('takes the XXH64 of any bytes under two seeds as another implementation does', async () => {
    const [first, second] = [await createXXHash64(0, 0), await createXXHash64(0x15415415, 0x5a154154)];
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 200, maxLength: 900 })), (bytes) => {
        kernel.begin('utf-8', 210);
        kernel.append(new Int32Array(KEPT_FIELDS.length), bytes, { line: 1, start: 0, end: 0 }, 0);
        const digest = kernel.packRecords().hash;
        const words = [(digest[1] ?? 0), (digest[0] ?? 0), (digest[3] ?? 0), (digest[2] ?? 0)];
        const expected = [first, second].map((hasher) => hasher.init().update(bytes).digest('hex')).join('');
        expect(words.map((word) => word.toString(16).padStart(8, '0')).join('')).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads an amount as the rest of the app does, or leaves it to it', () => {
    const column = keptIndex(FIELD.pointsDelta);
    const sign = fc.constantFrom('', '-', '－', '−', '▲', '△', '+', '―', '-▲');
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '5', '8', '9', '０', '３', '７', '９', ',', '：', '点'), maxLength: 17 });
    let read = 0;
    kernel.begin('utf-8', 210);
    fc.assert(
      fc.property(sign, digits, (before, after) => {
        const text = `${before}${after}`;
        fc.pre(text !== '');
        const entry = kernel.encode(column, new TextEncoder().encode(text));
        if ((kernel.met(entry) & MET.unread) !== 0) return;
        expect(kernel.number(entry)).toBe(parseAmount(text));
        read++;
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it('packs the records it was given, whatever the number of distinct values', () => {
    const narrow = keptIndex(FIELD.feeTable);
    const wide = keptIndex(FIELD.claimKey);
    const records = 70_000;
    kernel.begin('utf-8', 210);
    const entries = new Int32Array(KEPT_FIELDS.length);
    for (let record = 0; record < records; record++) {
      entries[narrow] = kernel.encode(narrow, Uint8Array.of(0x31 + (record % 4)));
      entries[wide] = kernel.encode(wide, new TextEncoder().encode(`k${String(record)}`));
      kernel.append(entries, Uint8Array.of(record & 0xff), { line: record + 2, start: record * 1e5, end: record * 1e5 + 7 }, record % 32);
    }
    const { line, start, end, flags, codes } = kernel.packRecords();
    expect(codes[narrow]).toBeInstanceOf(Uint16Array);
    expect(codes[wide]).toBeInstanceOf(Int32Array);
    const all = Array.from({ length: records }, (_, record) => record);
    expect([...line]).toEqual(all.map((record) => record + 2));
    expect([...start]).toEqual(all.map((record) => record * 1e5));
    expect([...end]).toEqual(all.map((record) => record * 1e5 + 7));
    expect([...flags]).toEqual(all.map((record) => record % 32));
    expect([...(codes[narrow] ?? [])]).toEqual(all.map((record) => (record % 4) + 1));
    expect([...(codes[wide] ?? [])]).toEqual(all.map((record) => record + 1));
  });

  it('gives each distinct value of a column one entry, and packs them in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(KEPT_FIELDS.length - 1), fc.string({ unit: fc.constantFrom('a', 'b', '0'), maxLength: 20 })), { maxLength: 300 }), (values) => {
        kernel.begin('utf-8', 210);
        const expected = KEPT_FIELDS.map(() => ['']);
        for (const [column, text] of values) {
          const known = expected[column] ?? [];
          if (!known.includes(text)) known.push(text);
          expect(kernel.code(kernel.encode(column, new TextEncoder().encode(text)))).toBe(known.indexOf(text));
        }
        expected.forEach((texts, column) => {
          const { bytes, offsets } = kernel.packValues(column);
          const packed = Array.from({ length: offsets.length - 1 }, (_, code) => Buffer.from(bytes.subarray(offsets[code], offsets[code + 1])).toString());
          // A month or an amount that was not read is packed as a blank.
          if (KEPT_FIELDS[column]?.form === 'text') expect(packed).toEqual(texts);
          else expect(packed.length).toBe(texts.length);
        });
      }),
      { numRuns: 100 },
    );
  });
});

async function readPrinted(records: readonly (readonly string[])[], newline: Newline, chunk: number): Promise<FileBlock> {
  const bytes = fileBytes([FIELD_NAMES, ...records], { encoding: 'cp932', newline, quoting: 'filled' });
  const block = await importFile(
    { name: 'a.csv', chunks: inChunks(bytes, chunk) },
    { encoding: null },
    { progress: () => undefined, isCancelled: () => false },
  );
  if (!block.ok) throw new Error(block.failure.code);
  return block.value;
}

function contentOf({ size, codes, values, hash, flags, faults, facts }: FileBlock): unknown {
  const store = new RecordStore();
  store.append({ facts, faults, size, codes, values, hash, flags, line: new Int32Array(size), start: new Float64Array(size), end: new Float64Array(size) });
  const rows = Array.from({ length: size }, (_, row) => store.columns.map((column) => [column.text(column.codes[row] ?? 0), column.number(column.codes[row] ?? 0)]));
  return { rows, hash: [...hash], flags: [...flags], faults: faults.map(({ line, field, code, value }) => ({ line, field, code, value })), records: facts.records };
}

describe('the kernel and the scanner', () => {
  it('read the same records: lines that end in CR are left to the scanner, all others are not', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '', ' ', '　', '50604', '令和6年4月', '-216', '▲216', '216点', '1.2E+19', 'あ,い', '"', 'a""b', '①髙', '\ue000', '「トーワ」'),
      fc.string({ unit: fc.constantFrom('a', '，', '"', ',', ' ', 'ア', '7'), maxLength: 6 }),
    );
    const changes = fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...KEPT_FIELDS.map(({ number }) => number), 2, 6, 100), cell), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 300, max: 9000 }), async (edits, chunk) => {
        const records = leanRecords('kernel', 10).map((fields) => [...fields]);
        for (const [row, field, text] of edits) (records[row] as string[])[field - 1] = field === FIELD.claimKey && text.includes('E') ? '' : text;
        const scanned = contentOf(await readPrinted(records, 'cr', chunk));
        expect(contentOf(await readPrinted(records, 'lf', chunk))).toEqual(scanned);
        expect(contentOf(await readPrinted(records, 'crlf', chunk))).toEqual(scanned);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
