import { expect, it } from 'vitest';
import { CP932_QUOTED, fileBytes } from '../../tools/sample/csv-bytes.ts';
import { FIELD_NAMES } from '../../tools/sample/field-names.ts';
import { leanRecords } from '../../tools/sample/plain-records.ts';
import { compute } from '../oracle/oracle.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { filesOfApp, loadIntoApp } from './app-files.ts';

it('288 files of 10 records, some empty or only a header, load and tie', async () => {
  const files = Array.from({ length: 288 }, (_, index) => {
    const records = leanRecords(`file ${String(index)}`, 10);
    const lines = index % 24 === 7 ? [FIELD_NAMES] : [FIELD_NAMES, ...records];
    const bytes = index % 24 === 5 ? new Uint8Array(0) : fileBytes(lines, CP932_QUOTED);
    return { name: `${String(index).padStart(3, '0')}.csv`, bytes };
  });
  const app = await loadIntoApp(files);
  expect(app.refused).toEqual([]);
  expect(app.loaded.files).toHaveLength(288);
  const options = { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) };
  const expected = compute(files, options);
  const written = await filesOfApp(app, options);
  expect(written['monthly.csv']).toBe(expected.files['monthly.csv']);
  expect(written['items.csv']).toBe(expected.files['items.csv']);
  expect(app.loaded.files.reduce((sum, file) => sum + file.records, 0)).toBe(264 * 10);
});
