import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordScanner } from '../../src/import/scan-records.ts';

interface Step {
  readonly kind: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly fields: readonly string[] | null;
}

/** Bytes in which quotes, commas and line breaks are common, so that runs of them meet in every way. */
const csvLike = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0x22, 0x2c, 0x0d, 0x0a, 0x1a) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 255 }) }), {
    maxLength: 120,
  })
  .map((bytes) => Uint8Array.from(bytes));

/** Scans bytes that come in chunks of the given lengths, again and again. */
function scan(bytes: Uint8Array, lengths: readonly number[]): Step[] {
  const scanner = new RecordScanner();
  const steps: Step[] = [];
  let at = 0;
  let turn = 0;
  for (;;) {
    const kind = scanner.next();
    if (kind === 'end') return steps;
    if (kind !== 'more') {
      steps.push({ kind, line: scanner.line, start: scanner.start, end: scanner.end, fields: kind === 'record' ? fieldsOf(scanner) : null });
      continue;
    }
    if (at >= bytes.length) {
      scanner.finish();
      continue;
    }
    const length = lengths[turn % lengths.length] ?? 1;
    const chunk = bytes.slice(at, at + length);
    scanner.push(chunk);
    // What the scanner kept of it without a copy would come out as quotes.
    chunk.fill(0x22);
    turn++;
    at += length;
  }
}

function fieldsOf(scanner: RecordScanner): string[] {
  const fields: string[] = [];
  for (let i = 0; i < scanner.fieldCount; i++) {
    const start = i === 0 ? 0 : (scanner.ends[i - 1] ?? 0) + 1;
    fields.push(Buffer.from(scanner.bytes.subarray(start, scanner.ends[i])).toString('latin1'));
  }
  return fields;
}

describe('the record scanner, on any bytes', () => {
  it('passes over no byte but line breaks and 0x1A at the end', () => {
    fc.assert(
      fc.property(csvLike, (bytes) => {
        let at = 0;
        for (const step of scan(bytes, [bytes.length || 1])) {
          expect([...bytes.subarray(at, step.start)].every((byte) => byte === 0x0a || byte === 0x0d)).toBe(true);
          expect(step.end).toBeGreaterThanOrEqual(step.start);
          at = step.end;
        }
        const rest = [...bytes.subarray(at)];
        while (rest.at(-1) === 0x1a) rest.pop();
        expect(rest.every((byte) => byte === 0x0a || byte === 0x0d)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('counts physical lines', () => {
    fc.assert(
      fc.property(csvLike, (bytes) => {
        for (const step of scan(bytes, [7])) {
          const before = Buffer.from(bytes.subarray(0, step.start)).toString('latin1');
          expect(step.line).toBe(1 + (before.match(/\r\n|\r|\n/gu)?.length ?? 0));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same records however the bytes are cut', () => {
    fc.assert(
      fc.property(csvLike, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (bytes, lengths) => {
        expect(scan(bytes, lengths)).toEqual(scan(bytes, [bytes.length || 1]));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back what was printed, quoted or bare, with any line break', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\r', '\n', 'あ'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.boolean(),
        (records, lineBreak, isQuoted) => {
          const print = (text: string): string =>
            isQuoted || /["\r\n,]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const printed = records.map((record) => record.map(print).join(',') + lineBreak).join('');
          const read = scan(new TextEncoder().encode(printed), [3]).map(({ fields }) => fields);
          expect(read).toEqual(records.map((record) => record.map((text) => Buffer.from(text).toString('latin1'))));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
