import { done, type Outcome } from '../core/outcome.ts';
import { comparable } from '../core/text.ts';
import { nextMessage } from '../core/next-message.ts';
import { overviewStatement, profileStatement } from '../explore/profile-statement.ts';
import { createScoped } from '../explore/readable-table.ts';
import { type ColumnOverview, type ColumnProfile, MOST_VALUES, spreadOf } from '../explore/profile.ts';
import { MOST_ROWS, type SqlAnswer } from '../explore/sql-answer.ts';
import type { ValueHits } from '../explore/value-hits.ts';
import { recordShapeOf } from '../metrics/scope-definition.ts';
import { type Scope, type Variable, valueVariables } from '../metrics/scope.ts';
import { columnValues } from '../records/column-values.ts';
import { LOADED_COLUMNS, loadedColumn } from '../records/columns.ts';
import type { Facts } from '../records/facts.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Database, Row } from './database.ts';
import type { EngineMemory } from './engine-memory.ts';
import { fillReadable } from './fill-readable.ts';
import type { IsCancelled } from './pending-query.ts';
import type { ReadOnlySession } from './read-only-session.ts';

/** The loaded records a question is about. */
interface Shown {
  readonly store: RecordStore;
  readonly facts: Facts;
}

const ALL = 2 ** 31 - 1;

/** Answers 調べる. The readable tables are made with the first question after the facts changed. */
export class Explorer {
  readonly #database: Database;
  readonly #memory: EngineMemory;
  #session: ReadOnlySession | null = null;
  /** What the readable tables were made from. */
  #filled: Facts | null = null;

  constructor(database: Database, memory: EngineMemory) {
    this.#database = database;
    this.#memory = memory;
  }

  /** Every column of the records in scope, which is bound. */
  async overview(shown: Shown, scope: Scope, isCancelled: IsCancelled): Promise<Outcome<readonly ColumnOverview[]>> {
    await this.#fill(shown);
    const rows = await this.#database.query(overviewStatement(recordShapeOf(scope)), isCancelled);
    if (!rows.ok) return rows;
    const row = rows.value[0] ?? {};
    return done(
      LOADED_COLUMNS.map(({ name }, place) => ({
        column: name,
        records: Number(row.records),
        filled: Number(row[`filled_${String(place)}`]),
        distinct: Number(row[`distinct_${String(place)}`]),
      })),
    );
  }

  /**
   * One column of the records in scope, which is bound.
   * @param search keeps the values that hold this text, whatever its width and case; empty keeps all
   * @throws RangeError for a name that no column has
   */
  async profile(shown: Shown, scope: Scope, name: string, search: string, isCancelled: IsCancelled): Promise<Outcome<ColumnProfile>> {
    const column = loadedColumn(name);
    const statement = profileStatement(recordShapeOf(scope), column);
    const wanted = comparable(search);
    await this.#fill(shown);
    this.#database.bind(valueVariables(column.form === 'text' && wanted === '' ? MOST_VALUES + 1 : ALL));
    const rows = await this.#database.query(statement, isCancelled);
    if (!rows.ok) return rows;
    const [first] = rows.value;
    const [records, blank] = [Number(first?.all_records ?? 0), Number(first?.blank_records ?? 0)];
    const distinct = Number(first?.distinct_values ?? 0);
    const filled = rows.value.filter(({ value }) => value !== null);
    const found = wanted === '' ? filled : filled.filter(({ value }) => comparable(String(value)).includes(wanted));
    const { form } = column;
    return done({
      column: name,
      records,
      filled: records - blank,
      distinct,
      found: wanted === '' ? distinct : found.length,
      values: found.slice(0, MOST_VALUES).map((row) => ({ value: String(row.value), records: Number(row.records) })),
      spread: form === 'text' ? null : spreadOf(filled.map(numberCount), form),
      statement,
    });
  }

  /** In how many different values of each text column a text stands, over all loaded records. */
  async findValues({ store, facts }: Shown, search: string, isCancelled: IsCancelled): Promise<Outcome<readonly ValueHits[]>> {
    const wanted = comparable(search);
    const hits: ValueHits[] = [];
    for (const column of LOADED_COLUMNS) {
      const values = columnValues(column, store, facts);
      if (wanted === '' || values.kind === 'number') continue;
      await nextMessage();
      if (isCancelled()) break;
      const isUsed = new Uint8Array(values.distinct);
      for (let place = 0; place < facts.size; place++) isUsed[values.codeOf(place)] = 1;
      let found = 0;
      for (let code = 0; code < isUsed.length; code++) if (isUsed[code] === 1 && comparable(values.text(code)).includes(wanted)) found++;
      if (found > 0) hits.push({ column: column.name, values: found });
    }
    return done(hits);
  }

  /** Runs a statement of the user's. @param variables what the statements of the app read */
  async run(shown: Shown, scope: Scope, text: string, variables: readonly Variable[], isCancelled: IsCancelled): Promise<Outcome<SqlAnswer>> {
    await this.#fill(shown);
    this.#database.execute(createScoped(recordShapeOf(scope)));
    this.#session ??= this.#database.readOnlySession();
    this.#session.bind(variables);
    return this.#session.run(text, MOST_ROWS, isCancelled);
  }

  async #fill({ store, facts }: Shown): Promise<void> {
    if (this.#filled === facts) return;
    this.#filled = null;
    await this.#memory.fillReadable(() => fillReadable(this.#database, store, facts));
    this.#filled = facts;
  }
}

function numberCount(row: Row): { value: number; records: number } {
  return { value: Number(row.value), records: Number(row.records) };
}
