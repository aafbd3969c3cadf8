import { type Accessor, batch, createSignal } from 'solid-js';
import type { EngineClient } from '../client/engine-client.ts';
import type { RefusedRule, RuleLine } from '../classify/rule-table.ts';
import type { Failure } from '../core/failure.ts';
import type { Outcome } from '../core/outcome.ts';
import { RULE_HEADER } from '../messages/mapping-texts.ts';
import type { Loaded } from '../records/loaded.ts';
import { ruleFile } from '../report/rule-file.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The user's rules (対応表): changed in place, each change applied at once and undoable; kept in memory until saved. */
export interface RulesState {
  readonly lines: Accessor<readonly RuleLine[]>;
  /** Lines that are no rule, by their `line`. */
  readonly refused: Accessor<readonly RefusedRule[]>;
  /** Why the last file or change was refused; nothing was changed then. */
  readonly failure: Accessor<Failure | null>;
  readonly isApplying: Accessor<boolean>;
  /** Changes applied or refused since the page was opened. */
  readonly finished: Accessor<number>;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** @param at place in the table, from 0 */
  insert(at: number, cells: readonly string[]): Promise<void>;
  replace(at: number, cells: readonly string[]): Promise<void>;
  remove(at: number): Promise<void>;
  /** Changes places with the line so many places further on. */
  move(at: number, by: -1 | 1): Promise<void>;
  load(file: File): Promise<void>;
  /** The table as a file. */
  text(): string;
  /** Forgets the table without asking the engine, which is about to end. */
  forget(): void;
}

type Table = readonly RuleLine[];

export function createRules(workbench: WorkbenchState): RulesState {
  const [lines, setLines] = createSignal<Table>([]);
  const [refused, setRefused] = createSignal<readonly RefusedRule[]>([]);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const [isApplying, setApplying] = createSignal(false);
  const [finished, setFinished] = createSignal(0);
  const [past, setPast] = createSignal<readonly Table[]>([]);
  const [future, setFuture] = createSignal<readonly Table[]>([]);

  workbench.onEngineStart(async (engine) => {
    if (lines().length > 0) await use(engine, lines());
  });

  async function use(engine: EngineClient, table: Table): Promise<Outcome<Loaded | null>> {
    const answer = await engine.ask((api) => api.useRules(table));
    if (!answer.ok) return answer;
    setRefused(answer.value.refused);
    return { ok: true, value: answer.value.loaded };
  }

  /** @param remember what to do with the history where the table was taken */
  async function apply(table: Table, remember: () => void): Promise<void> {
    setApplying(true);
    const outcome = await workbench.reclassify((engine) => use(engine, table));
    batch(() => {
      setFailure(outcome.ok ? null : outcome.failure);
      if (outcome.ok) {
        setLines(table);
        remember();
      }
      setApplying(false);
      setFinished((before) => before + 1);
    });
  }

  function change(table: Table): Promise<void> {
    const before = lines();
    return apply(numbered(table), () => {
      setPast((all) => [...all, before]);
      setFuture([]);
    });
  }

  return {
    lines,
    refused,
    failure,
    isApplying,
    finished,
    canUndo: () => past().length > 0,
    canRedo: () => future().length > 0,
    async undo() {
      const table = past().at(-1);
      const now = lines();
      if (table === undefined) return;
      await apply(table, () => {
        setPast((all) => all.slice(0, -1));
        setFuture((all) => [...all, now]);
      });
    },
    async redo() {
      const table = future().at(-1);
      const now = lines();
      if (table === undefined) return;
      await apply(table, () => {
        setFuture((all) => all.slice(0, -1));
        setPast((all) => [...all, now]);
      });
    },
    insert: (at, cells) => change(lines().toSpliced(at, 0, { line: 0, cells })),
    replace: (at, cells) => change(lines().with(at, { line: 0, cells })),
    remove: (at) => change(lines().toSpliced(at, 1)),
    async move(at, by) {
      const [line, other] = [lines()[at], lines()[at + by]];
      if (line !== undefined && other !== undefined) await change(lines().with(at, other).with(at + by, line));
    },
    async load(file) {
      const read: Table[] = [];
      const outcome = await workbench.reclassify(async (engine) => {
        const answer = await engine.ask((api) => api.readRuleTable(file));
        if (!answer.ok) return answer;
        read.push(answer.value);
        return { ok: true, value: null };
      });
      const [table, before] = [read.at(-1), lines()];
      if (table === undefined) {
        setFailure(outcome.ok ? null : outcome.failure);
        setFinished((count) => count + 1);
        return;
      }
      await apply(table, () => {
        setPast((all) => [...all, before]);
        setFuture([]);
      });
    },
    text: () => ruleFile(RULE_HEADER, lines().map(({ cells }) => cells)),
    forget() {
      batch(() => {
        setLines([]);
        setRefused([]);
        setPast([]);
        setFuture([]);
        setFailure(null);
      });
    },
  };
}

/** Lines as they will stand in the saved file, the header being the first. */
function numbered(table: Table): Table {
  return table.map(({ cells }, index) => ({ line: index + 2, cells }));
}
