import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { writeCommitted } from '../../tools/sample/make-committed.ts';
import { writeDirty } from '../../tools/sample/make-dirty.ts';

const COMMITTED = fileURLToPath(new URL('../../sample-data/', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'sample-'));

afterAll(() => rmSync(directory, { recursive: true }));

function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile()).sort();
}

test.each([
  ['sample-data', writeCommitted, COMMITTED],
  ['sample-data/dirty', writeDirty, join(COMMITTED, 'dirty')],
] as const)('%s is what its generator writes, byte for byte', (name, write, committed) => {
  const again = join(directory, name);
  write(again);
  expect(filesIn(again)).toEqual(filesIn(committed));
  const different = filesIn(again).filter((file) => !readFileSync(join(again, file)).equals(readFileSync(join(committed, file))));
  expect(different).toEqual([]);
});

test('the committed months stay under 900 KB', () => {
  const bytes = filesIn(COMMITTED).reduce((sum, file) => sum + statSync(join(COMMITTED, file)).size, 0);
  expect(bytes).toBeLessThan(900_000);
});
