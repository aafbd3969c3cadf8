import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { type AppliedClaim, makeApplicationList, makeExclusionList } from '../../tools/sample/application-lists.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { type OracleOptions, compute } from '../oracle/oracle.ts';
import { cellsOf } from '../oracle/own-lists.ts';
import { type AppPage, AppBrowser, WAYS } from './app-page.ts';

const NAMES = readdirSync('sample-data').filter((name) => name.endsWith('.csv')).toSorted();
const PATHS = NAMES.map((name) => join('sample-data', name));
const FILES = NAMES.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join('sample-data', name))) }));
const BASE: OracleOptions = { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) };

/** The marker stands in columns without a role, and in claim keys that no record has. */
const MARKER = '998877665544332211';

let browser: AppBrowser;
let folder: string;
let claims: readonly AppliedClaim[];
let list: { path: string; text: string; columns: ReturnType<typeof makeApplicationList>['columns'] };
let exclusions: { path: string; text: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saishinsa-lists-'));
  const { records } = compute(FILES, BASE);
  claims = [...new Map(records.map((record) => [record.applicationId, record])).values()]
    .filter(({ key }) => key !== '')
    .map(({ key, requestMonth, items }) => ({ key, month: requestMonth, items }));
  const made = makeApplicationList('5', claims);
  list = { path: save('申出データ.csv', made.bytes), text: made.text, columns: made.columns };
  const text = makeExclusionList('5', claims);
  exclusions = { path: save('点検除外.csv', text), text };
  browser = await AppBrowser.launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function give(app: AppPage, kind: 'applications' | 'exclusions', path: string): Promise<void> {
  const before = await app.page.locator('body').getAttribute('data-lists');
  await app.byTestId(`${kind}-input`).setInputFiles(path);
  await app.page.waitForFunction((count) => document.body.dataset.lists !== count, before);
}

/** The numbers of an equation on the screen, the whole first. */
async function equation(app: AppPage, id: string): Promise<readonly number[]> {
  const texts = await app.byTestId(id).locator('.headline-value').allInnerTexts();
  return texts.map((text) => Number(text.replaceAll(',', '')));
}

async function applicationsOf(app: AppPage): Promise<string> {
  await app.page.waitForFunction(() => document.querySelector('.in-scope')?.getAttribute('aria-busy') === 'false');
  return app.applications();
}

async function download(app: AppPage, id: string): Promise<string> {
  const [file] = await Promise.all([app.page.waitForEvent('download'), app.byTestId(id).click()]);
  return readFileSync(await file.path(), 'utf8');
}

describe.each(WAYS)('lists of their own, opened by %s', (way) => {
  it('are joined, tie, are listed and are switched', async () => {
    const app = await browser.open(way, '#/mapping');
    await app.load(PATHS);
    await give(app, 'applications', list.path);
    await give(app, 'exclusions', exclusions.path);
    const lists = { applications: { text: list.text, columns: list.columns }, exclusions: exclusions.text };
    const expected = compute(FILES, { ...BASE, lists });
    const unmatched = expected.lines.filter((line) => line.how === 'none');
    const [lines = 0, matched = 0, left = 0] = await equation(app, 'list-lines');
    expect([lines, matched, left]).toEqual([expected.lines.length, expected.lines.length - unmatched.length, unmatched.length]);
    const [loaded = 0, listed = 0, unlisted = 0] = await equation(app, 'list-applications');
    expect(loaded).toBe(listed + unlisted);
    const [keys = 0, found = 0, unknown = 0] = await equation(app, 'exclusion-keys');
    expect(keys).toBe(found + unknown);

    await app.byTestId('side-unmatched_lines').locator('summary').click();
    await expect.poll(() => app.byTestId('side-unmatched_lines').locator('[data-testid=side-row]').count()).toBe(Math.min(200, left));
    const saved = cellsOf((await download(app, 'save-unmatched_lines')).replace(/^\ufeff/u, ''));
    expect(saved.slice(1).map((cells) => cells[2])).toEqual(unmatched.map(({ key }) => key));
    await app.byTestId('side-unlisted').locator('summary').click();
    expect(cellsOf(await download(app, 'save-unlisted'))).toHaveLength(unlisted + 1);
    await app.byTestId('side-excluded').locator('summary').click();
    const excluded = cellsOf(await download(app, 'save-excluded')).length - 1;

    expect(await applicationsOf(app)).toBe(String(loaded - excluded));
    for (const name of ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv'] as const) expect(await app.save(name), name).toBe(expected.files[name]);
    await app.byTestId('leave-out-excluded').uncheck();
    await app.byTestId('count-waiting').check();
    await app.byTestId('nav-summary').click();
    await expect.poll(() => app.byTestId('scope-words').textContent()).toMatch(/点検除外データの申出.*も含め、結果のない申出.*を未決に数え/u);
    const all = compute(FILES, { ...BASE, lists: { ...lists, keepsExcluded: true, countsListed: true } });
    expect(await app.save('monthly.csv')).toBe(all.files['monthly.csv']);
    expect(JSON.parse(await app.save('import.json'))).toMatchObject({ applicationList: { waitingCounted: true }, exclusions: { leftOut: false } });
    expect(app.complaints).toEqual([]);
    await app.page.context().close();
  });

  it('that are malformed change nothing, and tell line and cause', async () => {
    const app = await browser.open(way, '#/mapping');
    await app.load(PATHS);
    await give(app, 'applications', list.path);
    await give(app, 'exclusions', exclusions.path);
    const before = [await equation(app, 'list-lines'), await equation(app, 'exclusion-keys'), await app.save('items.csv'), await app.save('import.json')];
    const lines = list.text.split(/\r?\n/u).length;
    await give(app, 'applications', save('壊れた一覧.csv', `${list.text}"切れた\r\n`));
    expect(await app.byTestId('applications-refused').textContent()).toMatch(new RegExp(`壊れた一覧\\.csv.*${String(lines)} 行目.*引用符`, 'u'));
    await give(app, 'exclusions', save('壊れた除外.csv', 'キー\r\n1.42E+19\r\n'));
    expect(await app.byTestId('exclusions-refused').textContent()).toMatch(/壊れた除外\.csv.*2 行目.*指数/u);
    expect([await equation(app, 'list-lines'), await equation(app, 'exclusion-keys'), await app.save('items.csv'), await app.save('import.json')]).toEqual(before);
    await app.page.context().close();
  });
});

it('a role that was guessed wrongly is corrected', async () => {
  const app = await browser.open('http', '#/mapping');
  await app.load(PATHS);
  const [first] = claims;
  await give(app, 'applications', save('見出しなし.csv', `甲,乙,丙\r\n${first?.key ?? ''},160000110,架空検査\r\n`));
  expect(await app.byTestId('applications-refused').textContent()).toContain('キーの列');
  expect(await app.byTestId('list-lines').count()).toBe(0);
  await app.byTestId('role-key').selectOption('0');
  await expect.poll(() => equation(app, 'list-lines')).toEqual([1, 1, 0]);
  await app.byTestId('role-key').selectOption('2');
  await expect.poll(() => equation(app, 'list-lines')).toEqual([1, 0, 1]);
  await app.page.context().close();
});

it('a dropped list is the list, not records', async () => {
  const app = await browser.open('http', '#/mapping');
  await app.load(PATHS);
  const [first] = claims;
  const transfer = await app.page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '落とした除外.csv'));
    return data;
  }, first?.key ?? '');
  const before = await app.finishedImports();
  await app.byTestId('exclusions').dispatchEvent('dragover', { dataTransfer: transfer });
  await app.byTestId('exclusions').dispatchEvent('drop', { dataTransfer: transfer });
  await expect.poll(() => equation(app, 'exclusion-keys')).toEqual([1, 1, 0]);
  expect(await app.finishedImports()).toBe(before);
  await app.page.context().close();
});

