import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { BENCH_FOLDER } from './sample-sets.ts';

/**
 * The native engine, of the version the browser runs. It is fetched when the benchmark is first run and stays beside its
 * data: its packages are large and are not published for every platform, so the project itself does without.
 */
const PACKAGE = '@duckdb/node-api';
const VERSION = '1.4.3-r.2';
const FOLDER = join(BENCH_FOLDER, 'native');

/** What the benchmark uses of the package. */
export interface NativeEngine {
  readonly DuckDBInstance: { create(path: string, options?: Readonly<Record<string, string>>): Promise<NativeInstance> };
  readonly DuckDBDataChunk: { create(types: readonly NativeType[]): NativeChunk };
  readonly BIGINT: NativeType;
  readonly INTEGER: NativeType;
}

/** A column type; only handed back to the engine. */
export type NativeType = Readonly<Record<'typeId', number>>;

export interface NativeInstance {
  connect(): Promise<NativeConnection>;
  closeSync(): void;
}

export interface NativeConnection {
  run(statement: string): Promise<unknown>;
  runAndReadAll(statement: string): Promise<NativeResult>;
  createAppender(table: string): Promise<NativeAppender>;
  closeSync(): void;
}

export interface NativeResult {
  getRows(): readonly (readonly unknown[])[];
  getColumnsObject(): Readonly<Record<string, readonly unknown[]>>;
  getRowObjects(): readonly Readonly<Record<string, unknown>>[];
}

export interface NativeChunk {
  setColumns(columns: readonly (readonly (number | bigint)[])[]): void;
}

export interface NativeAppender {
  appendDataChunk(chunk: NativeChunk): void;
  closeSync(): void;
}

let engine: NativeEngine | undefined;

/** @throws Error when the package cannot be installed */
export function nativeEngine(): NativeEngine {
  if (engine !== undefined) return engine;
  if (!existsSync(join(FOLDER, 'node_modules', PACKAGE))) install();
  engine = createRequire(resolve(FOLDER, 'package.json'))(PACKAGE) as NativeEngine;
  return engine;
}

function install(): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `${PACKAGE}@${VERSION}`], {
    cwd: FOLDER,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the native engine (${PACKAGE} ${VERSION}) could not be installed`);
}
