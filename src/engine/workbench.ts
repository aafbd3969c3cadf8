import defaultRules from '../classify/default-rules.csv?raw';
import { readRuleTable } from '../classify/rule-table.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done } from '../core/outcome.ts';
import type { ColumnOverview, ColumnProfile } from '../explore/profile.ts';
import { type ShownStatement, shownStatement } from '../explore/shown-statement.ts';
import type { SqlAnswer } from '../explore/sql-answer.ts';
import type { ValueHits } from '../explore/value-hits.ts';
import type { FileBlock } from '../import/file-block.ts';
import { KEPT_FIELDS } from '../layout/kept.ts';
import type { Figures, MonthOfLine, Table } from '../metrics/figures.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import { type Cell, type Choices, type Dimension, type Measure, type Scope, cellVariables, scopeVariables } from '../metrics/scope.ts';
import { DIMENSIONS, figuresStatement, membersCountStatement, membersStatement, seriesStatement } from '../metrics/statements.ts';
import { type Facts, deriveFacts } from '../records/facts.ts';
import { GRAINS, type GrainFinding, detectGrain } from '../records/grain.ts';
import { type Loaded, describeLoaded } from '../records/loaded.ts';
import { ItemFinder } from '../records/item-finder.ts';
import { reconcile } from '../records/reconcile.ts';
import { RecordStore } from '../records/record-store.ts';
import { AnsweredTables } from './answered-tables.ts';
import { ColumnFilters } from './column-filters.ts';
import type { Database, Row } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import { Explorer, type Shown } from './explorer.ts';
import { LineNames } from './line-names.ts';
import { loadFacts } from './load-facts.ts';
import { figuresOf, monthOfLine } from './read-figures.ts';
import { Turns } from './turns.ts';

/** What is visible: derived from the committed files, replaced as a whole. */
interface Visible {
  readonly facts: Facts;
  readonly grain: GrainFinding;
  readonly names: LineNames;
  readonly loaded: Loaded;
}

/** Records with what was found in their texts so far. */
class Holding {
  readonly store = new RecordStore();
  readonly finder = new ItemFinder(this.store);
}

/** The engine worker's work: keeps the loaded records, fills the database from them and answers for tables. */
export class Workbench {
  readonly #database: Database;
  readonly #engineAtStart: number;
  readonly #filters: ColumnFilters;
  readonly #explorer: Explorer;
  /** What the tables are made from. */
  #shown = new Holding();
  /** What is staged goes here: behind what is shown, or to a new start. */
  #staging = this.#shown;
  /** Files of `#shown` that are visible. */
  #committed = 0;
  #visible: Visible | null = null;
  readonly #answered = new AnsweredTables();
  readonly #turns = new Turns();
  /** Raised by each `cancel`: a query that started before sees it. */
  #cancellations = 0;
  /** Raised by each `cancelSql`: a statement that was given before sees it, even while it waits. */
  #sqlCancellations = 0;

  constructor(database: Database) {
    this.#database = database;
    this.#engineAtStart = database.bytesTaken;
    this.#filters = new ColumnFilters(database);
    this.#explorer = new Explorer(database);
  }

  /** Asks every question once of the empty tables: the browser compiles what the engine runs when it first runs it. */
  async warmUp(): Promise<void> {
    for (const dimension of DIMENSIONS) {
      for (const grain of GRAINS) {
        await this.#turns.later(`warm ${dimension} ${grain}`, (isInterrupted) => this.#query(figuresStatement(dimension, grain), isInterrupted));
      }
    }
  }

