import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { compute } from '../oracle/oracle.ts';
import { AppBrowser, WAYS } from './app-page.ts';

const SAMPLES = readdirSync('sample-data').filter((name) => name.endsWith('.csv')).toSorted();
const OPTIONS = { ...PLAIN, kept: KEPT_FIELDS.map(({ number }) => number) };
const { totals } = JSON.parse(readFileSync('sample-data/manifest.json', 'utf8')) as { totals: { applications: number; loaded: number } };

const withoutReasons = (csv: string): string[][] => csv.split('\r\n').map((line) => line.split(',').filter((_, column) => column !== 5));

/** Tries, in the page or a worker, what the Content-Security-Policy forbids; in a task of its own, for it does not bind the debugger. */
async function reachOut(): Promise<{ fetched: string; evaluated: string }> {
  const fetched = await fetch('http://example.com/').then(
    () => 'fetched',
    () => 'refused',
  );
  return new Promise((resolve) => {
    setTimeout(() => {
      try {
        // eslint-disable-next-line no-eval -- shown to be refused
        resolve({ fetched, evaluated: String(globalThis.eval('1 + 1')) });
      } catch (error) {
        resolve({ fetched, evaluated: error instanceof EvalError ? 'refused' : String(error) });
      }
    });
  });
}

let browser: AppBrowser;
beforeAll(async () => {
  browser = await AppBrowser.launch();
});
afterAll(() => browser.close());

for (const way of WAYS) {
  describe(`opened over ${way}`, () => {
    it('loads chosen files without navigation and writes the files of the independent computation', async () => {
      const app = await browser.open(way);
      expect(await app.applications()).toBe('');
      await app.load(SAMPLES.map((name) => `sample-data/${name}`));
      await expect.poll(() => app.applications()).toBe(String(totals.applications));
      const files = SAMPLES.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`sample-data/${name}`)) }));
      const expected = compute(files, OPTIONS);
      for (const name of ['monthly.csv', 'items.csv', 'check-types.csv'] as const) expect(await app.save(name)).toBe(expected.files[name]);
      expect(withoutReasons(await app.save('rejected.csv'))).toEqual(withoutReasons(expected.files['rejected.csv']));
      const record = JSON.parse(await app.save('import.json')) as object;
      expect(record).toMatchObject({ ...expected.importRecord, quarantine: [] });
      expect(app.complaints).toEqual([]);
      await app.page.context().close();
    });

    it('loads the sample data with one click', async () => {
      const app = await browser.open(way);
      await app.byTestId('load-samples').click();
      await app.importFinished(0);
      await expect.poll(() => app.applications()).toBe(String(totals.applications));
      await app.page.context().close();
    });

    it('asks nobody but its own server for anything, and cannot', async () => {
      const app = await browser.open(way);
      await app.load(SAMPLES.map((name) => `sample-data/${name}`));
      await app.save('monthly.csv');
      const own = new URL(app.address);
      const foreign = app.requests.filter((address) => {
        const { protocol, host } = new URL(address);
        return protocol !== 'blob:' && protocol !== 'data:' && (protocol !== own.protocol || host !== own.host);
      });
      expect(foreign).toEqual([]);
      const workers = app.page.workers();
      expect(workers.length).toBeGreaterThanOrEqual(2);
      const outcomes = [await app.page.evaluate(reachOut), ...(await Promise.all(workers.map((worker) => worker.evaluate(reachOut))))];
      for (const outcome of outcomes) expect(outcome).toEqual({ fetched: 'refused', evaluated: 'refused' });
      expect(app.complaints.join('\n')).toMatch(/Content Security Policy/u);
      await app.page.context().close();
    });
  });
}
