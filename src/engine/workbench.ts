import type { ListHead, ListRoles } from '../classify/application-list-roles.ts';
import type { ItemLevel } from '../classify/item.ts';
import type { MasterPreview } from '../classify/master.ts';
import type { Target } from '../classify/rule.ts';
import type { RuleLine } from '../classify/rule-table.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done } from '../core/outcome.ts';
import type { FileBlock } from '../import/file-block.ts';
import type { MonthOfLine, Table } from '../metrics/figures.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import { type Cell, type Choices, type Dimension, type Measure, type Scope, cellVariables, scopeVariables } from '../metrics/scope.ts';
import { figuresStatement, membersCountStatement, membersStatement, seriesStatement } from '../metrics/statements.ts';
import { type Classification, type Classified, classifyRecords } from '../records/classified.ts';
import { deriveBaseFacts } from '../records/facts.ts';
import { type GrainFinding, detectGrain } from '../records/grain.ts';
import { ItemTree } from '../records/item-tree.ts';
import { FIRST_WAITING, NO_LISTS, type UserLists } from '../records/joined-lists.ts';
import { type ListSide, type SidePage, rowsOfSide } from '../records/list-sides.ts';
import { type Loaded, describeClasses, describeLoaded } from '../records/loaded.ts';
import { type RecognisedPage, recognisedItems } from '../records/recognised.ts';
import type { MappingOverview, MasterSource, MastersAnswer, PreviewAnswer, RulesAnswer } from '../records/mapping.ts';
import type { MarkedRecord } from '../records/recognised-marks.ts';
import { reconcile } from '../records/reconcile.ts';
import type { Unclassified } from '../records/unclassified-texts.ts';
import type { Database, Row } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import { Holding } from './holding.ts';
import { LineNames } from './line-names.ts';
import { loadFacts, loadGroups } from './load-facts.ts';
import { type Mapping, overviewOf, previewOf, recordsWith, unclassifiedOf } from './mapping-answers.ts';
import { MastersInUse, previewMasterFile } from './masters-in-use.ts';
import { memberRecord } from './member-record.ts';
import { figuresOf, monthOfLine } from './read-figures.ts';
import { readApplications, readExclusions, readListHead } from './read-lists.ts';
import { RulesInUse, readRuleFile } from './rules-in-use.ts';
import { waitingRecord } from './waiting-record.ts';

/** What is visible: derived from the committed files, replaced as a whole. */
interface Visible extends Classified {
  readonly grain: GrainFinding;
  readonly names: LineNames;
  readonly tree: ItemTree;
  readonly loaded: Loaded;
}

