import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { launchOptions } from '../ensure-browser.ts';
import type { ImportTimes, TableCall } from './in-page/probe.ts';

/** Nothing that is measured takes longer, unless it hangs. */
const PATIENCE_MS = 10 * 60 * 1000;

/** A browser whose pages carry the probe. */
export class MeasuredBrowser {
  readonly #browser: Browser;
  readonly #probe: string;

  static async launch(executablePath: string, probe: string): Promise<MeasuredBrowser> {
    return new MeasuredBrowser(await chromium.launch(launchOptions(executablePath)), probe);
  }

  private constructor(browser: Browser, probe: string) {
    this.#browser = browser;
    this.#probe = probe;
  }

  get version(): string {
    return this.#browser.version();
  }

  /** Opens a page with nothing kept from other pages, and waits until the engine in it is ready. */
  async open(address: string): Promise<MeasuredPage> {
    const context = await this.#browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ja-JP' });
    await context.addInitScript(this.#probe);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.probe.readyAt !== null);
    return new MeasuredPage(context, page);
  }

  /** Process ids of the pages that are open, as the system knows them. */
  async pageProcesses(): Promise<number[]> {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

export class MeasuredPage {
  readonly page: Page;
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  /** Milliseconds from navigation to the engine being ready. */
  readyMs(): Promise<number> {
    return this.page.evaluate(() => window.probe.readyAt ?? Number.NaN);
  }

  /** Chooses files as the file dialog does; the page's first import. */
  async import(files: readonly string[]): Promise<ImportTimes> {
    await this.page.evaluate(() => window.probe.goOnWhenAsked());
    await this.page.locator('input[type=file]').first().setInputFiles([...files]);
    return this.page.evaluate(() => window.probe.importTimes());
  }

  /** Changes the view by the address and waits for its tables. @returns what was asked for them */
  visit(hash: string): Promise<TableCall[]> {
    return this.page.evaluate(async (to) => {
      const before = window.probe.calls.length;
      await window.probe.visit(to);
      return window.probe.calls.slice(before);
    }, hash);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
