import defaultRules from '../classify/default-rules.csv?raw';
import { RuleMatcher } from '../classify/match-rules.ts';
import { readRuleTable } from '../classify/rule-table.ts';
import { failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { BacktestMonth } from '../decide/backtest.ts';
import type { Findings } from '../decide/estimate.ts';
import type { Learning } from '../decide/learning.ts';
import type { Policy } from '../decide/policy.ts';
import type { FileBlock } from '../import/file-block.ts';
import { KEPT_FIELDS } from '../layout/kept.ts';
import type { MonthOfLine, Table } from '../metrics/figures.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import { type Cell, type Choices, type Dimension, type Measure, type Scope, cellVariables, scopeVariables } from '../metrics/scope.ts';
import { type LearningDimension, learningApplicationsStatement, learningPartsStatement } from '../metrics/learning-statements.ts';
import { figuresStatement, membersCountStatement, membersStatement, seriesStatement } from '../metrics/statements.ts';
import { classify } from '../records/classes.ts';
import { type Facts, deriveBaseFacts } from '../records/facts.ts';
import { type GrainFinding, detectGrain } from '../records/grain.ts';
import { type Loaded, describeLoaded } from '../records/loaded.ts';
import { ItemFinder } from '../records/item-finder.ts';
import { reconcile } from '../records/reconcile.ts';
import { RecordStore } from '../records/record-store.ts';
import type { Database, NumberColumns, Row } from './database.ts';
import { Decisions } from './decisions.ts';
import { LineNames } from './line-names.ts';
import { loadFacts } from './load-facts.ts';
import { figuresOf, monthOfLine } from './read-figures.ts';
import { learningOf } from './read-learning.ts';

/** What is visible: derived from the committed files, replaced as a whole. */
interface Visible {
  readonly facts: Facts;
  readonly grain: GrainFinding;
  readonly names: LineNames;
  readonly loaded: Loaded;
}

interface LearningQuestion {
  readonly scope: Scope;
  readonly choices: Choices;
  readonly dimension: LearningDimension;
}

/** Records with what was found in their texts so far. */
class Holding {
  readonly store = new RecordStore();
  readonly matcher = new RuleMatcher((field) => this.store.column(field));
  readonly finder = new ItemFinder(this.store);
}

/** The engine worker's work: keeps the loaded records, fills the database from them and answers for tables. */
export class Workbench {
  readonly #database: Database;
  /** What the tables are made from. */
  #shown = new Holding();
  /** What is staged goes here: behind what is shown, or to a new start. */
  #staging = this.#shown;
  /** Files of `#shown` that are visible. */
  #committed = 0;
  #visible: Visible | null = null;
  readonly #decisions = new Decisions((question: LearningQuestion) => this.#learn(question));
  /** Calls wait for the one before. */
  #last: Promise<unknown> = Promise.resolve();
  /** Raised by each `cancel`: a query that started before sees it. */
  #cancellations = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  stage(block: FileBlock): Promise<Outcome<null>> {
    return this.#inTurn(() => {
      this.#staging.store.append(block);
      this.#staging.finder.prepare();
      return Promise.resolve(done(null));
    });
  }

  commit(): Promise<Outcome<Loaded>> {
    return this.#inTurn(() => this.#publish());
  }

  startOver(): Promise<Outcome<null>> {
    return this.#inTurn(() => {
      this.#discard();
      this.#staging = new Holding();
      return Promise.resolve(done(null));
    });
  }

  discard(): Promise<Outcome<null>> {
    return this.#inTurn(() => {
      this.#discard();
      return Promise.resolve(done(null));
    });
  }

  firstRecords(file: number, most: number): Promise<Outcome<readonly MemberRecord[]>> {
    return this.#inTurn(() => {
      const stored = this.#shown.store.files[file];
      const rows = stored === undefined ? [] : Array.from({ length: Math.min(most, stored.to - stored.from) }, (_, index) => stored.from + index);
      return Promise.resolve(done(rows.map((row) => this.#record(row, 0))));
    });
  }

  table(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<Table>> {
    return this.#inTurn(async () => {
      const visible = this.#visible;
      if (visible === null) return done({ lines: [], total: figuresOf(undefined) });
      const total = await this.#figures(visible, scope, choices, 'total');
      if (!total.ok) return total;
      const lines = dimension === 'total' ? done([]) : await this.#figures(visible, scope, choices, dimension);
      if (!lines.ok) return lines;
      return done({
        total: figuresOf(total.value[0]),
        lines: lines.value.map((row) => visible.names.line(dimension, row)),
      });
    });
  }

  /** The months of every line, ascending. */
  series(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly MonthOfLine[]>> {
    return this.#inTurn(async () => {
      const visible = this.#visible;
      if (visible === null) return done([]);
      this.#database.bind(scopeVariables(scope, measureOf(choices, visible), dimension, visible.names));
      const rows = await this.#query(seriesStatement(dimension));
      return rows.ok ? done(rows.value.map(monthOfLine)) : rows;
    });
  }

  members(scope: Scope, choices: Choices, dimension: Dimension, cell: Cell, page: Page): Promise<Outcome<Members>> {
    return this.#inTurn(async () => {
      const visible = this.#visible;
      if (visible === null) return done({ applications: 0, records: 0, rows: [] });
      this.#database.bind(scopeVariables(scope, measureOf(choices, visible), dimension, visible.names));
      this.#database.bind(cellVariables(cell, page));
      const counts = await this.#query(membersCountStatement(dimension));
      if (!counts.ok) return counts;
      const rows = await this.#query(membersStatement(dimension));
      if (!rows.ok) return rows;
      return done({
        applications: Number(counts.value[0]?.applications),
        records: Number(counts.value[0]?.records),
        rows: rows.value.map((row) => this.#record(Number(row.record), Number(row.application))),
      });
    });
  }

  /** What deciding learns from the applications in scope, about items or check types. */
  findings(scope: Scope, choices: Choices, dimension: LearningDimension, halfLife: number | null): Promise<Outcome<Findings>> {
    return this.#inTurn(() => this.#decisions.findings({ scope, choices, dimension }, halfLife));
  }

  /** What deciding about items after month `through` would have done to the month that followed. */
  backtest(scope: Scope, choices: Choices, through: number, policy: Policy): Promise<Outcome<BacktestMonth>> {
    return this.#inTurn(() => this.#decisions.backtest({ scope, choices, dimension: 'item' }, through, policy));
  }

  cancel(): Promise<void> {
    this.#cancellations++;
    return Promise.resolve();
  }

  #discard(): void {
    this.#staging = this.#shown;
    this.#shown.store.keepFiles(this.#committed);
  }

  /** In steps, between which messages are heard. */
  async #publish(): Promise<Outcome<Loaded>> {
    const { store } = this.#staging;
    const reconciled = reconcile(store);
    await nextMessage();
    const base = deriveBaseFacts(store, reconciled);
    const facts = { ...base, ...classify(base.record, store.size, readRuleTable(defaultRules).rules, this.#staging) };
    const grain = detectGrain(facts.application, facts.points, facts.applications);
    await nextMessage();
    try {
      loadFacts(this.#database, facts);
    } catch (error) {
      this.#discard();
      return engineFailure(error);
    }
    await nextMessage();
    this.#shown = this.#staging;
    this.#committed = store.files.length;
    const names = new LineNames(store, facts);
    const loaded = describeLoaded(store, reconciled, facts, grain);
    this.#visible = { facts, grain, names, loaded };
    this.#decisions.forget();
    return done(loaded);
  }

  async #learn({ scope, choices, dimension }: LearningQuestion): Promise<Outcome<Learning>> {
    const visible = this.#visible;
    if (visible === null) return failed(failure('cancelled'));
    const measure = measureOf(choices, visible);
    this.#database.bind(scopeVariables(scope, measure, dimension, visible.names));
    const applications = await this.#columns(learningApplicationsStatement(measure.grain));
    if (!applications.ok) return applications;
    const parts = await this.#columns(learningPartsStatement(dimension, measure.grain));
    return parts.ok ? done(learningOf(applications.value, parts.value, (line) => visible.names.nameOf(dimension, line))) : parts;
  }

  #figures(visible: Visible, scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly Row[]>> {
    const measure = measureOf(choices, visible);
    this.#database.bind(scopeVariables(scope, measure, dimension, visible.names));
    return this.#query(figuresStatement(dimension, measure.grain));
  }

  async #query(statement: string): Promise<Outcome<readonly Row[]>> {
    const started = this.#cancellations;
    try {
      return await this.#database.query(statement, () => this.#cancellations !== started);
    } catch (error) {
      return engineFailure(error);
    }
  }

  async #columns(statement: string): Promise<Outcome<NumberColumns>> {
    const started = this.#cancellations;
    try {
      return await this.#database.columns(statement, () => this.#cancellations !== started);
    } catch (error) {
      return engineFailure(error);
    }
  }

  #record(row: number, application: number): MemberRecord {
    const { store } = this.#shown;
    const values: Record<number, string> = {};
    KEPT_FIELDS.forEach(({ number }, index) => {
      const column = store.columns[index];
      const code = column?.codes[row] ?? 0;
      if (column !== undefined && code !== 0) values[number] = column.text(code);
    });
    const file = store.fileOf(row);
    return {
      file: file.facts.name,
      filePlace: store.files.indexOf(file),
      line: store.line[row] ?? 0,
      start: store.start[row] ?? 0,
      end: store.end[row] ?? 0,
      application,
      values,
    };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** What the engine says once its memory is spoilt: nothing it answers can be trusted any more. */
const FATAL = /malloc|out of memory|memory access out of bounds|table index is out of bounds|invalidated|unreachable/iu;

function engineFailure(error: unknown): Outcome<never> {
  if (!(error instanceof Error)) throw error;
  const code = FATAL.test(error.message) ? 'engine_stopped' : 'engine_failed';
  return failed(failure(code, { detail: error.message }));
}

function measureOf(choices: Choices, visible: Visible): Measure {
  return {
    grain: choices.grain === 'auto' ? visible.grain.grain : choices.grain,
    attribution: choices.attribution,
    ownPrefecture: choices.ownPrefecture ?? visible.facts.ownPrefecture,
  };
}
