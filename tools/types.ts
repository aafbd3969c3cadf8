// npm run types: one compiler run for each world, so that a room cannot use what its world lacks.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const WORLDS = ['pure', 'worker', 'page', 'node'];

const root = join(import.meta.dirname, '..');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const failed = WORLDS.filter((world) => {
  const project = `tsconfig.${world}.json`;
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${project}: ${status === 0 ? 'ok' : 'type errors'}`);
  return status !== 0;
});

if (failed.length > 0) {
  console.error(`Type errors in: ${failed.map((world) => `tsconfig.${world}.json`).join(', ')}`);
  process.exitCode = 1;
}
