import { For, type JSX, Show, createMemo, createRenderEffect } from 'solid-js';
import { DRILL, TABLE } from '../../messages/result-texts.ts';
import { type Surroundings, denominatorOf } from '../../metrics/catalogue.ts';
import type { Line, Table } from '../../metrics/figures.ts';
import type { Dimension } from '../../metrics/scope.ts';
import type { Grain } from '../../records/grain.ts';
import type { OpenCell } from '../../state/create-drill.ts';
import type { Answer } from '../../state/create-tables.ts';
import type { Trends } from '../../state/create-trends.ts';
import type { GridFocus } from './create-grid-focus.ts';
import { FigureCell } from './figure-cell.ts';
import type { FigureColumn } from './figure-columns.ts';
import { type ShownFigure, shownFigure } from './shown-figure.ts';
import { TrendCell } from './TrendCell.tsx';

/** A column that names the lines. */
export interface NameColumn {
  readonly key: 'kind' | 'code' | 'name';
  readonly title: string;
  /** In CSS pixels; for the column that takes what is left, the least. */
  readonly width: number;
  text(line: Line): string;
  /** A second, smaller text. */
  note?(line: Line): string;
}

/** What every line of a table is drawn with. */
export interface RowSetting {
  readonly dimension: Dimension;
  readonly table: Table;
  readonly names: readonly NameColumn[];
  readonly columns: readonly FigureColumn[];
  readonly grain: Grain;
  /** The months of the lines, drawn in a last column; null where there is no such column. */
  readonly trends: Answer<Trends> | null;
  around(line: Line | null): Surroundings;
  /** The line in words; null is the total. */
  lineText(line: Line | null): string;
  onOpen(cell: OpenCell): void;
}

/** Rates over fewer are marked. */
const FEW = 10;

/** One line of the table. */
export function LineRow(props: { readonly setting: RowSetting; readonly focus: GridFocus; readonly line: Line; readonly row: number }): JSX.Element {
  const isFew = createMemo(() => denominatorOf(props.line.figures, props.setting.around(props.line).denominator) < FEW);
  return (
    <tr aria-rowindex={props.row + 2} classList={{ few: isFew() }} data-line={props.line.line}>
      <For each={props.setting.names}>
        {(name, place) => (
          <NameCell
            column={name}
            line={props.line}
            isHead={place() === props.setting.names.length - 1}
            isFew={isFew()}
            focus={props.focus}
            row={props.row}
            place={place()}
          />
        )}
      </For>
      <FigureCells setting={props.setting} focus={props.focus} line={props.line} row={props.row} />
    </tr>
  );
}

interface TotalRowProps {
  readonly setting: RowSetting;
  readonly focus: GridFocus;
  readonly row: number;
  readonly note: string;
}

/** Everything in scope counted once; it stands whatever is searched for. */
export function TotalRow(props: TotalRowProps): JSX.Element {
  return (
    <tr aria-rowindex={props.row + 2} data-line="total">
      <th
        scope="row"
        class="name total-name"
        colSpan={props.setting.names.length}
        tabIndex={props.focus.tabIndex(props.row, 0)}
        data-row={props.row}
        data-column="0"
      >
        <span class="name-text">{TABLE.total}</span> <small>{props.note}</small>
      </th>
      <FigureCells setting={props.setting} focus={props.focus} line={null} row={props.row} />
    </tr>
  );
}

interface FigureCellsProps {
  readonly setting: RowSetting;
  readonly focus: GridFocus;
  readonly line: Line | null;
  readonly row: number;
}

function FigureCells(props: FigureCellsProps): JSX.Element {
  const words = createMemo(() => props.setting.lineText(props.line));
  // All figures of the line at once: what they hang on is read once a line, and not once a cell.
  const figures = createMemo(() => {
    const { columns, table, grain } = props.setting;
    const around = props.setting.around(props.line);
    const ofLine = props.line?.figures ?? table.total;
    return columns.map((column) => shownFigure(column, ofLine, around, grain));
  });
  function open({ behind, column }: ShownFigure): void {
    if (behind === null) return;
    props.setting.onOpen({
      dimension: props.line === null ? 'total' : props.setting.dimension,
      cell: { line: props.line?.line ?? 0, ...behind },
      title: DRILL.title(words(), column.title),
    });
  }
  const cells = createMemo(() => {
    const { names, columns } = props.setting;
    return columns.map(({ look }, index) => {
      const column = names.length + index;
      return new FigureCell(look, { row: props.row, column, tabIndex: props.focus.tabIndex(props.row, column) }, open);
    });
  });
  createRenderEffect(() => {
    const line = words();
    const now = figures();
    for (const [index, cell] of cells().entries()) cell.show(now[index] as ShownFigure, line);
  });
  return (
    <>
      {cells().map(({ element }) => element)}
      <Show when={props.setting.trends}>
        {(trends) => (
          <TrendCell
            trends={trends().value}
            line={props.line?.line ?? null}
            row={props.row}
            place={props.setting.names.length + props.setting.columns.length}
            focus={props.focus}
          />
        )}
      </Show>
    </>
  );
}

interface NameCellProps {
  readonly column: NameColumn;
  readonly line: Line;
  /** Whether it heads the line for those who hear the table. */
  readonly isHead: boolean;
  readonly isFew: boolean;
  readonly focus: GridFocus;
  readonly row: number;
  readonly place: number;
}

function NameCell(props: NameCellProps): JSX.Element {
  const tabIndex = (): 0 | -1 => props.focus.tabIndex(props.row, props.place);
  return (
    <Show
      when={props.isHead}
      fallback={
        <td
          class={`name name-${props.column.key}`}
          title={props.column.text(props.line)}
          tabIndex={tabIndex()}
          data-row={props.row}
          data-column={props.place}
        >
          {props.column.text(props.line)}
        </td>
      }
    >
      <th scope="row" class={`name name-${props.column.key}`} tabIndex={tabIndex()} data-row={props.row} data-column={props.place}>
        <div class="name-box">
          <span class="name-text" title={props.column.text(props.line)}>
            {props.column.text(props.line)}
          </span>
          <Show when={props.column.note?.(props.line)}>{(note) => <small>{note()}</small>}</Show>
          <Show when={props.isFew}>
            <span class="few-mark" title={TABLE.fewNote}>
              {TABLE.few}
            </span>
          </Show>
        </div>
      </th>
    </Show>
  );
}