/** The engine worker's work: keeps the loaded records, fills the database from them and answers for tables. */
export class Workbench {
  readonly #database: Database;
  /** What the tables are made from. */
  #shown = new Holding(null);
  /** What is staged goes here: behind what is shown, or to a new start. */
  #staging = this.#shown;
  /** Files of `#shown` that are visible. */
  #committed = 0;
  #visible: Visible | null = null;
  #rules = new RulesInUse([]);
  readonly #masters = new MastersInUse();
  #classification: Classification = { rules: this.#rules.rules, lists: NO_LISTS, resolve: (name) => this.#masters.names?.resolve(name) ?? null };
  /** The level on which `record_group` holds the visible records; null before it was asked for. */
  #rolledUp: ItemLevel | null = null;
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
      this.#staging = new Holding(this.#masters.names);
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
      const by = this.#rolled(visible, choices, dimension);
      const lines = by === 'total' ? done([]) : await this.#figures(visible, scope, choices, by);
      if (!lines.ok) return lines;
      return done({
        total: figuresOf(total.value[0]),
        lines: lines.value.map((row) => visible.names.line(by, row)),
      });
    });
  }

  /** The months of every line, ascending. */
  series(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly MonthOfLine[]>> {
    return this.#inTurn(async () => {
      const visible = this.#visible;
      if (visible === null) return done([]);
      const by = this.#rolled(visible, choices, dimension);
      this.#database.bind(scopeVariables(scope, measureOf(choices, visible), by, visible.names));
      const rows = await this.#query(seriesStatement(by));
      return rows.ok ? done(rows.value.map(monthOfLine)) : rows;
    });
  }

  members(scope: Scope, choices: Choices, dimension: Dimension, cell: Cell, page: Page): Promise<Outcome<Members>> {
    return this.#inTurn(async () => {
      const visible = this.#visible;
      if (visible === null) return done({ applications: 0, records: 0, rows: [] });
      const by = this.#rolled(visible, choices, dimension);
      this.#database.bind(scopeVariables(scope, measureOf(choices, visible), by, visible.names));
      this.#database.bind(cellVariables(cell, page));
      const counts = await this.#query(membersCountStatement(by));
      if (!counts.ok) return counts;
      const rows = await this.#query(membersStatement(by));
      if (!rows.ok) return rows;
      return done({
        applications: Number(counts.value[0]?.applications),
        records: Number(counts.value[0]?.records),
        rows: rows.value.map((row) => this.#record(Number(row.record), Number(row.application))),
      });
    });
  }

  listHead(file: Blob): Promise<Outcome<ListHead>> {
    return this.#inTurn(() => readListHead(file));
  }

  useApplications(file: Blob | null, name: string, roles: ListRoles): Promise<Outcome<Loaded | null>> {
    return this.#inTurn(async () => {
      if (file === null) return this.#useLists({ applications: null });
      const list = await readApplications(file, roles);
      return list.ok ? this.#useLists({ applications: { name, list: list.value } }) : list;
    });
  }

  useExclusions(file: Blob | null, name: string): Promise<Outcome<Loaded | null>> {
    return this.#inTurn(async () => {
      if (file === null) return this.#useLists({ exclusions: null });
      const list = await readExclusions(file);
      return list.ok ? this.#useLists({ exclusions: { name, list: list.value } }) : list;
    });
  }

  listSide(side: ListSide, page: Page): Promise<Outcome<SidePage>> {
    return this.#inTurn(() => {
      const visible = this.#visible;
      return Promise.resolve(done(visible === null ? { all: 0, rows: [] } : rowsOfSide(side, this.#shown.store, visible, page)));
    });
  }

  recognised(page: Page): Promise<Outcome<RecognisedPage>> {
    return this.#inTurn(() => {
      const facts = this.#visible?.facts;
      return Promise.resolve(done(facts === undefined ? { isLast: true, rows: [] } : recognisedItems(this.#shown.store, facts, page)));
    });
  }

  readRuleTable(file: Blob): Promise<Outcome<readonly RuleLine[]>> {
    return this.#inTurn(() => readRuleFile(file));
  }

  useRules(table: readonly RuleLine[]): Promise<Outcome<RulesAnswer>> {
    return this.#inTurn(async () => {
      const rules = new RulesInUse(table);
      const loaded = await this.#reclassify({ ...this.#classification, rules: rules.rules });
      if (!loaded.ok) return loaded;
      this.#rules = rules;
      this.#shown.matcher.keepOnly(rules.rules);
      return done({ refused: rules.refused, loaded: loaded.value });
    });
  }

  useMasters(sources: readonly MasterSource[]): Promise<Outcome<MastersAnswer>> {
    return this.#inTurn(async () => {
      const before = this.#masters.names;
      const refused = await this.#masters.use(sources);
      if (this.#masters.names !== before) {
        for (const { finder } of new Set([this.#shown, this.#staging])) {
          finder.useNames(this.#masters.names);
          await finder.prepareInSteps();
        }
      }
      const loaded = await this.#reclassify({ ...this.#classification });
      return loaded.ok ? done({ masters: this.#masters.summaries(), refused, loaded: loaded.value }) : loaded;
    });
  }

  previewMaster(file: Blob, name: string): Promise<Outcome<MasterPreview>> {
    return this.#inTurn(() => previewMasterFile(file, name));
  }

  mappingOverview(): Promise<Outcome<MappingOverview | null>> {
    return this.#inTurn(() => Promise.resolve(done(this.#visible === null ? null : overviewOf(this.#mapping(this.#visible)))));
  }

  unclassified(target: Target, most: number): Promise<Outcome<Unclassified | null>> {
    return this.#inTurn(() => Promise.resolve(done(this.#visible === null ? null : unclassifiedOf(this.#mapping(this.#visible), target, most))));
  }

  previewRule(cells: readonly string[], line: number | null): Promise<Outcome<PreviewAnswer | null>> {
    return this.#inTurn(() => Promise.resolve(done(this.#visible === null ? null : previewOf(this.#mapping(this.#visible), cells, line))));
  }

  markedRecords(field: number, text: string, most: number): Promise<Outcome<readonly MarkedRecord[]>> {
    return this.#inTurn(() => Promise.resolve(done(this.#visible === null ? [] : recordsWith(this.#mapping(this.#visible), field, text, most))));
  }

  #mapping({ facts }: Visible): Mapping {
    const { store, matcher } = this.#shown;
    return { store, facts, matcher, inUse: this.#rules, names: this.#masters.names };
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
    const classified = classifyRecords(this.#staging, base, this.#classification);
    const { facts, counts } = classified;
    const grain = detectGrain(facts.application, facts.points, facts.applications);
    await nextMessage();
    try {
      loadFacts(this.#database, classified, null);
    } catch (error) {
      this.#discard();
      return engineFailure(error);
    }
    await nextMessage();
    this.#shown = this.#staging;
    this.#committed = store.files.length;
    const loaded = describeLoaded(store, reconciled, facts, grain, counts);
    this.#visible = { ...classified, ...this.#named(classified), grain, loaded };
    return done(loaded);
  }

  #named({ facts }: Classified): Pick<Visible, 'names' | 'tree'> {
    this.#rolledUp = null;
    const tree = new ItemTree(facts.items.items, this.#masters.names?.levels ?? null);
    return { tree, names: new LineNames(this.#shown.store, facts, tree) };
  }

  /** The lines to ask for: items stand on the level chosen, which is filled when it is first asked for. */
  #rolled({ facts, waiting, tree }: Visible, { itemLevel }: Choices, dimension: Dimension): Dimension {
    if (dimension !== 'item' || itemLevel === 'product') return dimension;
    if (this.#rolledUp !== itemLevel) {
      loadGroups(this.#database, [tree.rollUp(itemLevel, facts.items), tree.rollUp(itemLevel, waiting.pairs)]);
      this.#rolledUp = itemLevel;
    }
    return 'item_group';
  }

  async #useLists(lists: Partial<UserLists>): Promise<Outcome<Loaded | null>> {
    const { lists: before } = this.#classification;
    return this.#reclassify({ ...this.#classification, lists: { ...before, ...lists } });
  }

  /** Classifies the visible records anew; what is staged waits. Where that fails all is as before. Null while nothing is visible. */
  async #reclassify(classification: Classification): Promise<Outcome<Loaded | null>> {
    const before = this.#visible;
    if (before !== null) {
      const classified = classifyRecords(this.#shown, before.facts, classification);
      await nextMessage();
      try {
        loadFacts(this.#database, classified, before);
      } catch (error) {
        return engineFailure(error);
      }
      const loaded = { ...before.loaded, ...describeClasses(classified.facts), lists: classified.counts };
      this.#visible = { ...before, ...classified, ...this.#named(classified), loaded };
    }
    this.#classification = classification;
    return done(this.#visible?.loaded ?? null);
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

  #record(row: number, application: number): MemberRecord {
    const { lists } = this.#classification;
    return row >= FIRST_WAITING ? waitingRecord(row, application, lists) : memberRecord(this.#shown.store, row, application);
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
