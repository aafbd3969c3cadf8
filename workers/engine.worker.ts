import { expose } from 'comlink';
import { done } from '../src/core/outcome.ts';
import { bootEngine } from '../src/engine/boot.ts';
import { createWorkbench } from '../src/engine/workbench.ts';
import type { EngineApi } from '../src/protocol/engine.ts';

type Start = Pick<EngineApi, 'ping' | 'boot'>;

/** Answers these two at once, and everything else once it has started. */
const api: Start & Partial<EngineApi> = {
  ping: () => undefined,
  async boot(wasm) {
    const database = await bootEngine(wasm);
    if (!database.ok) return database;
    const workbench: Omit<EngineApi, keyof Start> = createWorkbench(database.value);
    Object.assign(api, workbench);
    return done(database.value.version);
  },
};

expose(api);
