import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { brokenQuoteAmong, hugeField } from '../../tools/sample/big-dirty.ts';
import { dirtyCases } from '../../tools/sample/make-dirty.ts';
import { encodeText } from '../../tools/sample/encode-text.ts';
import { FIELD_NAMES } from '../../tools/sample/field-names.ts';
import { readOptions } from '../../tools/sample/make-sample.ts';
import { MARKED_FIELDS, MARKER_DEFECTS, plantMarkers } from '../../tools/sample/markers.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { parseMonth, writeMonth } from '../../tools/sample/month-forms.ts';
import { writeAmount } from '../../tools/sample/render-record.ts';
import { writeSample, type SampleSet } from '../../tools/sample/write-sample.ts';
import { recount } from './recount.ts';

const directory = mkdtempSync(join(tmpdir(), 'generator-'));

afterAll(() => rmSync(directory, { recursive: true }));

function generate(name: string, args: readonly string[]): SampleSet & { texts: string[]; header: boolean } {
  const out = join(directory, name);
  const options = readOptions(['--out', out, '--no-planted', ...args]);
  if (typeof options === 'string') throw new Error(options);
  const set = writeSample(options);
  const decoder = { cp932: 'shift_jis', 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', 'utf-16le': 'utf-16le' }[options.form.encoding];
  const texts = set.files.map((file) => new TextDecoder(decoder, { fatal: true }).decode(readFileSync(join(out, file.name))));
  return { ...set, texts, header: options.header };
}

describe('a sample', () => {
  test.each([
    ['usual', ['--months', '6', '--records', '400']],
    ['receipt', ['--months', '3', '--records', '400', '--grain', 'receipt', '--seed', '2']],
    ['utf8', ['--months', '3', '--records', '300', '--encoding', 'utf-8-bom', '--newline', 'lf', '--quote', 'needed']],
    ['utf16', ['--months', '3', '--records', '300', '--encoding', 'utf-16le', '--quote', 'filled']],
    ['bare', ['--months', '3', '--records', '300', '--bare', '--no-header']],
    ['wards', ['--months', '2', '--records', '900', '--files-per-month', '20', '--lean']],
  ])('%s holds what was planted, counted anew from its bytes', (name, args) => {
    const { files, totals, texts, header } = generate(name, args);
    const byName = files.map((file, index) => ({ file, text: texts[index] ?? '' })).sort((a, b) => (a.file.name < b.file.name ? -1 : 1));
    const again = recount(byName.map(({ text }) => text), header);
    expect(again.files).toEqual(byName.map(({ file }) => {
      const { records, loaded, duplicates, superseded, continued, blank } = file;
      return { records, loaded, duplicates, superseded, continued, blank };
    }));
    expect(again.applications).toBe(totals.applications);
  });

  test('has duplicates, superseded and continued records', () => {
    const { files } = generate('all sorts', ['--months', '6', '--records', '300']);
    for (const sort of ['duplicates', 'superseded', 'continued'] as const) expect(files.reduce((sum, file) => sum + file[sort], 0)).toBeGreaterThan(3);
  });

  test('is refused with a reason when asked for in a way that is not known', () => {
    expect(readOptions([])).toBe('--out is missing');
    expect(readOptions(['--out', 'x', '--from', '2024-13'])).toContain('--from');
    expect(readOptions(['--out', 'x', '--grain', 'both'])).toContain('--grain');
    expect(readOptions(['--out', 'x', '--nonsense'])).toContain('nonsense');
  });
});

describe('lists beside a sample', () => {
  const list = (name: string, file: string): Buffer => readFileSync(join(directory, name, 'lists', file));

  test('come from the seed alone, and change no month', () => {
    const args = ['--months', '2', '--records', '200', '--seed', '4'];
    const plain = generate('plain', args);
    const [one, other] = [generate('one', [...args, '--lists']), generate('other', [...args, '--lists'])];
    expect(one.texts).toEqual(plain.texts);
    expect(other.texts).toEqual(plain.texts);
    for (const file of ['applications.csv', 'exclusions.csv']) expect(list('one', file).equals(list('other', file)), file).toBe(true);
    expect(list('one', 'exclusions.csv').toString().split('\r\n').length).toBeGreaterThan(5);
  });
});

describe('forms', () => {
  test('CP932: JIS positions first, then NEC row 13, then IBM', () => {
    expect([...encodeText('∪Ⅰ㈱ⅰ髙ｱ～－', 'cp932')]).toEqual([
      0x81, 0xbe, 0x87, 0x54, 0x87, 0x8a, 0xfa, 0x40, 0xfb, 0xfc, 0xb1, 0x81, 0x60, 0x81, 0x7c,
    ]);
    expect(() => encodeText('😀', 'cp932')).toThrow('not in CP932');
  });

  test('every field name survives CP932', () => {
    expect(FIELD_NAMES).toHaveLength(210);
    const names = FIELD_NAMES.join(',');
    expect(new TextDecoder('shift_jis').decode(encodeText(names, 'cp932'))).toBe(names);
  });

  test('months and amounts', () => {
    const june = parseMonth('2024-06') ?? 0;
    expect((['era', 'western', 'letter', 'kanji'] as const).map((form) => writeMonth(june, form))).toEqual(['50606', '202406', 'R6.6', '令和6年6月']);
    expect(writeMonth(parseMonth('2019-04') ?? 0, 'era')).toBe('43104');
    expect((['minus', 'filled-triangle', 'open-triangle', 'full-width', 'comma'] as const).map((form) => writeAmount(-1216, form)))
      .toEqual(['-1216', '▲1216', '△1216', '－１２１６', '-1,216']);
  });
});

describe('what tests are fed with', () => {
  test('dirty files have names of their own, one case each', () => {
    const names = dirtyCases().flatMap(({ files }) => files.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(MARKER_DEFECTS)('markers (%s): each unique, each in the file', (defect) => {
    const { bytes, markers, defective } = plantMarkers(defect);
    const text = new TextDecoder('shift_jis').decode(bytes);
    expect(new Set(markers.map(({ marker }) => marker)).size).toBe(12 * MARKED_FIELDS.length);
    expect(markers.filter(({ marker }) => !text.includes(marker))).toEqual([]);
    expect(defective).toHaveLength(defect === 'none' ? 0 : 4);
  });

  test('the same mess from the same seed, another from another', () => {
    const bytesOf = (seed: number): string => makeMess(seed).map(({ name, bytes }) => name + Buffer.from(bytes).toString('base64')).join();
    expect(bytesOf(7)).toBe(bytesOf(7));
    expect(bytesOf(7)).not.toBe(bytesOf(8));
  });

  test('the big ones are as big as asked', () => {
    expect(new TextDecoder('shift_jis').decode(brokenQuoteAmong(50)).trimEnd().split('\r\n')).toHaveLength(51);
    expect(hugeField(100_000).length).toBeGreaterThan(100_000);
  });
});
