import { For, type JSX, Show, createMemo } from 'solid-js';
import { byCodePoints } from '../../core/text.ts';
import { TABLE } from '../../messages/result-texts.ts';
import { METRICS, type MetricId, type Surroundings } from '../../metrics/catalogue.ts';
import type { Line } from '../../metrics/figures.ts';
import { numberOf } from '../../report/sheets/figure-cells.ts';
import type { SortableColumn, Sorting, TableView } from '../../state/create-table-view.ts';
import { type GridFocus, HEAD } from './create-grid-focus.ts';
import { type SortState, sortBy, sortedBy } from './create-sort.ts';
import { definitionOf } from './figure-columns.ts';
import { widthOf } from './figure-width.ts';
import { LineRow, type NameColumn, type RowSetting, TotalRow } from './FiguresRow.tsx';
import { LinesGrid } from './LinesGrid.tsx';
import { SortHead } from './SortHead.tsx';
import { TREND } from './trend-line.ts';

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

/** A table of figures: ordered by any column, head and total always in sight. */
export function FiguresTable(props: FiguresTableProps): JSX.Element {
  const sort = sortBy(props.view.sorting);
  const lines = createMemo(() => ordered(props.lines, props.setting.names, sort.sorting(), (line) => props.setting.around(line)));
  const figureWidths = createMemo(() => props.setting.columns.map((column) => widthOf(column, props.setting.table.total, props.setting.around(null))));
  const hasTrends = createMemo(() => props.setting.trends !== null);
  const widths = createMemo(() => [
    ...props.setting.names.map((name) => (takesRest(props.setting, name) ? undefined : px(name.width))),
    ...figureWidths().map(px),
    ...(hasTrends() ? [px(TREND_WIDTH)] : []),
  ]);
  const leastWidth = (): string => {
    const names = props.setting.names.map(({ width }) => width);
    return px([...names, ...figureWidths(), hasTrends() ? TREND_WIDTH : 0].reduce((sum, width) => sum + width, 0));
  };
  return (
    <LinesGrid
      label={props.label}
      look={`of-${props.setting.dimension}`}
      lines={lines()}
      rowHeight={ROW_HEIGHT}
      widths={widths()}
      leastWidth={leastWidth()}
      isBusy={props.isBusy}
      order={sort.sorting()}
      head={(focus) => <Head setting={props.setting} sort={sort} focus={focus} />}
      line={(line, row, focus) => <LineRow setting={props.setting} focus={focus} line={line()} row={row} />}
      total={(focus) => <TotalRow setting={props.setting} focus={focus} row={lines().length} note={props.totalNote} />}
    />
  );
}

interface HeadProps {
  readonly setting: RowSetting;
  readonly sort: SortState<SortableColumn>;
  readonly focus: GridFocus;
}

function Head(props: HeadProps): JSX.Element {
  const named = (): number => props.setting.names.length;
  const last = (): number => named() + props.setting.columns.length;
  return (
    <>
      <For each={props.setting.names}>
        {(name, index) => (
          <SortHead
            column={name.key}
            title={name.title}
            class={`name name-${name.key}`}
            startsDescending={false}
            sort={props.sort}
            tabIndex={props.focus.tabIndex(HEAD, index())}
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
            sort={props.sort}
            tabIndex={props.focus.tabIndex(HEAD, named() + index())}
            gridColumn={named() + index()}
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
            tabIndex={props.focus.tabIndex(HEAD, last())}
            data-row={HEAD}
            data-column={last()}
          >
            {TABLE.trend}
            <small>{TABLE.trendScale}</small>
          </th>
        )}
      </Show>
    </>
  );
}

/** The name of an item; in other tables all columns grow alike. */
function takesRest(setting: RowSetting, name: NameColumn): boolean {
  return setting.dimension === 'item' && name.key === 'name';
}

function px(length: number): string {
  return `${String(length)}px`;
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
  const figure = (line: Line): number | null => numberOf(metric.value(line.figures, around(line)));
  return [...sortedBy(named, figure, (a, b) => a - b, isDescending), ...blank];
}
