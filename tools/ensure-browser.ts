// Finds the browser that the browser tests drive; on Debian as root installs one. npm downloads none.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';

export type BrowserFailure = 'chrome_path_wrong' | 'not_found' | 'install_failed';
export type Outcome =
  | { readonly ok: true; readonly executablePath: string }
  | { readonly ok: false; readonly code: BrowserFailure; readonly sentence: string };

const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];
const MAC_PLACES = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `Applications/${name}.app/Contents/MacOS/${name}`);
const HOW_TO_GET_ONE =
  'Install Chromium, Google Chrome or Microsoft Edge, or name one in the environment variable CHROME_PATH (on Debian: apt-get install chromium fonts-noto-cjk).';

const isRoot = process.getuid?.() === 0;

/** How every browser test starts the browser: no traffic of its own, and no sandbox where root has none. */
export function launchOptions(executablePath: string): LaunchOptions {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return { executablePath, headless: true, args: isRoot ? ['--no-sandbox', ...quiet] : quiet };
}

let ensured: Promise<Outcome> | undefined;

/** A browser that starts, and on Debian fonts that can show Japanese. Looks and installs once a process. */
export function ensureBrowser(): Promise<Outcome> {
  ensured ??= Promise.resolve().then(findOrInstall);
  return ensured;
}

function findOrInstall(): Outcome {
  const named = process.env.CHROME_PATH ?? '';
  if (named !== '' && !isFile(named)) {
    return failure('chrome_path_wrong', `CHROME_PATH names ${named}, but there is no such file.`);
  }
  const found = named === '' ? findBrowser() : named;
  const canInstall = isRoot && isDebian();
  const missing = [...(found === undefined ? ['chromium'] : []), ...(canInstall && !hasJapaneseFont() ? ['fonts-noto-cjk'] : [])];

  if (missing.length > 0 && canInstall) {
    const installed = installDebianPackages(missing);
    if (!installed && found === undefined) return failure('install_failed', `apt-get could not install ${missing.join(' and ')}. ${HOW_TO_GET_ONE}`);
    if (!installed) console.warn('No Japanese font could be installed; pictures of the pages will show boxes.');
  }
  const executablePath = found ?? findBrowser();
  return executablePath === undefined ? failure('not_found', `The browser tests need a browser, and none was found. ${HOW_TO_GET_ONE}`) : { ok: true, executablePath };
}

function failure(code: BrowserFailure, sentence: string): Outcome {
  return { ok: false, code, sentence };
}

function findBrowser(): string | undefined {
  return [...placesOnPath(), ...usualPlaces()].find((path) => isFile(path) && starts(path));
}

function placesOnPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return MAC_PLACES.flatMap((place) => [join('/', place), join(homedir(), place)]);
  if (process.platform !== 'win32') return [];
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return WINDOWS_PLACES.flatMap((place) => folders.filter((folder) => folder !== undefined).map((folder) => join(folder, ...place)));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Some distributions ship a stub that only says what to install. On Windows `--version` would open a window. */
function starts(path: string): boolean {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Debian and what is built on it, but not Ubuntu: its chromium package is a snap. */
function isDebian(): boolean {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  const ids = /^ID(?:_LIKE)?=.*$/gm;
  const words = (readFileSync('/etc/os-release', 'utf8').match(ids) ?? []).join(' ');
  return /\bdebian\b/.test(words) && !/\bubuntu\b/.test(words);
}

function hasJapaneseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() !== '' : existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

function installDebianPackages(packages: readonly string[]): boolean {
  console.log(`Installing ${packages.join(' and ')} (apt-get) …`);
  const aptGet = (...args: string[]): boolean => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
  };
  return aptGet('update') && aptGet('install', '-y', ...packages);
}
