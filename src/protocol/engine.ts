import type { ListHead, ListRoles } from '../classify/application-list-roles.ts';
import type { MasterPreview } from '../classify/master.ts';
import type { Target } from '../classify/rule.ts';
import type { RuleLine } from '../classify/rule-table.ts';
import type { Outcome } from '../core/outcome.ts';
import type { ColumnOverview, ColumnProfile } from '../explore/profile.ts';
import type { ShownStatement } from '../explore/shown-statement.ts';
import type { SqlAnswer } from '../explore/sql-answer.ts';
import type { ValueHits } from '../explore/value-hits.ts';
import type { BacktestMonth } from '../decide/backtest.ts';
import type { Findings } from '../decide/estimate.ts';
import type { Policy } from '../decide/policy.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { LearningSubject } from '../metrics/learning-statements.ts';
import type { LineMonths } from '../metrics/line-months.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import type { PackedTable } from '../metrics/packed-table.ts';
import type { Cell, Choices, Dimension, Scope } from '../metrics/scope.ts';
import type { MappingOverview, MasterSource, MastersAnswer, PreviewAnswer, RulesAnswer } from '../records/mapping.ts';
import type { Unclassified } from '../records/unclassified-texts.ts';
import type { MarkedRecord } from '../records/recognised-marks.ts';
import type { ListSide, SidePage } from '../records/list-sides.ts';
import type { Loaded } from '../records/loaded.ts';
import type { RecognisedPage } from '../records/recognised.ts';
import type { Registered } from '../records/registered-applications.ts';
import type { Lifeline } from './lifeline.ts';

/** What the engine worker is asked. Calls are carried out one after another. */
export interface EngineApi extends Lifeline {
  /** Starts the engine from its wasm. The bytes are given away. @returns the engine's version */
  boot(wasm: ArrayBuffer): Promise<Outcome<string>>;
  /** Takes a file that was read; nothing of it is visible before `commit`. */
  stage(block: FileBlock): Promise<Outcome<null>>;
  /** Works out what is to be shown of the staged files, so that `commit` is quick; `cancelled` leaves them staged. */
  prepare(): Promise<Outcome<null>>;
  /** Ends the `prepare` that runs or waits with `cancelled`. */
  cancelPrepare(): Promise<void>;
  /** Makes all staged files visible at once. */
  commit(): Promise<Outcome<Loaded>>;
  /** What is staged from now on replaces what is loaded, once it is committed. */
  startOver(): Promise<Outcome<null>>;
  /** Forgets what was staged. */
  discard(): Promise<Outcome<null>>;
  /** The first accepted records of a loaded file, by its place in load order. */
  firstRecords(file: number, most: number): Promise<Outcome<readonly MemberRecord[]>>;
  table(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<PackedTable>>;
  /** The months of every line of a table, on the period's axis; null while nothing is loaded. */
  series(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<LineMonths | null>>;
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
  /** The heads of a list of applications, with guessed roles. */
  listHead(file: Blob): Promise<Outcome<ListHead>>;
  /**
   * Puts a list of applications in force, instead of the one before; null takes it away. Where it is refused, all is as before.
   * @returns null while no records are loaded
   */
  useApplications(file: Blob | null, name: string, roles: ListRoles): Promise<Outcome<Loaded | null>>;
  /** The same for a list of excluded claims. */
  useExclusions(file: Blob | null, name: string): Promise<Outcome<Loaded | null>>;
  /** What a list and the loaded records do not have in common, and what is excluded. */
  listSide(side: ListSide, page: Page): Promise<Outcome<SidePage>>;
  /** The applications a list names, by request month and fee table; null without a list. */
  registered(): Promise<Outcome<Registered | null>>;
  /** The items found in all loaded records. */
  recognised(page: Page): Promise<Outcome<RecognisedPage>>;
  /** The lines of a rule table in a file, whether or not they are rules. */
  readRuleTable(file: Blob): Promise<Outcome<readonly RuleLine[]>>;
  /** Takes these lines as the user's rules, before the shipped ones; the visible records are classified anew at once. */
  useRules(table: readonly RuleLine[]): Promise<Outcome<RulesAnswer>>;
  /** Uses these masters and no others; one that is refused leaves out nothing else. */
  useMasters(sources: readonly MasterSource[]): Promise<Outcome<MastersAnswer>>;
  previewMaster(file: Blob, name: string): Promise<Outcome<MasterPreview>>;
  /** Coverage of each target and what each rule classified; null while nothing is loaded. */
  mappingOverview(): Promise<Outcome<MappingOverview | null>>;
  /** @param most groups of texts to give */
  unclassified(target: Target, most: number): Promise<Outcome<Unclassified | null>>;
  /** What a rule would do. @param line of the user's table that it replaces; null to stand before all */
  previewRule(cells: readonly string[], line: number | null): Promise<Outcome<PreviewAnswer | null>>;
  /** Records with this text in this field, and what was recognised in them. */
  markedRecords(field: number, text: string, most: number): Promise<Outcome<readonly MarkedRecord[]>>;
  /** What deciding learns from the applications in scope. @param halfLife in months; null weighs all months alike */
  findings(scope: Scope, choices: Choices, dimension: LearningSubject, halfLife: number | null): Promise<Outcome<Findings>>;
  /** What deciding after month `through` (yyyymm) would have done to the month that followed. */
  backtest(scope: Scope, choices: Choices, through: number, policy: Policy): Promise<Outcome<BacktestMonth>>;
  /** Ends the query that runs now with `cancelled`. */
  cancel(): Promise<void>;
}
