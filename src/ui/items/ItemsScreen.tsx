import { type Accessor, type JSX, Show, createMemo } from 'solid-js';
import { ITEM_LEVELS } from '../../classify/item.ts';
import { comparable } from '../../core/text.ts';
import { ITEM_LEVEL, ITEM_LEVEL_NAMES } from '../../messages/mapping-texts.ts';
import { EMPTY, ITEMS, TABLE } from '../../messages/result-texts.ts';
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
import { withoutGaiji } from '../parts/screen-value.ts';
import { SearchBox } from '../parts/SearchBox.tsx';
import { SelectField } from '../scope/SelectField.tsx';

const COLUMNS = figureColumns(LINE_METRICS);
const NAMES: readonly NameColumn[] = [
  { key: 'kind', title: ITEMS.heads.kind, width: 72, text: (line) => line.kind },
  { key: 'code', title: ITEMS.heads.code, width: 84, text: (line) => (line.code === line.name ? '' : withoutGaiji(line.code)) },
  { key: 'name', title: ITEMS.heads.name, width: 190, text: (line) => withoutGaiji(line.name) },
];

/** 診療行為・医薬品: a line for each item applied for. */
export function ItemsScreen(props: { readonly session: Session }): JSX.Element {
  const answer = props.session.byItem;
  return (
    <AnswerFrame session={props.session} answer={answer()}>
      {(table) => <ItemTable session={props.session} table={table} isBusy={answer().isPending} />}
    </AnswerFrame>
  );
}

function ItemTable(props: { readonly session: Session; readonly table: Accessor<Table>; readonly isBusy: boolean }): JSX.Element {
  const tableView = props.session.tableViews.byItem;
  const [wanted, setWanted] = tableView.search;
  const choices = props.session.viewState.choices;
  const lines = createMemo(() => byApplications(props.table().lines));
  const found = createMemo(() => {
    const text = comparable(wanted());
    return text === '' ? lines() : lines().filter((line) => comparable(`${line.code} ${line.name}`).includes(text));
  });
  const columns = createMemo(() => shownColumns(tableView, COLUMNS));
  const isSplit = createMemo(() => choices().attribution === 'equal');
  const setting: RowSetting = {
    dimension: 'item',
    names: NAMES,
    get columns() {
      return columns();
    },
    get trends() {
      return tableView.hidden[0]().has('trend') ? null : props.session.itemTrends();
    },
    get table() {
      return props.table();
    },
    get grain() {
      return props.session.grain();
    },
    around: (line) => ({
      total: props.table().total,
      denominator: props.session.viewState.denominator(),
      isSplit: line !== null && isSplit(),
      inspected: null,
    }),
    lineText: inWords,
    onOpen: (cell) => props.session.drill.show(cell),
  };
  return (
    <section class="filled" aria-label={ITEMS.heading} data-testid="item-table">
      <div class="table-bar">
        <h1>{ITEMS.heading}</h1>
        <SearchBox label={TABLE.search} hint={TABLE.searchHint} first={wanted()} onSearch={setWanted} />
        <span class="soft" data-testid="item-lines">
          {TABLE.lines(found().length, lines().length)}
        </span>
        <p class="soft table-note" title={ITEMS.notes[choices().attribution]}>
          {ITEMS.notes[choices().attribution]}
        </p>
        <div class="table-field">
          <SelectField
            label={ITEM_LEVEL}
            testId="item-level"
            value={choices().itemLevel}
            options={ITEM_LEVELS.map((level) => ({ value: level, label: ITEM_LEVEL_NAMES[level] }))}
            onSelect={(itemLevel) => props.session.viewState.choose({ itemLevel })}
          />
        </div>
        <ColumnChoice view={tableView} columns={COLUMNS} />
        <StatementButton session={props.session} dimension="item" table={ITEMS.heading} />
        <Definitions columns={COLUMNS} />
      </div>
      <FiguresTable
        label={ITEMS.heading}
        setting={setting}
        lines={found()}
        view={tableView}
        isBusy={props.isBusy}
        totalNote={found().length === lines().length ? TABLE.totalNote : TABLE.totalWhileSearching}
      />
      <Show when={found().length === 0}>
        <p class="notice">{EMPTY.noLines}</p>
      </Show>
    </section>
  );
}

function inWords(line: Line | null): string {
  if (line === null) return TABLE.total;
  return line.line === 0 ? TABLE.unclassified : withoutGaiji([line.kind, line.code, line.name].filter((part) => part !== '').join(' '));
}
