import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done } from '../core/outcome.ts';
import type { FileBlock } from '../import/file-block.ts';
import { type Classification, type Classified, classifyRecords } from '../records/classified.ts';
import { deriveBaseFacts } from '../records/facts.ts';
import { detectGrain } from '../records/grain.ts';
import { ItemTree } from '../records/item-tree.ts';
import { NO_LISTS } from '../records/joined-lists.ts';
import { type Loaded, describeClasses, describeLoaded } from '../records/loaded.ts';
import type { MemoryUse } from '../records/memory-forecast.ts';
import type { NameSearch } from '../records/name-search.ts';
import { reconcile } from '../records/reconcile.ts';
import type { RecordStore } from '../records/record-store.ts';
import { AnsweredTables } from './answered-tables.ts';
import type { Database } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import { Holding } from './holding.ts';
import { LineNames } from './line-names.ts';
import { loadFacts } from './load-facts.ts';
import { RulesInUse } from './rules-in-use.ts';
import type { Visible } from './visible.ts';

/** Keeps the loaded records and brings the database to what rules, masters and lists make of them. */
export class LoadedRecords {
  readonly #database: Database;
  readonly #engineAtStart: number;
  #names: NameSearch | null = null;
  #classification: Classification = { rules: RulesInUse.defaults, lists: NO_LISTS, resolve: (name) => this.#names?.resolve(name) ?? null };
  /** What the tables are made from. */
  #shown = new Holding(null);
  /** What is staged goes here: behind what is shown, or to a new start. */
  #staging = this.#shown;
  /** Files of `#shown` that are visible. */
  #committed = 0;
  #visible: Visible | null = null;

  constructor(database: Database) {
    this.#database = database;
    this.#engineAtStart = database.bytesTaken;
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
    this.#staging.store.append(block);
    this.#staging.finder.prepare();
  }

  startOver(): void {
    this.discard();
    this.#staging = new Holding(this.#names);
  }

  /** Forgets what was staged. */
  discard(): void {
    this.#staging = this.#shown;
    this.#shown.store.keepFiles(this.#committed);
  }

  /** Makes what was staged visible, in steps between which messages are heard. Where that fails all is as before. */
  async commit(): Promise<Outcome<Loaded>> {
    const { store } = this.#staging;
    const reconciled = reconcile(store);
    await nextMessage();
    const classified = classifyRecords(this.#staging, deriveBaseFacts(store, reconciled), this.#classification);
    const { facts, counts } = classified;
    const grain = detectGrain(facts.application, facts.points, facts.applications);
    await nextMessage();
    try {
      loadFacts(this.#database, classified, null);
    } catch (error) {
      this.discard();
      return engineFailure(error);
    }
    await nextMessage();
    this.#shown = this.#staging;
    this.#committed = store.files.length;
    const loaded = describeLoaded(store, reconciled, facts, grain, counts, this.#memory(store));
    this.#visible = { ...classified, ...this.#named(classified), store, grain, loaded };
    return done(loaded);
  }

  /**
   * Classifies the visible records anew; what is staged waits. Where that fails all is as before.
   * @returns null while nothing is visible
   */
  async reclassify(change: Partial<Classification>): Promise<Outcome<Loaded | null>> {
    const classification = { ...this.#classification, ...change };
    const before = this.#visible;
    if (before !== null) {
      const classified = classifyRecords(this.#shown, before.facts, classification);
      await nextMessage();
      try {
        loadFacts(this.#database, classified, before);
      } catch (error) {
        return engineFailure(error);
      }
      const loaded = { ...before.loaded, ...describeClasses(classified.facts), lists: classified.counts, memory: this.#memory(before.store) };
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
    const undo: (() => void)[] = [];
    for (const { finder } of new Set([this.#shown, this.#staging])) {
      undo.push(finder.useNames(names));
      await finder.prepareInSteps();
    }
    const loaded = await this.reclassify({});
    if (!loaded.ok) {
      this.#names = before;
      for (const takeBack of undo) takeBack();
    }
    return loaded;
  }

  #named({ facts }: Classified): Pick<Visible, 'names' | 'tree' | 'answered'> {
    const tree = new ItemTree(facts.items.items, this.#names?.levels ?? null);
    return { tree, names: new LineNames(this.#shown.store, facts, tree), answered: new AnsweredTables() };
  }

  #memory(store: RecordStore): MemoryUse {
    return { engineAtStart: this.#engineAtStart, engine: this.#database.bytesTaken, kept: store.bytesTaken };
  }
}
