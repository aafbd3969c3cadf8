import { expose } from 'comlink';
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
  listHead: (file) => started().listHead(file),
  useApplications: (file, name, roles) => started().useApplications(file, name, roles),
  useExclusions: (file, name) => started().useExclusions(file, name),
  listSide: (side, page) => started().listSide(side, page),
  recognised: (page) => started().recognised(page),
  readRuleTable: (file) => started().readRuleTable(file),
  useRules: (table) => started().useRules(table),
  useMasters: (sources) => started().useMasters(sources),
  previewMaster: (file, name) => started().previewMaster(file, name),
  mappingOverview: () => started().mappingOverview(),
  unclassified: (target, most) => started().unclassified(target, most),
  previewRule: (cells, line) => started().previewRule(cells, line),
  markedRecords: (field, text, most) => started().markedRecords(field, text, most),
  cancel: () => started().cancel(),
};

expose(api);
