import defaultRules from '../classify/default-rules.csv?raw';
import { readRuleTable } from '../classify/rule-table.ts';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import type { FileBlock } from '../import/file-block.ts';
import { KEPT_FIELDS } from '../layout/kept.ts';
import type { Table } from '../metrics/figures.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import { type Cell, type Choices, type Dimension, type Measure, type Scope, cellVariables, scopeVariables } from '../metrics/scope.ts';
import { figuresStatement, membersCountStatement, membersStatement } from '../metrics/statements.ts';
import { type Facts, deriveFacts } from '../records/facts.ts';
import { type GrainFinding, detectGrain } from '../records/grain.ts';
import { type Loaded, describeLoaded } from '../records/loaded.ts';
import { ItemFinder } from '../records/item-finder.ts';
import { reconcile } from '../records/reconcile.ts';
import { RecordStore } from '../records/record-store.ts';
import type { Database, Row } from './database.ts';
import { LineNames } from './line-names.ts';
import { loadFacts } from './load-facts.ts';
import { figuresOf } from './read-figures.ts';

/** What is visible: derived from the committed files, replaced as a whole. */
interface Visible {
  readonly facts: Facts;
  readonly grain: GrainFinding;
  readonly names: LineNames;
  readonly loaded: Loaded;
}

/** The engine worker's work: keeps the loaded records, fills the database from them and answers for tables. */
export class Workbench {
  readonly #database: Database;
  #store = new RecordStore();
  #finder = new ItemFinder(this.#store);
  #committed = 0;
  #visible: Visible | null = null;
  /** Calls wait for the one before. */
  #last: Promise<unknown> = Promise.resolve();
  /** Raised by each `cancel`: a query that started before sees it. */
  #cancellations = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  stage(block: FileBlock): Promise<Outcome<null>> {
    return this.#inTurn(() => {
      this.#store.append(block);
      this.#finder.prepare();
      return Promise.resolve(done(null));
    });
  }

  commit(): Promise<Outcome<Loaded>> {
    return this.#inTurn(() => Promise.resolve(this.#publish()));
  }

  discard(): Promise<Outcome<null>> {
    return this.#inTurn(() => {
      this.#store.keepFiles(this.#committed);
      return Promise.resolve(done(null));
    });
  }

  clear(): Promise<Outcome<Loaded>> {
    return this.#inTurn(() => {
      this.#store = new RecordStore();
      this.#finder = new ItemFinder(this.#store);
      return Promise.resolve(this.#publish());
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

  cancel(): Promise<void> {
    this.#cancellations++;
    return Promise.resolve();
  }

  #publish(): Outcome<Loaded> {
    const reconciled = reconcile(this.#store);
    const facts = deriveFacts(this.#store, reconciled, readRuleTable(defaultRules).rules, this.#finder);
    const grain = detectGrain(facts.application, facts.points, facts.applications);
    try {
      loadFacts(this.#database, facts);
    } catch (error) {
      this.#store.keepFiles(this.#committed);
      if (error instanceof Error) return failed(failure('engine_failed', { detail: error.message }));
      throw error;
    }
    this.#committed = this.#store.files.length;
    const names = new LineNames(this.#store, facts);
    const loaded = describeLoaded(this.#store, reconciled, facts, grain);
    this.#visible = { facts, grain, names, loaded };
    return done(loaded);
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
      if (error instanceof Error) return failed(failure('engine_failed', { detail: error.message }));
      throw error;
    }
  }

  #record(row: number, application: number): MemberRecord {
    const values: Record<number, string> = {};
    KEPT_FIELDS.forEach(({ number }, index) => {
      const column = this.#store.columns[index];
      const code = column?.codes[row] ?? 0;
      if (column !== undefined && code !== 0) values[number] = column.text(code);
    });
    return { file: this.#store.fileOf(row).facts.name, line: this.#store.line[row] ?? 0, application, values };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

function measureOf(choices: Choices, visible: Visible): Measure {
  return {
    grain: choices.grain === 'auto' ? visible.grain.grain : choices.grain,
    attribution: choices.attribution,
    ownPrefecture: choices.ownPrefecture ?? visible.facts.ownPrefecture,
  };
}
