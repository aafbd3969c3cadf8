import { failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { dropReadable } from '../explore/readable-table.ts';
import type { FileBlock } from '../import/file-block.ts';
import { type AggregateLines, aggregate } from '../records/aggregate.ts';
import { type Classification, type Classified, classifyRecords } from '../records/classified.ts';
import { deriveBaseFacts } from '../records/facts.ts';
import { type GrainFinding, detectGrain } from '../records/grain.ts';
import { ItemTree } from '../records/item-tree.ts';
import { NO_LISTS } from '../records/joined-lists.ts';
import { type Loaded, describeClasses, describeLoaded } from '../records/loaded.ts';
import type { NameSearch } from '../records/name-search.ts';
import { type Reconciled, reconcile } from '../records/reconcile.ts';
import { replaceAggregate } from './aggregate-table.ts';
import { AnsweredTables } from './answered-tables.ts';
import type { Database } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import type { EngineMemory } from './engine-memory.ts';
import { Holding } from './holding.ts';
import { LineNames } from './line-names.ts';
import type { IsCancelled } from './pending-query.ts';
import { RulesInUse } from './rules-in-use.ts';
import type { Visible } from './visible.ts';

/** What staged and shown records come to, worked out and not yet shown. */
interface Prepared {
  readonly reconciled: Reconciled;
  readonly classified: Classified;
  readonly lines: AggregateLines;
  readonly grain: GrainFinding;
}

/** Keeps the loaded records and brings the database to what rules, masters and lists make of them. */
export class LoadedRecords {
  readonly #database: Database;
  readonly #memory: EngineMemory;
  #names: NameSearch | null = null;
  #classification: Classification = { rules: RulesInUse.defaults, lists: NO_LISTS, resolve: (name) => this.#names?.resolve(name) ?? null };
  /** What the tables are made from. */
  #shown = new Holding(null);
  /** What is staged goes here: behind what is shown, or to a new start. */
  #staging = this.#shown;
  /** Files of `#shown` that are visible. */
  #committed = 0;
  #visible: Visible | null = null;
  /** Null where records or classification have changed since. */
  #prepared: Prepared | null = null;

  constructor(database: Database, memory: EngineMemory) {
    this.#database = database;
    this.#memory = memory;
  }

  /** Null until the first commit. */
  get visible(): Visible | null {
    return this.#visible;
  }

  /** The records that are shown, with what knows their texts. */
  get shown(): Holding {
    return this.#shown;
  }

  get classification(): Classification {
    return this.#classification;
  }

  /** What the masters in use know; null without one. */
  get names(): NameSearch | null {
    return this.#names;
  }

  /** Whether no file came yet. */
  get isUntouched(): boolean {
    return this.#visible === null && this.#staging.store.size === 0;
  }

  stage(block: FileBlock): void {
    this.#prepared = null;
    const { store, finder, matcher } = this.#staging;
    store.append(block);
    finder.prepare();
    matcher.prepare(this.#classification.rules);
  }

  startOver(): void {
    this.discard();
    this.#staging = new Holding(this.#names);
  }

  /** Forgets what was staged. */
  discard(): void {
    this.#prepared = null;
    this.#staging = this.#shown;
    this.#shown.store.keepFiles(this.#committed);
  }

  /** Works out what `commit` will show, in steps between which messages are heard; a cancelled one leaves what is staged. */
  async prepare(isCancelled: IsCancelled): Promise<Outcome<null>> {
    this.#prepared = await this.#workOut(isCancelled);
    return this.#prepared === null ? failed(failure('cancelled')) : done(null);
  }

  /** Makes what was staged visible. Where that fails all is as before. */
  async commit(): Promise<Outcome<Loaded>> {
    const { store } = this.#staging;
    const { reconciled, classified, lines, grain } = this.#prepared ?? (await this.#workOut());
    this.#prepared = null;
    const { facts, counts } = classified;
    try {
      this.#load(lines);
    } catch (error) {
      this.discard();
      return engineFailure(error);
    }
    await nextMessage();
    this.#shown = this.#staging;
    this.#committed = store.files.length;
    const memory = this.#memory.use(store.bytesTaken, linesOf(classified));
    const loaded = describeLoaded(store, reconciled, facts, grain, counts, memory);
    this.#visible = { ...classified, ...this.#named(classified), store, grain, loaded };
    return done(loaded);
  }

  /**
   * Classifies the visible records anew; what is staged waits. Where that fails all is as before.
   * @returns null while nothing is visible
   */
  async reclassify(change: Partial<Classification>): Promise<Outcome<Loaded | null>> {
    const classification = { ...this.#classification, ...change };
    this.#prepared = null;
    const before = this.#visible;
    if (before !== null) {
      const classified = classifyRecords(this.#shown, before.facts, classification);
      await nextMessage();
      try {
        this.#load(aggregate(this.#shown.store, classified));
      } catch (error) {
        return engineFailure(error);
      }
      const memory = this.#memory.use(before.store.bytesTaken, linesOf(classified));
      const loaded = { ...before.loaded, ...describeClasses(before.store, classified.facts), lists: classified.counts, memory };
      this.#visible = { ...before, ...classified, ...this.#named(classified), loaded };
    }
    this.#classification = classification;
    return done(this.#visible?.loaded ?? null);
  }

  /**
   * Classifies the visible records by the names of these masters; null takes them away. Where that fails all is as before.
   * @returns as {@link reclassify}
   */
  async useNames(names: NameSearch | null): Promise<Outcome<Loaded | null>> {
    const before = this.#names;
    if (names === before) return this.reclassify({});
    this.#names = names;
    this.#prepared = null;
    const undo: (() => void)[] = [];
    for (const { finder } of new Set([this.#shown, this.#staging])) {
      undo.push(finder.useNames(names));
      await finder.prepareInSteps();
    }
    const loaded = await this.reclassify({});
    if (!loaded.ok) {
      this.#names = before;
      this.#prepared = null;
      for (const takeBack of undo) takeBack();
    }
    return loaded;
  }

  #workOut(): Promise<Prepared>;
  #workOut(isCancelled: IsCancelled): Promise<Prepared | null>;
  async #workOut(isCancelled: IsCancelled = () => false): Promise<Prepared | null> {
    const { store } = this.#staging;
    const reconciled = reconcile(store);
    await nextMessage();
    if (isCancelled()) return null;
    const classified = classifyRecords(this.#staging, deriveBaseFacts(store, reconciled), this.#classification);
    await nextMessage();
    if (isCancelled()) return null;
    const { application, points, applications } = classified.facts;
    return { reconciled, classified, lines: aggregate(store, classified), grain: detectGrain(application, points, applications) };
  }

  /** Brings the database to what the tables are made of; the readable tables, which tell of what was before, are taken away. */
  #load(lines: AggregateLines): void {
    replaceAggregate(this.#database, lines);
    if (this.#visible !== null) this.#database.execute(dropReadable());
  }

  #named({ facts }: Classified): Pick<Visible, 'names' | 'tree' | 'answered'> {
    const tree = new ItemTree(facts.items.items, this.#names?.levels ?? null);
    return { tree, names: new LineNames(this.#shown.store, facts, tree), answered: new AnsweredTables() };
  }
}

/** How many lines `fact` has of these. */
function linesOf({ facts, waiting }: Classified): number {
  return facts.items.record.length + waiting.pairs.record.length;
}
