// npm run screenshots: pictures of every screen and state, for those who look at them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { buildIfStale } from '../build.ts';
import { ensureBrowser, launchOptions } from '../ensure-browser.ts';
import { CP932_QUOTED } from '../sample/csv-bytes.ts';
import { month } from '../sample/month-forms.ts';
import { writeSample } from '../sample/write-sample.ts';
import { serve } from '../serve.ts';
import { stories } from './scenes.ts';
import { LOOKS, takePictures } from './take-pictures.ts';

const USAGE = 'Usage: npm run screenshots -- [--out DIR]   (default .cache/screenshots)';

/** Paths on the command line are meant from the caller's folder; npm changes to the project's. */
const callersFolder = process.env.INIT_CWD ?? process.cwd();

function readOut(): string | undefined {
  const { values, tokens } = parseArgs({ options: { out: { type: 'string' } }, strict: false, tokens: true });
  const isKnown = tokens.every((token) => token.kind === 'option' && token.name === 'out');
  if (!isKnown || values.out === true) return undefined;
  return typeof values.out === 'string' ? resolve(callersFolder, values.out) : join(import.meta.dirname, '..', '..', '.cache', 'screenshots');
}

async function takeAll(out: string, executablePath: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'saishinsa-'));
  const served = await serve('dist', 0);
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const absent = new Set<string>();
    for (const story of stories(largeMonths(folder))) {
      for (const look of LOOKS) (await takePictures(browser, served.url, out, story, look)).forEach((name) => absent.add(name));
    }
    console.log(`The pictures are in ${out}.`);
    if (absent.size > 0) console.log(`Not there yet: ${[...absent].join(', ')}.`);
  } finally {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true });
  }
}

/** Synthetic months that take long enough to be seen while they are read. */
function largeMonths(folder: string): string[] {
  const { files } = writeSample({
    out: folder,
    seed: 'pictures',
    firstMonth: month(2024, 4),
    months: 6,
    records: 12_000,
    form: CP932_QUOTED,
    header: true,
    filesPerMonth: 1,
    grain: 'row',
    planted: false,
    lean: true,
  });
  return files.map(({ name }) => join(folder, name));
}

const out = readOut();
if (out === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const browser = await ensureBrowser();
  if (browser.ok) {
    await buildIfStale();
    await takeAll(out, browser.executablePath);
  } else {
    console.error(browser.sentence);
    process.exitCode = 1;
  }
}
