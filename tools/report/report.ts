import { existsSync, mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildIfStale } from '../build.ts';
import { ensureBrowser } from '../ensure-browser.ts';
import { serve } from '../serve.ts';
import { type OwnFiles, type Report, driveApp } from './drive-app.ts';
import { type ReportArguments, USAGE, readArguments } from './read-arguments.ts';

const ALL_USED = 0;
const NONE_USED = 1;
const WRONG_USAGE = 2;
const SOME_USED = 3;

/** Paths on the command line are meant from the caller's folder; npm changes to the project's. */
const callersFolder = process.env.INIT_CWD ?? process.cwd();

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if ('wrong' in options) return complain(`${options.wrong}\n\n${USAGE}`, WRONG_USAGE);
  const paths = options.files.map(fromCallersFolder);
  const present = paths.filter(isFile);
  const own = ownFiles(options);
  const absent = [...paths, ...own.rules, ...own.masters, ...own.applications, ...own.exclusions].filter((path) => !isFile(path)).map((path) => `${path}: ファイルがありません。`);
  absent.forEach((sentence) => complain(sentence, NONE_USED));
  if (present.length === 0) return NONE_USED;
  const settings = options.decide?.settings ?? null;
  if (settings !== null && !isFile(fromCallersFolder(settings))) return complain(`${settings}: ファイルがありません。`, WRONG_USAGE);
  const browser = await ensureBrowser();
  if (!browser.ok) return complain(browser.sentence, NONE_USED);
  const report = await run(options, browser.executablePath, present, own);
  [...report.lines, ...report.refused].forEach((sentence) => complain(sentence, NONE_USED));
  if (!report.isWritten) return NONE_USED;
  return absent.length + report.refused.length > 0 ? SOME_USED : ALL_USED;
}

async function run(options: ReportArguments, browserPath: string, files: readonly string[], own: OwnFiles): Promise<Report> {
  await buildIfStale();
  const out = resolve(callersFolder, options.out);
  mkdirSync(out, { recursive: true });
  const server = await serve('dist', 0);
  try {
    return await driveApp(server.url, browserPath, files, out, withPaths(options), presentOnly(own));
  } finally {
    await server.close();
  }
}

function fromCallersFolder(path: string): string {
  return resolve(callersFolder, path);
}

function ownFiles({ rules, masters, applications, exclusions }: ReportArguments): OwnFiles {
  const paths = (path: string | null): string[] => (path === null ? [] : [fromCallersFolder(path)]);
  return { rules: paths(rules), masters: masters.map(fromCallersFolder), applications: paths(applications), exclusions: paths(exclusions) };
}

function presentOnly({ rules, masters, applications, exclusions }: OwnFiles): OwnFiles {
  return { rules: rules.filter(isFile), masters: masters.filter(isFile), applications: applications.filter(isFile), exclusions: exclusions.filter(isFile) };
}

/** The settings file where it is meant from the caller's folder. */
function withPaths(options: ReportArguments): ReportArguments {
  const { decide } = options;
  if (decide?.settings == null) return options;
  return { ...options, decide: { ...decide, settings: fromCallersFolder(decide.settings) } };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

process.exitCode = await main();
