import { createVirtualizer } from '@tanstack/solid-virtual';
import { For, type JSX, Show, createEffect, createMemo, on } from 'solid-js';
import { byCodePoints } from '../../core/text.ts';
import { TABLE } from '../../messages/result-texts.ts';
import { METRICS, type MetricId, type Surroundings } from '../../metrics/catalogue.ts';
import type { Line } from '../../metrics/figures.ts';
import type { SortableColumn, Sorting, TableView } from '../../state/create-table-view.ts';
import { createGridFocus } from './create-grid-focus.ts';
import { createPrinting } from './create-printing.ts';
import { sortBy, sortedBy } from './create-sort.ts';
import { definitionOf } from './figure-columns.ts';
import { LineRow, type NameColumn, type RowSetting, TotalRow } from './FiguresRow.tsx';
import { orderOf } from './screen-value.ts';
import { SortHead } from './SortHead.tsx';
import { TREND } from './trend-line.ts';
import './figures-table.css';
import './figures-print.css';

interface FiguresTableProps {
  readonly label: string;
  readonly setting: RowSetting;
  /** The lines to show, in the order of the file. */
  readonly lines: readonly Line[];
  readonly view: TableView;
  readonly isBusy: boolean;
  readonly totalNote: string;
}

/** CSS gives every line this height, in pixels. */
const ROW_HEIGHT = 38;
/** The drawing and the padding around it. */
const TREND_WIDTH = TREND.width + 14;
const MOST_DRAWN_WHOLE = 120;
/** Drawn above and below those in sight. */
const SPARE_ROWS = 8;
/** The head's number among the rows of a grid. */
const HEAD = -1;

