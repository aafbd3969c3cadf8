import type { Outcome } from '../core/outcome.ts';
import type { BacktestMonth } from '../decide/backtest.ts';
import type { Findings } from '../decide/estimate.ts';
import type { Policy } from '../decide/policy.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { LearningDimension } from '../metrics/learning-statements.ts';
import type { MonthOfLine, Table } from '../metrics/figures.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import type { Cell, Choices, Dimension, Scope } from '../metrics/scope.ts';
import type { Loaded } from '../records/loaded.ts';
import type { Lifeline } from './lifeline.ts';

/** What the engine worker is asked. Calls are carried out one after another. */
export interface EngineApi extends Lifeline {
  /** Starts the engine from its wasm. The bytes are given away. @returns the engine's version */
  boot(wasm: ArrayBuffer): Promise<Outcome<string>>;
  /** Takes a file that was read; nothing of it is visible before `commit`. */
  stage(block: FileBlock): Promise<Outcome<null>>;
  /** Makes all staged files visible at once. */
  commit(): Promise<Outcome<Loaded>>;
  /** What is staged from now on replaces what is loaded, once it is committed. */
  startOver(): Promise<Outcome<null>>;
  /** Forgets what was staged. */
  discard(): Promise<Outcome<null>>;
  /** The first accepted records of a loaded file, by its place in load order. */
  firstRecords(file: number, most: number): Promise<Outcome<readonly MemberRecord[]>>;
  table(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<Table>>;
  /** The months of every line of a table, on the period's axis, ascending. */
  series(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly MonthOfLine[]>>;
  members(
    scope: Scope,
    choices: Choices,
    dimension: Dimension,
    cell: Cell,
    page: Page,
  ): Promise<Outcome<Members>>;
  /** What deciding learns from the applications in scope. @param halfLife in months; null weighs all months alike */
  findings(scope: Scope, choices: Choices, dimension: LearningDimension, halfLife: number | null): Promise<Outcome<Findings>>;
  /** What deciding after month `through` (yyyymm) would have done to the month that followed. */
  backtest(scope: Scope, choices: Choices, through: number, policy: Policy): Promise<Outcome<BacktestMonth>>;
  /** Ends the query that runs now with `cancelled`. */
  cancel(): Promise<void>;
}
