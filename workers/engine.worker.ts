import { expose } from 'comlink';
import { done } from '../src/core/outcome.ts';
import { bootEngine } from '../src/engine/boot.ts';
import { createWorkbench } from '../src/engine/workbench.ts';
import type { EngineApi } from '../src/protocol/engine.ts';

type Start = Pick<EngineApi, 'ping' | 'boot'>;

/** Answers these two at once, and everything else once it has started. */
const api: Start = {
  ping: () => undefined,
  async boot(wasm) {
    const database = await bootEngine(wasm);
    if (!database.ok) return database;
    const { warmUp, ...calls } = createWorkbench(database.value);
    Object.assign<Start, Omit<EngineApi, keyof Start>>(api, calls);
    setTimeout(() => void warmUp());
    return done(database.value.version);
  },
};

expose(api);
