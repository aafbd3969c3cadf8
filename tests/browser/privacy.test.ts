import { afterAll, beforeAll, expect, it } from 'vitest';
import { MARKER_DEFECTS, plantMarkers } from '../../tools/sample/markers.ts';
import { type AppPage, AppBrowser } from './app-page.ts';

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

const SCREENS = ['import', 'mapping', 'summary', 'items', 'check-types', 'decide', 'safety'] as const;
/** The last one is offered on its own screen. */
const EXPORTS = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv', 'rejected.csv', 'import.json', 'decisions.csv'] as const;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

it('markers in personal and sensitive fields stand in no screen, file, address or storage', async () => {
  const marked = MARKER_DEFECTS.map((defect) => plantMarkers(defect));
  const app = await browser.open();
  await app.load(marked.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })));
  const seen: string[] = [];
  for (const screen of SCREENS) {
    await app.byTestId(`nav-${screen}`).click();
    await app.page.waitForTimeout(300);
    seen.push(await wholePage(app));
  }
  await app.byTestId('nav-summary').click();
  await app.page.locator('button.figure').first().click();
  await expect.poll(() => app.byTestId('drill-records').textContent()).not.toBe('');
  seen.push(await wholePage(app));
  await app.page.keyboard.press('Escape');
  await app.byTestId('nav-decide').click();
  for (const name of EXPORTS) seen.push(await app.save(name));
  seen.push(app.page.url(), ...app.requests, ...app.complaints, await storageOf(app));
  const text = seen.join('\n');
  const found = marked.flatMap(({ markers }) => markers).filter(({ marker }) => text.includes(marker) || folded(text).includes(folded(marker)));
  expect(found).toEqual([]);
  expect(text).toContain(marked[0]?.name);
  await app.page.context().close();
});

/** Everything in the document, seen or not, attributes included. */
function wholePage(app: AppPage): Promise<string> {
  return app.page.content();
}

function storageOf(app: AppPage): Promise<string> {
  return app.page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = 'caches' in globalThis ? await globalThis.caches.keys() : [];
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, databases, caches, history.state]);
  });
}
