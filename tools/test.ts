// npm test: everything that has to hold, in the order of what fails fastest; stops at the first failure.
// npm test -- <arguments> hands the arguments to vitest and runs nothing else.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonTestResults } from 'vitest/reporters';
import { buildIfStale } from './build.ts';
import { ensureBrowser } from './ensure-browser.ts';

interface Step {
  readonly name: string;
  /** True when it holds. What went wrong is already on the screen when it does not. */
  readonly run: () => Promise<boolean>;
}

const root = join(import.meta.dirname, '..');
const resultsFolder = await mkdtemp(join(tmpdir(), 'vitest-results-'));
const results = join(resultsFolder, 'results.json');

const STEPS: readonly Step[] = [
  { name: 'browser', run: findBrowser },
  { name: 'types', run: () => runPackage('tsx/dist/cli.mjs', 'tools/types.ts') },
  { name: 'lint', run: () => runPackage('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'import walls', run: () => runPackage('dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'workers', '--config', '.dependency-cruiser.cjs') },
  { name: 'build', run: build },
  { name: 'tests', run: () => runVitest() },
];

async function findBrowser(): Promise<boolean> {
  const outcome = await ensureBrowser();
  if (outcome.ok) {
    console.log(outcome.executablePath);
    process.env.CHROME_PATH = outcome.executablePath;
  } else {
    console.error(outcome.sentence);
  }
  return outcome.ok;
}

async function build(): Promise<boolean> {
  const built = await buildIfStale();
  console.log(built ? 'dist/ is built' : 'dist/ is up to date');
  return true;
}

/** Runs a package's command in a Node of its own. */
function runPackage(script: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const passOn = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve(code === 0);
    });
  });
}

function runVitest(...args: string[]): Promise<boolean> {
  return runPackage('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...args);
}

/** A file that broke before its first test counts as a failed test, and so does a run that failed without one. */
async function countTests(runIsOk: boolean): Promise<string> {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(await readFile(results, 'utf8')) as JsonTestResults;
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const failed = Math.max(numFailedTests + brokenFiles.length, runIsOk ? 0 : 1);
  return `${numPassedTests} passed, ${failed} failed`;
}

async function runAll(): Promise<boolean> {
  for (const { name, run } of STEPS) {
    console.log(`\n── ${name}`);
    const begin = performance.now();
    const ok = await run();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)`);
    if (!ok) return false;
  }
  return true;
}

const narrowedTo = process.argv.slice(2);
try {
  const ok = narrowedTo.length > 0 ? await runVitest(...narrowedTo) : await runAll();
  if (!ok) process.exitCode = 1;
  if (existsSync(results)) console.log(await countTests(ok));
} finally {
  await rm(resultsFolder, { recursive: true, force: true });
}
