import { expect, it } from 'vitest';
import { createWorkbench } from '../../src/engine/workbench.ts';
import { importFile } from '../../src/import/import-file.ts';
import { PLAIN, annexFile } from '../oracle/annex-file.ts';
import { SMALL_MASTERS } from '../property/names/small-masters.ts';
import { openEngine } from '../sql/open-engine.ts';
import { filesOfApp, inChunks } from './app-files.ts';

const TEXT = 'クウソピン錠５ｍｇとCRPの重複';
const [DRUGS, ...OTHERS] = SMALL_MASTERS.map((text, id) => ({ id, file: new Blob([text]), name: `m${String(id)}.csv`, columns: null }));

it('masters that the engine cannot take change nothing, and can be taken later', async () => {
  const database = await openEngine();
  const workbench = createWorkbench(database);
  const { name, bytes } = annexFile('names.csv', [{ 1: 'K', 192: '50606', 198: TEXT }]);
  const block = await importFile({ name, chunks: inChunks(bytes, 1 << 16) }, { encoding: null }, { progress: () => undefined, isCancelled: () => false });
  if (!block.ok || DRUGS === undefined) throw new Error('no records');
  await workbench.stage(block.value);
  const loaded = await workbench.commit();
  if (!loaded.ok) throw new Error(loaded.failure.code);
  const shown = async () => ({
    files: await filesOfApp({ workbench, loaded: loaded.value, sha256: [], refused: [] }, PLAIN),
    marked: await workbench.markedRecords(198, TEXT, 1),
    overview: await workbench.mappingOverview(),
  });
  expect(await workbench.useMasters([DRUGS])).toMatchObject({ ok: true });
  const before = await shown();

  database.execute('ALTER TABLE fact_aggregate RENAME TO kept_away');
  expect(await workbench.useMasters([DRUGS, ...OTHERS])).toMatchObject({ ok: false, failure: { code: 'engine_failed' } });
  database.execute('ALTER TABLE kept_away RENAME TO fact_aggregate');

  expect(await shown()).toEqual(before);
  // What comes next is about the masters that are still in use.
  expect(await workbench.useRules([])).toMatchObject({ ok: true });
  expect(await shown()).toEqual(before);
  const later = await workbench.useMasters([DRUGS, ...OTHERS]);
  expect(later).toMatchObject({ ok: true, value: { masters: [{ id: 0 }, { id: 1 }, { id: 2 }] } });
  expect((await shown()).files['recognised.csv']).toContain('ＣＲＰ');
});
