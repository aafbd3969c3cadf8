import { createVirtualizer } from '@tanstack/solid-virtual';
import { type Accessor, For, type JSX, Show, createEffect, createMemo, indexArray, on } from 'solid-js';
import { createGradual } from './create-gradual.ts';
import { type GridFocus, createGridFocus } from './create-grid-focus.ts';
import { createPrinting } from './create-printing.ts';
import { createSlow } from './create-slow.ts';
import './figures-table.css';
import './figures-print.css';

interface LinesGridProps<T> {
  readonly label: string;
  /** Classes of the table, beside `figures`. */
  readonly look: string;
  /** In the order shown. */
  readonly lines: readonly T[];
  /** CSS gives every line this height, in pixels. */
  readonly rowHeight: number;
  /** Of each column, in CSS lengths; undefined takes what is left. */
  readonly widths: readonly (string | undefined)[];
  /** Below it the frame scrolls. */
  readonly leastWidth: string;
  readonly isBusy: boolean;
  /** The frame goes to its top when this changes. */
  readonly order: unknown;
  /** A line that is to be in sight; null where there is none. */
  readonly wanted?: number | null;
  /** The cells of the head, whose row is {@link HEAD}. */
  head(focus: GridFocus): JSX.Element;
  /** A line as it is drawn; where another one takes its place, its cells change and stay. */
  line(line: Accessor<T>, row: number, focus: GridFocus): JSX.Element;
  /** A last row that is always in sight. */
  readonly total?: ((focus: GridFocus) => JSX.Element) | undefined;
}

const MOST_DRAWN_WHOLE = 120;
/** Drawn above and below those in sight. */
const SPARE_ROWS = 8;

/**
 * A table (ARIA grid) of any number of lines of one height: only those in sight are drawn, and all of them for print; head
 * and total stay in sight; one tab stop, arrow keys between cells.
 */
export function LinesGrid<T>(props: LinesGridProps<T>): JSX.Element {
  let frame: HTMLDivElement | undefined;
  const isPrinting = createPrinting();
  const isSlow = createSlow(() => props.isBusy);
  const rows = createMemo(
    indexArray(
      () => props.lines,
      (line, row) => ({ line, row }),
    ),
  );
  const virtual = createVirtualizer({
    get count() {
      return rows().length;
    },
    get overscan() {
      const count = rows().length;
      return count <= MOST_DRAWN_WHOLE || isPrinting() ? count : SPARE_ROWS;
    },
    getScrollElement: () => frame ?? null,
    estimateSize: () => props.rowHeight,
  });
  const inSight = createMemo(() => {
    const items = virtual.getVirtualItems();
    return { first: items[0]?.index ?? 0, end: (items.at(-1)?.index ?? -1) + 1 };
  });
  const gradual = createGradual(() => inSight().end - inSight().first);
  const drawn = createMemo(
    () => {
      const { first, end } = inSight();
      return { first, end: isPrinting() ? end : Math.min(end, first + gradual.limit()) };
    },
    undefined,
    { equals: (a, b) => a.first === b.first && a.end === b.end },
  );
  const focus = createGridFocus({
    table: () => frame,
    lines: () => rows().length,
    hasTotal: () => props.total !== undefined,
    columns: () => props.widths.length,
    drawn,
    reveal,
  });

  function reveal(row: number): void {
    if (frame === undefined) return;
    gradual.finish();
    const room = frame.clientHeight - stickyHeight(frame);
    const top = row * props.rowHeight;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + props.rowHeight > frame.scrollTop + room) frame.scrollTop = top + props.rowHeight - room;
    // The browser tells of it with the next frame; the line is to be drawn now.
    frame.dispatchEvent(new Event('scroll'));
  }
  function goToTop(): void {
    // Asking the frame itself would have everything laid out first.
    if ((virtual.scrollOffset ?? 0) > 0) frame?.scrollTo(0, 0);
  }
  createEffect(on([() => props.order, () => rows().length], goToTop, { defer: true }));
  createEffect(
    on(
      () => props.wanted ?? null,
      (row) => {
        if (row !== null) reveal(row);
      },
    ),
  );

  return (
    <div class="figures-frame" ref={frame}>
      <table
        class={`figures ${props.look}`}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows().length + (props.total === undefined ? 1 : 2)}
        classList={{ slow: isSlow() }}
        aria-busy={props.isBusy || drawn().end < inSight().end}
        style={{ 'min-width': props.leastWidth }}
        onKeyDown={(event) => focus.onKeyDown(event)}
        onFocusIn={(event) => focus.onFocusIn(event)}
      >
        <colgroup>
          <For each={props.widths}>{(width) => <col style={{ width }} />}</For>
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>{props.head(focus)}</tr>
        </thead>
        <tbody>
          <Spacer height={drawn().first * props.rowHeight} />
          <For each={rows().slice(drawn().first, drawn().end)}>{({ line, row }) => props.line(line, row, focus)}</For>
          <Spacer height={(rows().length - drawn().end) * props.rowHeight} />
        </tbody>
        <Show when={props.total}>{(total) => <tfoot>{total()(focus)}</tfoot>}</Show>
      </table>
    </div>
  );
}

/** Stands for lines that are not drawn. */
function Spacer(props: { readonly height: number }): JSX.Element {
  return (
    <Show when={props.height > 0}>
      <tr class="spacer" aria-hidden="true">
        <td style={{ height: `${String(props.height)}px` }} />
      </tr>
    </Show>
  );
}

/** The height of what sticks to the top and the bottom of the frame. */
function stickyHeight(frame: HTMLElement): number {
  return [...frame.querySelectorAll('thead, tfoot')].reduce((sum, part) => sum + part.clientHeight, 0);
}
