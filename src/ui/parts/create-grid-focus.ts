import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js';
import { isComposing } from './keys.ts';

/** A place in a grid: the head is row −1, lines count from 0, the total stands after the last line. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows from `first` up to, not including, `end`. */
interface DrawnRows {
  readonly first: number;
  readonly end: number;
}

interface Grid {
  /** The table, once it is there. */
  readonly table: Accessor<HTMLElement | undefined>;
  readonly lines: Accessor<number>;
  /** Whether a row stands after the last line. */
  readonly hasTotal: Accessor<boolean>;
  readonly columns: Accessor<number>;
  /** The lines that are drawn. */
  readonly drawn: Accessor<DrawnRows>;
  /** Scrolls so that the line is drawn. */
  reveal(row: number): void;
}

/** One tab stop for a whole table; arrow keys move between its cells (ARIA grid). */
export interface GridFocus {
  /** Of a cell that is drawn now; later the grid itself moves the tab stop from cell to cell. */
  tabIndex(row: number, column: number): 0 | -1;
  onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void;
  onFocusIn(event: FocusEvent): void;
}

/** The head's number among the rows. */
export const HEAD = -1;
const PAGE_ROWS = 10;

export function createGridFocus(grid: Grid): GridFocus {
  const [active, setActive] = createSignal<GridPlace>({ row: HEAD, column: 0 });

  /** The active place, or the nearest one that is drawn. */
  const stop = createMemo(
    (): GridPlace => {
      const { row, column } = active();
      const { first, end } = grid.drawn();
      if (row === HEAD || row >= grid.lines()) return { row: Math.min(row, lastOf(grid)), column };
      return { row: Math.max(first, Math.min(end - 1, row)), column };
    },
    undefined,
    { equals: isSamePlace },
  );
  createEffect(
    on(
      stop,
      (now) => {
        for (const before of grid.table()?.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]') ?? []) before.tabIndex = -1;
        const cell = cellAt(grid.table(), now);
        if (cell !== null) cell.tabIndex = 0;
      },
      { defer: true },
    ),
  );

  function moved(event: KeyboardEvent, { row, column }: GridPlace): GridPlace | null {
    const lastRow = lastOf(grid);
    const lastColumn = grid.columns() - 1;
    switch (event.key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: Math.max(HEAD, row - PAGE_ROWS), column };
      case 'PageDown':
        return { row: Math.min(lastRow, row + PAGE_ROWS), column };
      case 'Home':
        return event.ctrlKey ? { row: HEAD, column: 0 } : { row, column: 0 };
      case 'End':
        return event.ctrlKey ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
      default:
        return null;
    }
  }

  return {
    tabIndex(row, column) {
      return isSamePlace(untrack(stop), { row, column }) ? 0 : -1;
    },
    onKeyDown(event) {
      const from = placeOf(event.target);
      if (from === null || isComposing(event) || event.altKey || event.metaKey) return;
      const to = moved(event, from);
      if (to === null) return;
      event.preventDefault();
      if (to.row < HEAD || to.row > lastOf(grid) || to.column < 0 || to.column >= grid.columns()) return;
      if (to.row !== HEAD && to.row < grid.lines()) grid.reveal(to.row);
      setActive(to);
      cellAt(event.currentTarget, to)?.focus();
    },
    onFocusIn(event) {
      const place = placeOf(event.target);
      if (place !== null) setActive(place);
    },
  };
}

function isSamePlace(a: GridPlace, b: GridPlace): boolean {
  return a.row === b.row && a.column === b.column;
}

function cellAt(table: HTMLElement | undefined, { row, column }: GridPlace): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-row="${String(row)}"][data-column="${String(column)}"]`) ?? null;
}

function lastOf({ lines, hasTotal }: Grid): number {
  return hasTotal() ? lines() : lines() - 1;
}

function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell === null ? null : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