  stage(block: FileBlock): Promise<Outcome<null>> {
    return this.#turns.now(() => {
      this.#staging.store.append(block);
      this.#staging.finder.prepare();
      return Promise.resolve(done(null));
    });
  }

  commit(): Promise<Outcome<Loaded>> {
    return this.#turns.now(() => this.#publish());
  }

  startOver(): Promise<Outcome<null>> {
    return this.#turns.now(() => {
      this.#discard();
      this.#staging = new Holding();
      return Promise.resolve(done(null));
    });
  }

  discard(): Promise<Outcome<null>> {
    return this.#turns.now(() => {
      this.#discard();
      return Promise.resolve(done(null));
    });
  }

  firstRecords(file: number, most: number): Promise<Outcome<readonly MemberRecord[]>> {
    return this.#turns.now(() => {
      const stored = this.#shown.store.files[file];
      const rows = stored === undefined ? [] : Array.from({ length: Math.min(most, stored.to - stored.from) }, (_, index) => stored.from + index);
      return Promise.resolve(done(rows.map((row) => this.#record(row, 0))));
    });
  }

  table(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<Table>> {
    return this.#turns.now(async () => {
      const visible = this.#visible;
      if (visible === null) return done({ lines: [], total: figuresOf(undefined) });
      const known = this.#answered.find(scope, choices, dimension);
      if (known !== null) return done(known);
      const lines = dimension === 'total' ? done([]) : await this.#figures(visible, scope, choices, dimension);
      if (!lines.ok) return lines;
      const total = await this.#total(visible, scope, choices);
      if (!total.ok) return total;
      const table = { total: total.value, lines: lines.value.map((row) => visible.names.line(dimension, row)) };
      this.#answered.keep(scope, choices, dimension, table);
      return done(table);
    });
  }

  /** The line 合計, which all tables of a scope share. */
  async #total(visible: Visible, scope: Scope, choices: Choices): Promise<Outcome<Figures>> {
    const known = this.#answered.find(scope, choices, 'total');
    if (known !== null) return done(known.total);
    const rows = await this.#figures(visible, scope, choices, 'total');
    if (!rows.ok) return rows;
    const total = figuresOf(rows.value[0]);
    this.#answered.keep(scope, choices, 'total', { total, lines: [] });
    return done(total);
  }

  /** The months of every line, ascending. */
  series(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly MonthOfLine[]>> {
    return this.#turns.later(`series ${dimension}`, async (isInterrupted) => {
      const visible = this.#visible;
      if (visible === null) return done([]);
      this.#bind(visible, scope, choices, dimension);
      const rows = await this.#query(seriesStatement(dimension), isInterrupted);
      return rows.ok ? done(rows.value.map(monthOfLine)) : rows;
    });
  }

  members(scope: Scope, choices: Choices, dimension: Dimension, cell: Cell, page: Page): Promise<Outcome<Members>> {
    return this.#turns.now(async () => {
      const visible = this.#visible;
      if (visible === null) return done({ applications: 0, records: 0, rows: [] });
      this.#bind(visible, scope, choices, dimension);
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

  columns(scope: Scope, choices: Choices): Promise<Outcome<readonly ColumnOverview[]>> {
    return this.#explore(scope, choices, [], (shown) => this.#explorer.overview(shown, this.#watch()));
  }

  column(scope: Scope, choices: Choices, name: string, search: string): Promise<Outcome<ColumnProfile | null>> {
    return this.#explore(scope, choices, null, (shown) => this.#explorer.profile(shown, name, search, this.#watch()));
  }

  findValues(search: string): Promise<Outcome<readonly ValueHits[]>> {
    return this.#turns.now(() => {
      const facts = this.#visible?.facts ?? null;
      return facts === null ? Promise.resolve(done([])) : this.#explorer.findValues({ store: this.#shown.store, facts }, search, this.#watch());
    });
  }

  statement(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<ShownStatement>> {
    return this.#turns.now(() => {
      const visible = this.#visible;
      if (visible === null) return Promise.resolve(done({ sql: '', variables: [] }));
      const measure = measureOf(choices, visible);
      const variables = scopeVariables(scope, measure, dimension, visible.names);
      return Promise.resolve(done(shownStatement(figuresStatement(dimension, measure.grain), variables)));
    });
  }

  runSql(text: string, scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<SqlAnswer>> {
    const started = this.#sqlCancellations;
    return this.#explore(scope, choices, { columns: [], rows: [], isCut: false }, (shown, visible) => {
      const variables = scopeVariables(scope, measureOf(choices, visible), dimension, visible.names);
      return this.#explorer.run(shown, text, variables, () => this.#sqlCancellations !== started);
    });
  }

  cancelSql(): Promise<void> {
    this.#sqlCancellations++;
    return Promise.resolve();
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
    const { store, finder } = this.#staging;
    const reconciled = reconcile(store);
    await nextMessage();
    const facts = deriveFacts(store, reconciled, readRuleTable(defaultRules).rules, finder);
    const grain = detectGrain(facts.application, facts.points, facts.applications);
    await nextMessage();
    try {
      loadFacts(this.#database, facts);
      this.#explorer.forget();
      this.#answered.forget();
    } catch (error) {
      this.#discard();
      return engineFailure(error);
    }
    await nextMessage();
    this.#shown = this.#staging;
    this.#committed = store.files.length;
    const names = new LineNames(store, facts);
    const loaded = describeLoaded(store, reconciled, facts, grain, {
      engineAtStart: this.#engineAtStart,
      engine: this.#database.bytesTaken,
      kept: store.bytesTaken,
    });
    this.#visible = { facts, grain, names, loaded };
    return done(loaded);
  }

  #figures(visible: Visible, scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly Row[]>> {
    this.#bind(visible, scope, choices, dimension);
    return this.#query(figuresStatement(dimension, measureOf(choices, visible).grain));
  }

  #bind(visible: Visible, scope: Scope, choices: Choices, dimension: Dimension): void {
    this.#filters.apply(this.#shown.store, visible.facts, scope.columns);
    this.#database.bind(scopeVariables(scope, measureOf(choices, visible), dimension, visible.names));
  }

  /** Asks about the records in scope; `nothing` is the answer where none are loaded. */
  #explore<T>(scope: Scope, choices: Choices, nothing: T, ask: (shown: Shown, visible: Visible) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#turns.now(async () => {
      const visible = this.#visible;
      if (visible === null) return done(nothing);
      try {
        this.#bind(visible, scope, choices, 'total');
        return await ask({ store: this.#shown.store, facts: visible.facts }, visible);
      } catch (error) {
        return engineFailure(error);
      }
    });
  }

  /** Whether `cancel` was called from now on. */
  #watch(): () => boolean {
    const started = this.#cancellations;
    return () => this.#cancellations !== started;
  }

  async #query(statement: string, isInterrupted = (): boolean => false): Promise<Outcome<readonly Row[]>> {
    const isCancelled = this.#watch();
    try {
      return await this.#database.query(statement, () => isCancelled() || isInterrupted());
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
}

function measureOf(choices: Choices, visible: Visible): Measure {
  return {
    grain: choices.grain === 'auto' ? visible.grain.grain : choices.grain,
    attribution: choices.attribution,
    ownPrefecture: choices.ownPrefecture ?? visible.facts.ownPrefecture,
  };
}
