// npm run bench: measures the built app with synthetic months, in the browser and natively, and tells the figures.
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale, bundleWorker } from '../build.ts';
import { ensureBrowser } from '../ensure-browser.ts';
import { serve } from '../serve.ts';
import { BARE_FOLDER, BARE_PORTABLE, makeBarePages } from './bare-pages.ts';
import { type Measured, figuresOf } from './figures.ts';
import { FULL, type Plan, QUICK, measure, setsOf } from './measure.ts';
import { MeasuredBrowser } from './measured-browser.ts';
import { hasIconv } from './native-import.ts';
import { describeFigures, describeMachine, loadNow } from './print-figures.ts';
import { BENCH_FOLDER, makeSets } from './sample-sets.ts';

const USAGE = `Usage: npm run bench [-- --quick]
  --quick   fewer runs, and growth from a tenth of the reference work to it instead of from it to ten times as much`;

/** The build as it was when the measuring began. */
const APP_FOLDER = join(BENCH_FOLDER, 'app');

async function main(): Promise<number> {
  const plan = readPlan();
  if (plan === null) return complain(USAGE, 2);
  if (!hasIconv()) return complain('The comparison needs iconv, which turns CP932 into UTF-8, and there is none on the PATH.', 1);
  const browser = await ensureBrowser();
  if (!browser.ok) return complain(browser.sentence, 1);
  const load = loadNow();
  await Promise.all([makeSets(setsOf(plan)), buildPages()]);
  const measured = await run(browser.executablePath, plan, load);
  console.log(`\n${describeFigures(measured)}\n`);
  if (plan === QUICK) console.log('A quick run: few repetitions, and growth from a tenth of the reference work to it.');
  console.log(JSON.stringify(figuresOf(measured)));
  return 0;
}

async function buildPages(): Promise<void> {
  await buildIfStale();
  rmSync(APP_FOLDER, { recursive: true, force: true });
  cpSync('dist', APP_FOLDER, { recursive: true });
  await makeBarePages();
}

async function run(browserPath: string, plan: Plan, load: number): Promise<Measured> {
  const probe = await bundleWorker('probe', 'tools/bench/in-page/probe.ts');
  const fileUrl = (path: string): string => pathToFileURL(resolve(path)).href;
  const app = await serve(APP_FOLDER, 0);
  const bare = await serve(BARE_FOLDER, 0);
  const browser = await MeasuredBrowser.launch(browserPath, probe);
  try {
    console.log(`${describeMachine(browser.version, load)}\n`);
    const served = { app: app.url, bare: bare.url };
    const portable = { app: fileUrl(join(APP_FOLDER, 'saishinsa-workbench.html')), bare: fileUrl(BARE_PORTABLE) };
    return await measure(browser, { served, portable }, plan);
  } finally {
    await browser.close();
    await app.close();
    await bare.close();
  }
}

/** Null for a wrong command line. */
function readPlan(): Plan | null {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
    return values.quick ? QUICK : FULL;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function complain(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}

process.exitCode = await main();
