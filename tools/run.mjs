// The one entry of every npm script: `node tools/run.mjs <name> [arguments]`.
// Plain Node, no dependency, because it is what installs the dependencies.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * An entry of package-lock.json; `os`, `cpu` and `libc` say where an optional package belongs.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries
 */

/** @type {Record<string, string>} */
const FILES = {
  start: 'tools/start.ts',
  build: 'tools/build.ts',
  report: 'tools/report/report.ts',
  sample: 'tools/sample/make-sample.ts',
  bench: 'tools/bench/bench.ts',
  screenshots: 'tools/screenshots/screenshots.ts',
  test: 'tools/test.ts',
  types: 'tools/types.ts',
};

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
/** npm writes this one last, so it stands for a finished install. */
const installedLockFile = join(modules, '.package-lock.json');
/** Stands only while an install runs; found later, it means that the install broke off. */
const unfinishedStamp = join(modules, '.install-unfinished');

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Vite and ESLint support 20.19, 22.13 and everything from 23 on, but not 21. */
function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 23;
  if (!supported) {
    stop(`This project needs Node 20.19 or newer (of the 22 line 22.13 or newer); this is Node ${process.versions.node}. Get one from https://nodejs.org.`);
  }
}

/** @param {string} file @returns {LockEntries} */
function readLock(file) {
  const lock = /** @type {{ packages?: LockEntries }} */ (JSON.parse(readFileSync(file, 'utf8')));
  return lock.packages ?? {};
}

/**
 * Optional packages are built for one platform each; the ones for this platform are needed all the same.
 * Those that also name a C library are left to npm's judgement.
 * @param {LockEntry} entry
 */
function isNeededHere({ optional, os, cpu, libc }) {
  if (optional !== true) return true;
  return os !== undefined && os.includes(process.platform) && (cpu === undefined || cpu.includes(process.arch)) && libc === undefined;
}

/** Compares contents, not times: a checkout or a copy gives every file a new time. */
function isInstalled() {
  if (existsSync(unfinishedStamp) || !existsSync(installedLockFile)) return false;
  if (!existsSync(lockFile)) return true;
  const installed = readLock(installedLockFile);
  return Object.entries(readLock(lockFile)).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return !isNeededHere(wanted);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** The npm that started this script, else the one beside this Node, else the one on the PATH. */
function npmCommand() {
  const nodeFolder = dirname(process.execPath);
  const script = [
    process.env.npm_execpath ?? '',
    join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  return script === undefined
    ? { command: 'npm', before: [], shell: process.platform === 'win32' }
    : { command: process.execPath, before: [script], shell: false };
}

/**
 * Waits for a child and passes signals on to it, so that none is left behind.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function runChild(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, ...options });
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      // A terminal sends Ctrl-C to the child as well.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    child.on('error', (error) => stop(`${command} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      for (const each of SIGNALS) process.off(each, passOn);
      resolve({ code, signal });
    });
  });
}

/** No package needs its install script, so none runs. */
async function install() {
  const verb = existsSync(lockFile) ? 'ci' : 'install';
  console.log(`Installing the packages (npm ${verb}) …`);
  markUnfinished();
  const { command, before, shell } = npmCommand();
  const { code, signal } = await runChild(command, [...before, verb, '--include=dev', '--include=optional', '--ignore-scripts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  });
  if (code !== 0) {
    markUnfinished();
    if (signal !== null) endBy(signal);
    stop(`npm ${verb} failed; what it says stands above. The packages come from the npm registry, so it needs a connection.`);
  }
  rmSync(unfinishedStamp, { force: true });
}

/** npm clears node_modules when it starts and when it fails, and the stamp with it. */
function markUnfinished() {
  mkdirSync(modules, { recursive: true });
  writeFileSync(unfinishedStamp, '');
}

/** @param {string} file @param {string[]} args */
async function runTool(file, args) {
  const tsx = join(modules, 'tsx', 'dist', 'cli.mjs');
  const { code, signal } = await runChild(process.execPath, [tsx, join(root, file), ...args], {
    stdio: 'inherit',
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  });
  if (signal !== null) endBy(signal);
  process.exit(code ?? 1);
}

/** Ends as the child ended. @param {NodeJS.Signals} signal */
function endBy(signal) {
  process.kill(process.pid, signal);
}

checkNodeVersion();
const [name = '', ...args] = process.argv.slice(2);
const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
if (file === undefined) stop(`Usage: node tools/run.mjs <${Object.keys(FILES).join(' | ')}> [arguments]`);
if (!isInstalled()) await install();
await runTool(file, args);
