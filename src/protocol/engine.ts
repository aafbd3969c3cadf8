import type { Outcome } from '../core/outcome.ts';
import type { ColumnOverview, ColumnProfile } from '../explore/profile.ts';
import type { ShownStatement } from '../explore/shown-statement.ts';
import type { SqlAnswer } from '../explore/sql-answer.ts';
import type { ValueHits } from '../explore/value-hits.ts';
import type { FileBlock } from '../import/file-block.ts';
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
  /** Every column of the records in scope. */
  columns(scope: Scope, choices: Choices): Promise<Outcome<readonly ColumnOverview[]>>;
  /** One column; `search` keeps the values that hold it. Null while nothing is loaded. */
  column(scope: Scope, choices: Choices, name: string, search: string): Promise<Outcome<ColumnProfile | null>>;
  /** The text columns in whose values a text stands, over all loaded records. */
  findValues(search: string): Promise<Outcome<readonly ValueHits[]>>;
  /** The statement behind a table, to be read. */
  statement(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<ShownStatement>>;
  /** Runs one SELECT of the user's, which can write nothing; the variables the table's statement reads are bound. */
  runSql(text: string, scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<SqlAnswer>>;
  /** Ends the user's statement that runs or waits with `cancelled`. */
  cancelSql(): Promise<void>;
  /** Ends the query that runs now with `cancelled`. */
  cancel(): Promise<void>;
}
