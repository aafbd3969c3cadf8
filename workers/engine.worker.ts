import { expose } from 'comlink';
import { nextMessage } from '../src/core/next-message.ts';
import { done } from '../src/core/outcome.ts';
import { bootEngine } from '../src/engine/boot.ts';
import { Workbench } from '../src/engine/workbench.ts';
import type { EngineApi } from '../src/protocol/engine.ts';

let workbench: Workbench | null = null;

function started(): Workbench {
  if (workbench === null) throw new Error('the engine has not been started');
  return workbench;
}

const api: EngineApi = {
  ping: () => undefined,
  async boot(wasm) {
    const database = await bootEngine(wasm);
    if (!database.ok) return database;
    workbench = new Workbench(database.value);
    void nextMessage().then(() => started().warmUp());
    return done(database.value.version);
  },
  stage: (block) => started().stage(block),
  commit: () => started().commit(),
  startOver: () => started().startOver(),
  discard: () => started().discard(),
  firstRecords: (file, most) => started().firstRecords(file, most),
  table: (scope, choices, dimension) => started().table(scope, choices, dimension),
  series: (scope, choices, dimension) => started().series(scope, choices, dimension),
  members: (scope, choices, dimension, cell, page) => started().members(scope, choices, dimension, cell, page),
  columns: (scope, choices) => started().columns(scope, choices),
  column: (scope, choices, name, search) => started().column(scope, choices, name, search),
  findValues: (search) => started().findValues(search),
  statement: (scope, choices, dimension) => started().statement(scope, choices, dimension),
  runSql: (text, scope, choices, dimension) => started().runSql(text, scope, choices, dimension),
  cancelSql: () => started().cancelSql(),
  cancel: () => started().cancel(),
};

expose(api);
