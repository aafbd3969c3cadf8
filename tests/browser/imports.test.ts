import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureText } from '../../src/messages/failures.ts';
import { failure } from '../../src/core/failure.ts';
import { FILES } from '../../src/messages/import-texts.ts';
import { CP932_QUOTED } from '../../tools/sample/csv-bytes.ts';
import { month } from '../../tools/sample/month-forms.ts';
import { writeSample } from '../../tools/sample/write-sample.ts';
import { AppBrowser } from './app-page.ts';

let browser: AppBrowser;
let folder: string;
beforeAll(async () => {
  browser = await AppBrowser.launch();
  folder = mkdtempSync(join(tmpdir(), 'saishinsa-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const sample = (number: number): string => `sample-data/20240${String(number)}.csv`;

it('the same file again is all duplicates and changes no number', async () => {
  const app = await browser.open();
  await app.load([sample(4)]);
  const before = await app.applications();
  await app.load([sample(4)]);
  expect(await app.applications()).toBe(before);
  const record = JSON.parse(await app.save('import.json')) as { files: { records: number; duplicates: number }[] };
  expect(record.files[1]?.duplicates).toBe(record.files[1]?.records);
  await app.page.context().close();
});

it('takes the SHA-256 of loaded files, and says where a file is no longer what was loaded', async () => {
  const [kept, changed] = [join(folder, 'kept.csv'), join(folder, 'changed.csv')];
  copyFileSync(sample(4), kept);
  copyFileSync(sample(5), changed);
  const app = await browser.open('http', '#/import');
  await app.load([kept, changed]);
  appendFileSync(changed, '\r\n');
  const record = JSON.parse(await app.save('import.json')) as { files: { name: string; sha256: string | null; loaded: number }[] };
  const sha256 = createHash('sha256').update(readFileSync(kept)).digest('hex');
  expect(record.files.map((file) => [file.name, file.sha256])).toEqual([['kept.csv', sha256], ['changed.csv', null]]);
  expect(record.files[1]?.loaded).toBeGreaterThan(0);
  const cells = app.byTestId('file-row').locator('td:nth-child(5)');
  expect(await cells.allInnerTexts()).toEqual([sha256.slice(0, 8), FILES.noFingerprint]);
  expect(await cells.nth(1).getAttribute('title')).toBe(FILES.noFingerprintWhy);
  await app.page.context().close();
});

it('files chosen while an import runs follow it', async () => {
  const app = await browser.open();
  const input = app.page.locator('input[type=file]').first();
  await input.setInputFiles([sample(4), sample(5), sample(6)]);
  await input.setInputFiles([sample(7), sample(8), sample(9)]);
  await app.importFinished(1);
  const record = JSON.parse(await app.save('import.json')) as { files: { name: string }[] };
  expect(record.files.map(({ name }) => name)).toEqual([4, 5, 6, 7, 8, 9].map((each) => `20240${String(each)}.csv`));
  await app.page.context().close();
});

it('cancelled half-way, all is as before', async () => {
  const files = largeMonths();
  const app = await browser.open();
  await app.load([sample(4)]);
  const before = await app.applications();
  await app.page.evaluate(cancelOnceReading);
  await app.page.locator('input[type=file]').first().setInputFiles(files);
  await app.importFinished(1);
  expect(await app.page.locator('body').getAttribute('data-cancelled')).toBe('half-way');
  expect(await app.applications()).toBe(before);
  expect(await app.page.locator('body').innerText()).toContain(failureText(failure('cancelled')));
  const record = JSON.parse(await app.save('import.json')) as { files: unknown[] };
  expect(record.files).toHaveLength(1);
  await app.load([sample(5)]);
  const both = JSON.parse(await app.save('import.json')) as { files: unknown[] };
  expect(both.files).toHaveLength(2);
  await app.page.context().close();
});

it('a file that is gone before it is listed fails alone, with its reason', async () => {
  const gone = join(folder, 'gone.csv');
  copyFileSync(sample(5), gone);
  const app = await browser.open();
  await app.page.evaluate(holdChange);
  await app.page.locator('input[type=file]').first().setInputFiles([sample(4), gone]);
  rmSync(gone);
  await app.page.locator('input[type=file]').first().dispatchEvent('change');
  await app.importFinished(0);
  const record = JSON.parse(await app.save('import.json')) as { files: { name: string }[]; refused: { name: string; code: string }[] };
  expect(record.files.map(({ name }) => name)).toEqual(['202404.csv']);
  expect(record.refused).toMatchObject([{ name: 'gone.csv', code: 'file_changed' }]);
  await app.page.context().close();
});

it('a file that is gone between being listed and being read fails alone, with its reason', async () => {
  const before = largeMonths();
  const gone = join(folder, 'gone.csv');
  copyFileSync(sample(5), gone);
  const app = await browser.open();
  // More files than there are readers stand before it.
  await app.page.locator('input[type=file]').first().setInputFiles([...before, gone]);
  await app.page.locator('[data-testid="import-progress"][data-phase="reading"]').waitFor();
  rmSync(gone);
  await app.importFinished(0);
  const record = JSON.parse(await app.save('import.json')) as { files: { name: string }[]; refused: { name: string; code: string }[] };
  expect(record.files.map(({ name }) => name)).toEqual(before.map((each) => basename(each)));
  expect(record.refused).toMatchObject([{ name: 'gone.csv', code: 'file_changed' }]);
  await app.page.context().close();
});

it('refused files are told with their reasons, and nothing else is shown of them', async () => {
  const app = await browser.open();
  const names = ['workbook.csv', 'saved-by-excel.csv', 'other-layout.csv', 'encrypted.zip', 'utf16-without-mark.csv', 'columns-209.csv'];
  await app.load(names.map((name) => `sample-data/dirty/${name}`));
  const told = await app.byTestId('refused-file').allInnerTexts();
  expect(told).toHaveLength(names.length);
  for (const name of names) expect(told.join('\n')).toContain(name);
  expect(await app.applications()).toBe('');
  await app.page.context().close();
});

it('a file read in the wrong encoding is read again as corrected, and can be taken out', async () => {
  const app = await browser.open();
  await app.load([sample(4), sample(5)]);
  const before = await app.applications();
  await app.page.locator('.file-name').first().click();
  await expect.poll(() => app.byTestId('first-records').innerText()).toContain('レセプト全国共通キー');
  await app.byTestId('file-encoding').selectOption('utf-8');
  await app.importFinished(1);
  await expect.poll(() => app.applications()).not.toBe(before);
  await app.byTestId('file-encoding').selectOption('auto');
  await app.importFinished(2);
  await expect.poll(() => app.applications()).toBe(before);
  await app.byTestId('file-remove').click();
  await app.importFinished(3);
  const record = JSON.parse(await app.save('import.json')) as { files: { name: string }[] };
  expect(record.files.map(({ name }) => name)).toEqual(['202405.csv']);
  await app.page.context().close();
});

it('a refused file is read again in the encoding the user names', async () => {
  const app = await browser.open();
  await app.load(['sample-data/dirty/utf16-without-mark.csv']);
  await app.byTestId('refused-file').locator('select').selectOption('utf-16le');
  await app.importFinished(1);
  expect(await app.applications()).not.toBe('');
  expect(await app.byTestId('refused-file').count()).toBe(0);
  await app.page.context().close();
});

it('everything can be cleared, and loaded again', async () => {
  const app = await browser.open();
  await app.load([sample(4)]);
  await app.byTestId('clear').click();
  await app.byTestId('clear-confirm').click();
  await expect.poll(() => app.byTestId('applications-total').textContent({ timeout: 2000 }).catch(() => '')).toBe('');
  await app.load([sample(5)]);
  expect(await app.applications()).not.toBe('');
  await app.page.context().close();
});

it('an empty file is accepted with 0 records', async () => {
  writeFileSync(join(folder, 'empty.csv'), '');
  const app = await browser.open();
  await app.load([join(folder, 'empty.csv'), 'sample-data/dirty/header-only.csv']);
  expect(await app.applications()).toBe('0');
  await app.page.context().close();
});

it('cancelling is heard while the tables are made, and the last moment has no button', async () => {
  const app = await browser.open();
  await app.load([sample(4)]);
  const before = await app.applications();
  await app.page.evaluate(cancelInPhase, 'tables');
  await app.load(largeMonths());
  expect(await app.page.locator('body').getAttribute('data-pressed')).toBe('tables');
  expect(await app.page.locator('[role="alert"], .notice').first().textContent()).toContain('中止しました');
  expect(await app.applications()).toBe(before);
  await app.page.evaluate(cancelInPhase, 'showing');
  await app.load(largeMonths());
  expect(await app.page.locator('body').getAttribute('data-pressed')).toBe('no button');
  await expect.poll(() => app.applications()).not.toBe(before);
  await app.page.context().close();
});

/** Keeps the next choice of files from the app, until the event is dispatched again. */
function holdChange(): void {
  window.addEventListener('change', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
}

/** Presses the button in the page, as soon as the import is so far. */
function cancelInPhase(phase: string): void {
  const watch = new MutationObserver(() => {
    const strip = document.querySelector(`[data-testid="import-progress"][data-phase="${phase}"]`);
    if (strip === null) return;
    watch.disconnect();
    const button = strip.querySelector<HTMLElement>('[data-testid="cancel-import"]');
    document.body.dataset.pressed = button === null ? 'no button' : phase;
    button?.click();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
}

/** Presses the button in the page, as soon as some bytes are read: a press from here may come when all of them are. */
function cancelOnceReading(): void {
  const watch = new MutationObserver(() => {
    const strip = document.querySelector<HTMLElement>('[data-testid="import-progress"][data-phase="reading"]');
    const bar = strip?.querySelector('progress');
    if (bar === null || bar === undefined || bar.value === 0 || bar.value === bar.max) return;
    watch.disconnect();
    document.body.dataset.cancelled = 'half-way';
    strip?.querySelector<HTMLElement>('[data-testid="cancel-import"]')?.click();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Enough to be cancelled while they are read, and more than there are readers on any machine. */
function largeMonths(): string[] {
  const out = join(folder, 'large');
  const { files } = writeSample({
    out,
    seed: 'cancel',
    firstMonth: month(2024, 4),
    months: 10,
    records: 12_000,
    form: CP932_QUOTED,
    header: true,
    filesPerMonth: 1,
    grain: 'row',
    planted: false,
    lean: true,
  });
  return files.map(({ name }) => join(out, name));
}
