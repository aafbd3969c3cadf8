import { type Accessor, type JSX, createMemo } from 'solid-js';
import { CHECK_TYPES, TABLE } from '../../messages/result-texts.ts';
import type { Line, Table } from '../../metrics/figures.ts';
import { byApplications } from '../../metrics/line-order.ts';
import { LINE_METRICS } from '../../report/table-files.ts';
import type { Session } from '../../state/create-session.ts';
import { AnswerFrame } from '../parts/AnswerFrame.tsx';
import { StatementButton } from '../explore/StatementButton.tsx';
import { ColumnChoice, shownColumns } from '../parts/ColumnChoice.tsx';
import { Definitions } from '../parts/Definitions.tsx';
import { figureColumns } from '../parts/figure-columns.ts';
import { FiguresTable } from '../parts/FiguresTable.tsx';
import type { NameColumn, RowSetting } from '../parts/FiguresRow.tsx';

const COLUMNS = figureColumns(LINE_METRICS);
const NAMES: readonly NameColumn[] = [{ key: 'name', title: CHECK_TYPES.heads.name, width: 130, text: (line) => line.name }];

/** 点検区分: a line for each check type. */
export function CheckTypesScreen(props: { readonly session: Session }): JSX.Element {
  const answer = props.session.byCheckType;
  return (
    <AnswerFrame session={props.session} answer={answer()}>
      {(table) => <CheckTypeTable session={props.session} table={table} isBusy={answer().isPending} />}
    </AnswerFrame>
  );
}

function CheckTypeTable(props: { readonly session: Session; readonly table: Accessor<Table>; readonly isBusy: boolean }): JSX.Element {
  const tableView = props.session.tableViews.byCheckType;
  const columns = createMemo(() => shownColumns(tableView, COLUMNS));
  const lines = createMemo(() => byApplications(props.table().lines));
  const setting: RowSetting = {
    dimension: 'check_type',
    names: NAMES,
    get columns() {
      return columns();
    },
    get trends() {
      return tableView.hidden[0]().has('trend') ? null : props.session.checkTypeTrends();
    },
    get table() {
      return props.table();
    },
    get grain() {
      return props.session.grain();
    },
    around: () => ({
      total: props.table().total,
      denominator: props.session.viewState.denominator(),
      isSplit: false,
      inspected: null,
    }),
    lineText: (line: Line | null) => line?.name ?? TABLE.total,
    onOpen: (cell) => props.session.drill.show(cell),
  };
  return (
    <section class="filled" aria-label={CHECK_TYPES.heading} data-testid="check-type-table">
      <div class="table-bar">
        <h1>{CHECK_TYPES.heading}</h1>
        <p class="soft table-note">{CHECK_TYPES.note}</p>
        <ColumnChoice view={tableView} columns={COLUMNS} />
        <StatementButton session={props.session} dimension="check_type" table={CHECK_TYPES.heading} />
        <Definitions columns={COLUMNS} />
      </div>
      <FiguresTable
        label={CHECK_TYPES.heading}
        setting={setting}
        lines={lines()}
        view={tableView}
        isBusy={props.isBusy}
        totalNote={TABLE.totalNote}
      />
    </section>
  );
}
