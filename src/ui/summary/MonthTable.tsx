import { type JSX, createMemo } from 'solid-js';
import { eraMonthText, monthText } from '../../messages/ja.ts';
import { SUMMARY, TABLE } from '../../messages/result-texts.ts';
import type { Line, Table } from '../../metrics/figures.ts';
import type { Axis } from '../../metrics/scope.ts';
import { byMonth } from '../../metrics/line-order.ts';
import type { Session } from '../../state/create-session.ts';
import type { TableView } from '../../state/create-table-view.ts';
import { StatementButton } from '../explore/StatementButton.tsx';
import { Definitions } from '../parts/Definitions.tsx';
import type { FigureColumn } from '../parts/figure-columns.ts';
import { FiguresTable } from '../parts/FiguresTable.tsx';
import type { NameColumn, RowSetting } from '../parts/FiguresRow.tsx';

interface MonthTableProps {
  readonly session: Session;
  readonly axis: Axis;
  readonly table: Table;
  readonly view: TableView;
  readonly columns: readonly FigureColumn[];
  readonly inspectedInTotal: number | null;
  readonly isBusy: boolean;
  inspectedIn(month: number): number | null;
}

/** A line for each month of one axis. */
export function MonthTable(props: MonthTableProps): JSX.Element {
  const lines = createMemo(() => byMonth(props.table.lines));
  const month = (line: Line): string => (line.line === 0 ? TABLE.unknownMonth : monthText(line.line));
  const names: readonly NameColumn[] = [
    { key: 'name', title: SUMMARY.heads.name, width: 100, text: month, note: (line) => (line.line === 0 ? '' : eraMonthText(line.line)) },
  ];
  const heading = (): string => SUMMARY.headings[props.axis];
  const setting: RowSetting = {
    get dimension() {
      return props.axis === 'request' ? ('request_month' as const) : ('result_month' as const);
    },
    names,
    get columns() {
      return props.columns;
    },
    trends: null,
    get table() {
      return props.table;
    },
    get grain() {
      return props.session.grain();
    },
    around: (line) => ({
      total: props.table.total,
      denominator: props.session.viewState.denominator(),
      isSplit: false,
      inspected: line === null ? props.inspectedInTotal : props.inspectedIn(line.line),
    }),
    lineText: (line) => (line === null ? TABLE.total : `${SUMMARY.axes[props.axis]} ${month(line)}`),
    onOpen: (cell) => props.session.drill.show(cell),
  };
  return (
    <section class="month-table" aria-label={heading()} data-testid={`month-table-${props.axis}`}>
      <div class="table-bar">
        <h2>{heading()}</h2>
        <p class="soft table-note">{SUMMARY.notes[props.axis]}</p>
        <StatementButton session={props.session} dimension={setting.dimension} table={heading()} />
        <Definitions columns={props.columns} />
      </div>
      <FiguresTable
        label={heading()}
        setting={setting}
        lines={lines()}
        view={props.view}
        isBusy={props.isBusy}
        totalNote=""
      />
    </section>
  );
}
