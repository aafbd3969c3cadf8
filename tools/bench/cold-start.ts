import type { MeasuredBrowser } from './measured-browser.ts';

/** The app and the bare page that boots the same engine, both served or both as one file. */
export interface Packaging {
  readonly app: string;
  readonly bare: string;
}

export interface ColdStart {
  /** Milliseconds from navigation to the engine being ready. */
  readonly app: readonly number[];
  readonly bare: readonly number[];
}

/** Opens bare page and app of each packaging in turn, each time with nothing kept. */
export async function compareColdStarts<Name extends string>(
  browser: MeasuredBrowser,
  packagings: Readonly<Record<Name, Packaging>>,
  rounds: number,
): Promise<Record<Name, ColdStart>> {
  const names = Object.keys(packagings) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, { app: [], bare: [] }])) as unknown as Record<Name, { app: number[]; bare: number[] }>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      times[name].bare.push(await coldStart(browser, packagings[name].bare));
      times[name].app.push(await coldStart(browser, packagings[name].app));
    }
  }
  return times;
}

/** The version of the engine in a bare page. */
export async function engineVersion(browser: MeasuredBrowser, bare: string): Promise<string> {
  const page = await browser.open(bare);
  const version = await page.page.locator('[data-testid="engine-state"]').innerText();
  await page.close();
  return version;
}

async function coldStart(browser: MeasuredBrowser, address: string): Promise<number> {
  const page = await browser.open(address);
  const ms = await page.readyMs();
  await page.close();
  return ms;
}