/** A table of figures: ordered by any column, head and total always in sight, only the lines in sight drawn. */
export function FiguresTable(props: FiguresTableProps): JSX.Element {
  let frame: HTMLDivElement | undefined;
  const sort = sortBy(props.view.sorting);
  const isPrinting = createPrinting();
  const rows = createMemo(() => {
    const around = (line: Line): Surroundings => props.setting.around(line);
    return ordered(props.lines, props.setting.names, sort.sorting(), around).map((line, row) => ({ line, row }));
  });
  const virtual = createVirtualizer({
    get count() {
      return rows().length;
    },
    get overscan() {
      const count = rows().length;
      return count <= MOST_DRAWN_WHOLE || isPrinting() ? count : SPARE_ROWS;
    },
    getScrollElement: () => frame ?? null,
    estimateSize: () => ROW_HEIGHT,
  });
  const drawn = createMemo(
    () => {
      const items = virtual.getVirtualItems();
      return { first: items[0]?.index ?? 0, end: (items.at(-1)?.index ?? -1) + 1 };
    },
    undefined,
    { equals: (a, b) => a.first === b.first && a.end === b.end },
  );
  const focus = createGridFocus({
    lines: () => rows().length,
    columns: () => props.setting.names.length + props.setting.columns.length + (props.setting.trends === null ? 0 : 1),
    drawn,
    reveal,
  });

  /** Below it the frame scrolls. */
  const leastWidth = (): number => {
    const names = props.setting.names.reduce((sum, { width }) => sum + width, 0);
    const figures = props.setting.columns.reduce((sum, { width }) => sum + width, 0);
    return names + figures + (props.setting.trends === null ? 0 : TREND_WIDTH);
  };

  function reveal(row: number): void {
    if (frame === undefined) return;
    const room = frame.clientHeight - stickyHeight(frame);
    const top = row * ROW_HEIGHT;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + ROW_HEIGHT > frame.scrollTop + room) frame.scrollTop = top + ROW_HEIGHT - room;
    // The browser tells of it with the next frame; the line is to be drawn now.
    frame.dispatchEvent(new Event('scroll'));
  }

  const toTop = (): void => frame?.scrollTo(0, 0);
  createEffect(on([sort.sorting, () => props.lines.length], toTop, { defer: true }));

  return (
    <div class="figures-frame" ref={frame}>
      <table
        class={`figures of-${props.setting.dimension}`}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows().length + 2}
        aria-busy={props.isBusy}
        style={{ 'min-width': px(leastWidth()) }}
        onKeyDown={(event) => focus.onKeyDown(event)}
        onFocusIn={(event) => focus.onFocusIn(event)}
      >
        <colgroup>
          <For each={props.setting.names}>{(name) => <col style={{ width: takesRest(props.setting, name) ? undefined : px(name.width) }} />}</For>
          <For each={props.setting.columns}>{(column) => <col style={{ width: px(column.width) }} />}</For>
          <Show when={props.setting.trends !== null}>
            <col style={{ width: px(TREND_WIDTH) }} />
          </Show>
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <For each={props.setting.names}>
              {(name, index) => (
                <SortHead
                  column={name.key}
                  title={name.title}
                  class={`name name-${name.key}`}
                  startsDescending={false}
                  sort={sort}
                  tabIndex={focus.tabIndex(HEAD, index())}
                  gridColumn={index()}
                />
              )}
            </For>
            <For each={props.setting.columns}>
              {(column, index) => (
                <SortHead
                  column={column.id}
                  title={column.title}
                  meaning={definitionOf(column)}
                  class={column.look}
                  startsDescending
                  sort={sort}
                  tabIndex={focus.tabIndex(HEAD, props.setting.names.length + index())}
                  gridColumn={props.setting.names.length + index()}
                />
              )}
            </For>
            <Show when={props.setting.trends}>
              {(trends) => (
                <th
                  scope="col"
                  class="trend"
                  title={TABLE.trendMeaning}
                  aria-busy={trends().isPending}
                  tabIndex={focus.tabIndex(HEAD, props.setting.names.length + props.setting.columns.length)}
                  data-row={HEAD}
                  data-column={props.setting.names.length + props.setting.columns.length}
                >
                  {TABLE.trend}
                  <small>{TABLE.trendScale}</small>
                </th>
              )}
            </Show>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={drawn().first} />
          <For each={rows().slice(drawn().first, drawn().end)}>
            {(each) => <LineRow setting={props.setting} focus={focus} line={each.line} row={each.row} />}
          </For>
          <Spacer rows={rows().length - drawn().end} />
        </tbody>
        <tfoot>
          <TotalRow setting={props.setting} focus={focus} row={rows().length} note={props.totalNote} />
        </tfoot>
      </table>
    </div>
  );
}

/** The name of an item; in other tables all columns grow alike. */
function takesRest(setting: RowSetting, name: NameColumn): boolean {
  return setting.dimension === 'item' && name.key === 'name';
}

function px(length: number): string {
  return `${String(length)}px`;
}

/** Stands for lines that are not drawn. */
function Spacer(props: { readonly rows: number }): JSX.Element {
  return (
    <Show when={props.rows > 0}>
      <tr class="spacer" aria-hidden="true">
        <td style={{ height: px(props.rows * ROW_HEIGHT) }} />
      </tr>
    </Show>
  );
}

/** The height of what sticks to the top and the bottom of the frame. */
function stickyHeight(frame: HTMLElement): number {
  return [...frame.querySelectorAll('thead, tfoot')].reduce((sum, part) => sum + part.clientHeight, 0);
}

/** In the order of a column, equal lines in the order of the file; 未分類 and the blank month stand last. */
function ordered(
  lines: readonly Line[],
  names: readonly NameColumn[],
  { key, isDescending }: Sorting<SortableColumn>,
  around: (line: Line) => Surroundings,
): readonly Line[] {
  const named = lines.filter((line) => line.line !== 0);
  const blank = lines.filter((line) => line.line === 0);
  const name = names.find((each) => each.key === key);
  if (name !== undefined) return [...sortedBy(named, (line) => line[name.key], byCodePoints, isDescending), ...blank];
  const metric = METRICS[key as MetricId];
  const figure = (line: Line): number | null => orderOf(metric.value(line.figures, around(line)));
  return [...sortedBy(named, figure, (a, b) => a - b, isDescending), ...blank];
}