it('claim keys and other columns stand in no address and no storage, and are gone after clearing', async () => {
  const app = await browser.open('http', '#/mapping');
  await app.load(PATHS);
  await give(app, 'applications', save('印.csv', `共通キー,名称,氏名\r\n${MARKER},架空検査,${MARKER}氏\r\n`));
  await give(app, 'exclusions', save('印除外.csv', MARKER));
  await app.byTestId('count-waiting').check();
  await app.byTestId('leave-out-excluded').uncheck();
  expect(await app.page.content()).not.toContain(`${MARKER}氏`);
  const stored = () =>
    app.page.evaluate(async () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, await indexedDB.databases(), history.state]));
  expect([app.page.url(), ...app.requests, await stored()].join('\n')).not.toContain(MARKER);
  await app.byTestId('nav-safety').click();
  await app.byTestId('safety-clear').click();
  await app.byTestId('clear-confirm').click();
  await app.byTestId('nav-mapping').click();
  await app.load(PATHS);
  expect(await app.byTestId('list-lines').count()).toBe(0);
  expect(await app.byTestId('exclusion-keys').count()).toBe(0);
  expect(await app.byTestId('applications-name').count()).toBe(0);
  await app.page.context().close();
});

it('an engine that dies comes back with the lists', async () => {
  const app = await browser.open('http', '#/mapping');
  await app.load(PATHS);
  await give(app, 'exclusions', exclusions.path);
  const before = await equation(app, 'exclusion-keys');
  const applications = await applicationsOf(app);
  await app.killEngine();
  await app.page.waitForFunction(() => document.querySelector('[data-testid="engine-state"]')?.getAttribute('data-state') === 'restarting');
  await app.byTestId('engine-state').and(app.page.locator('[data-state="ready"]')).waitFor({ state: 'attached' });
  expect(await equation(app, 'exclusion-keys')).toEqual(before);
  await expect.poll(() => applicationsOf(app)).toBe(applications);
  await app.page.context().close();
});
