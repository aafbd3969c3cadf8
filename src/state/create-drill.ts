import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { Members, Page } from '../metrics/members.ts';
import type { Cell, Choices, Dimension, Scope } from '../metrics/scope.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** Which cell's records are shown, under which words. */
export interface OpenCell {
  readonly dimension: Dimension;
  readonly cell: Cell;
  /** The line and the figure in words, as the heading of the list. */
  readonly title: string;
}

export const PAGE_SIZE = 200;

/** The records behind one cell of a table, page by page; closed when what the table is about changes. */
export interface DrillState {
  /** Null while no cell is open. */
  readonly open: Accessor<OpenCell | null>;
  readonly page: Accessor<Page>;
  readonly members: Accessor<Answer<Members>>;
  /** Keys of the columns the user chose; null before. Kept until the page is closed. */
  readonly columns: Accessor<readonly string[] | null>;
  chooseColumns(keys: readonly string[]): void;
  show(cell: OpenCell): void;
  turnTo(start: number): void;
  close(): void;
}

interface Question extends OpenCell {
  readonly scope: Scope;
  readonly choices: Choices;
  readonly page: Page;
}

export function createDrill(workbench: WorkbenchState, viewState: ViewState): DrillState {
  const [open, setOpen] = createSignal<OpenCell | null>(null);
  const [page, setPage] = createSignal<Page>({ start: 0, size: PAGE_SIZE });
  const [columns, setColumns] = createSignal<readonly string[] | null>(null);
  createEffect(on([viewState.view, workbench.version], () => setOpen(null), { defer: true }));
  const question = (): Question | null => {
    const cell = open();
    const { scope, choices } = viewState.view();
    return cell === null ? null : { ...cell, scope, choices, page: page() };
  };
  const members = createAnswer(workbench, question, (client, { scope, choices, dimension, cell, page: wanted }) =>
    client.ask((api) => api.members(scope, choices, dimension, cell, wanted)),
  );
  return {
    open,
    page,
    members,
    columns,
    chooseColumns: (keys) => setColumns(keys),
    show(cell) {
      setPage({ start: 0, size: PAGE_SIZE });
      setOpen(cell);
    },
    turnTo: (start) => setPage({ start, size: PAGE_SIZE }),
    close: () => setOpen(null),
  };
}
