import { type JSX, Show } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import { type HideableColumn, type TableView, columnsHiddenAtFirst } from '../../state/create-table-view.ts';
import { ColumnSheet } from './ColumnSheet.tsx';
import type { FigureColumn } from './figure-columns.ts';

/** Which figures of a table are shown; told besides where the lines are in the order of one that is not. */
export function ColumnChoice(props: { readonly view: TableView; readonly columns: readonly FigureColumn[] }): JSX.Element {
  const [hidden, setHidden] = props.view.hidden;
  function tick(id: HideableColumn, isTicked: boolean): void {
    const rest = [...hidden()].filter((each) => each !== id);
    setHidden(new Set(isTicked ? rest : [...rest, id]));
  }
  const order = (): string | null => {
    const { key, isDescending } = props.view.sorting[0]();
    const column = props.columns.find(({ id }) => id === key && hidden().has(id));
    return column === undefined ? null : TABLE.orderedByHidden(column.title, isDescending);
  };
  return (
    <>
      <Show when={order()}>
        {(words) => (
          <span class="soft hidden-order" data-testid="hidden-order">
            {words()}
          </span>
        )}
      </Show>
      <ColumnSheet<HideableColumn>
        testId="column-choice"
        columns={[...props.columns, { id: 'trend', title: TABLE.trendTitle }]}
        isHidden={(id) => hidden().has(id)}
        onTick={tick}
        onShowAll={() => setHidden(new Set<HideableColumn>())}
        onReset={() => setHidden(columnsHiddenAtFirst())}
      />
    </>
  );
}

/** The columns that are not hidden. */
export function shownColumns(view: TableView, columns: readonly FigureColumn[]): readonly FigureColumn[] {
  const hidden = view.hidden[0]();
  return columns.filter(({ id }) => !hidden.has(id));
}
