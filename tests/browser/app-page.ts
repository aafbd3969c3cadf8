import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { type Browser, type Page, chromium } from 'playwright-core';
import { ensureBrowser, launchOptions } from '../../tools/ensure-browser.ts';
import { type Served, serve } from '../../tools/serve.ts';

/** Both ways to open the app. */
export const WAYS = ['http', 'file'] as const;
export type Way = (typeof WAYS)[number];

/** A browser and the built app, for the tests of one file. */
export class AppBrowser {
  readonly #browser: Browser;
  readonly #served: Served;

  static async launch(): Promise<AppBrowser> {
    const found = await ensureBrowser();
    if (!found.ok) throw new Error(found.sentence);
    return new AppBrowser(await chromium.launch(launchOptions(found.executablePath)), await serve('dist', 0));
  }

  private constructor(browser: Browser, served: Served) {
    this.#browser = browser;
    this.#served = served;
  }

  /** Opens the app in a page of its own, with nothing kept from other pages. */
  async open(way: Way = 'http', hash = '', colorScheme: 'light' | 'dark' = 'light'): Promise<AppPage> {
    const context = await this.#browser.newContext({
      acceptDownloads: true,
      viewport: { width: 1366, height: 768 },
      locale: 'ja-JP',
      colorScheme,
    });
    const page = await context.newPage();
    const app = new AppPage(page, way === 'http' ? this.#served.url : pathToFileURL(resolve('dist/saishinsa-workbench.html')).href);
    await page.goto(`${app.address}${hash}`);
    return app;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#served.close();
  }
}

/** One opened app: what a user does with it, and what it asked the network for. */
export class AppPage {
  readonly page: Page;
  readonly address: string;
  /** Addresses of all requests. */
  readonly requests: string[] = [];
  /** Errors of the page and messages of the browser about forbidden things. */
  readonly complaints: string[] = [];

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  byTestId(id: string) {
    return this.page.locator(`[data-testid="${id}"]`);
  }

  /** Chooses files as the file dialog does, and waits until they are loaded or refused. */
  async load(files: readonly string[] | readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const before = await this.finishedImports();
    await this.page.locator('input[type=file]').first().setInputFiles([...files] as string[]);
    await this.importFinished(before);
  }

  async finishedImports(): Promise<number> {
    return Number((await this.page.locator('body').getAttribute('data-imports')) ?? 0);
  }

  async importFinished(before: number): Promise<void> {
    await this.page.waitForFunction((count) => Number(document.body.dataset.imports ?? 0) > count, before, { timeout: 120_000 });
  }

  /** Waits until nothing is on its way, and every row is drawn that is to be: those of a new table come over several frames. */
  async drawn(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  }

  /** The number of applications in scope as the header tells it; empty while nothing is loaded. */
  async applications(): Promise<string> {
    const isLoaded = await this.byTestId('export-import.json').isEnabled();
    if (isLoaded) await this.page.waitForFunction(() => document.querySelector('[data-testid="applications-total"]')?.textContent !== '');
    return (await this.byTestId('applications-total').textContent()) ?? '';
  }

  /** Ends the engine's worker from within, without a word to the page. */
  async killEngine(): Promise<void> {
    for (const worker of this.page.workers()) {
      const isEngine = await worker.evaluate(() => self.name === 'engine');
      if (isEngine) await worker.evaluate(() => setTimeout(() => self.close()));
    }
  }

  /** Saves one of the app's files and gives its text. */
  async save(name: string): Promise<string> {
    return (await this.#saved(name)).toString('utf8');
  }

  /** Saves all of the app's files as the archive it offers, and gives their texts by name. */
  async saveAll(): Promise<Record<string, string>> {
    const entries = Object.entries(unzipSync(await this.#saved('all')));
    return Object.fromEntries(entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
  }

  async #saved(name: string): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.byTestId(`export-${name}`).click()]);
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
}
