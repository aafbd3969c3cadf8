import { type Accessor, type Signal, createMemo, createSignal } from 'solid-js';
import { type Chosen, chosenIn, narrowed } from '../explore/narrowing.ts';
import type { ColumnOverview, ColumnProfile } from '../explore/profile.ts';
import type { ValueHits } from '../explore/value-hits.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';
import { type RecordColumn, loadedColumn } from '../records/columns.ts';
import { createSettled } from './create-settled.ts';
import { type SqlPane, createSqlPane } from './create-sql-pane.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

export type ExplorePart = 'columns' | 'sql';

/** 調べる: the columns of what is loaded, and a pane for statements. Everything typed is kept while the page is open. */
export interface ExploreState {
  readonly part: Signal<ExplorePart>;
  /** What is searched for in names and values of columns. */
  readonly search: Signal<string>;
  readonly columns: Accessor<Answer<readonly ColumnOverview[]>>;
  /** Where the search is found in values; over all loaded records. */
  readonly hits: Accessor<Answer<readonly ValueHits[]>>;
  /** The column that is open; null before one was chosen. */
  readonly column: Accessor<RecordColumn | null>;
  readonly valueSearch: Signal<string>;
  readonly profile: Accessor<Answer<ColumnProfile | null>>;
  /** What the scope keeps of the open column. */
  readonly chosen: Accessor<Chosen>;
  open(name: string): void;
  /** Narrows the scope in a column; null widens it there. */
  narrow(column: RecordColumn, chosen: Chosen): void;
  readonly sql: SqlPane;
  /** Shows the statement behind a table of this dimension in the pane. */
  openStatement(statement: string, dimension: Dimension): void;
  /** Forgets what was typed. */
  clear(): void;
}

interface Question {
  readonly scope: Scope;
  readonly choices: Choices;
}

/** @param isAnonymised whether nothing made from single records may leave */
export function createExplore(workbench: WorkbenchState, viewState: ViewState, isAnonymised: Accessor<boolean>): ExploreState {
  const part = createSignal<ExplorePart>('columns');
  const search = createSignal('');
  const valueSearch = createSignal('');
  const [name, setName] = createSignal<string | null>(null);
  const isShown = (): boolean => viewState.view().screen === 'explore' && part[0]() === 'columns';
  const column = createMemo(() => {
    const now = name();
    return now === null ? null : loadedColumn(now);
  });
  const about = createMemo<Question | null>(
    () => {
      const { scope, choices } = viewState.view();
      return isShown() ? { scope, choices } : null;
    },
    null,
    { equals: (a, b) => a?.scope === b?.scope && a?.choices === b?.choices },
  );
  const columns = createAnswer(workbench, about, (client, { scope, choices }) => client.ask((api) => api.columns(scope, choices)));
  const [searchSettled, valueSearchSettled] = [createSettled(search[0]), createSettled(valueSearch[0])];
  const wanted = (): string | null => (isShown() && searchSettled() !== '' ? searchSettled() : null);
  const hits = createAnswer(workbench, wanted, (client, text) => client.ask((api) => api.findValues(text)));
  const asked = createMemo(() => {
    const now = column();
    const question = about();
    return now === null || question === null ? null : { ...question, scope: narrowed(question.scope, now, null), column: now.name, text: valueSearchSettled() };
  });
  const profile = createAnswer(workbench, asked, (client, { scope, choices, column: of, text }) =>
    client.ask((api) => api.column(scope, choices, of, text)),
  );
  const sql = createSqlPane(workbench, viewState, isAnonymised);
  return {
    part,
    search,
    columns,
    hits,
    column,
    valueSearch,
    profile,
    chosen() {
      const now = column();
      return now === null ? null : chosenIn(viewState.view().scope, now);
    },
    open(next) {
      valueSearch[1]('');
      setName(next);
    },
    narrow: (of, chosen) => viewState.narrow(narrowed(viewState.view().scope, of, chosen)),
    sql,
    openStatement(statement, dimension) {
      sql.take(statement, dimension);
      part[1]('sql');
      viewState.go('explore');
    },
    clear() {
      search[1]('');
      valueSearch[1]('');
      sql.clear();
    },
  };
}
