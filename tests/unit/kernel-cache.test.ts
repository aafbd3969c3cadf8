import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KernelCache } from '../../tools/kernel-cache.ts';

describe('what was compiled', () => {
  let folder: string;
  let source: string;
  let absent: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kernels-'));
    [source, absent] = [join(folder, 'index.ts'), join(folder, 'options.json')];
    writeFileSync(source, 'first');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const cache = (...compiler: string[]): KernelCache => new KernelCache(compiler, join(folder, 'kept'));

  it('is found again while no file has changed', () => {
    expect(cache('index.ts', '-O3').find()).toBeNull();
    cache('index.ts', '-O3').keep([source, absent], 'wasm');
    expect(cache('index.ts', '-O3').find()).toBe('wasm');
  });

  it('is not taken for that of other options', () => {
    cache('index.ts', '-O3').keep([source, absent], 'wasm');
    expect(cache('index.ts', '-O0').find()).toBeNull();
  });

  it('is given up when a file changes, goes, or comes', () => {
    cache('index.ts').keep([source, absent], 'wasm');
    writeFileSync(source, 'second');
    expect(cache('index.ts').find()).toBeNull();
    writeFileSync(source, 'first');
    writeFileSync(absent, '{}');
    expect(cache('index.ts').find()).toBeNull();
    rmSync(absent);
    expect(cache('index.ts').find()).toBe('wasm');
    rmSync(source);
    expect(cache('index.ts').find()).toBeNull();
  });
});
