import { For, type JSX } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import { type HideableColumn, type TableView, columnsHiddenAtFirst } from '../../state/create-table-view.ts';
import type { FigureColumn } from './figure-columns.ts';
import { Popover } from './Popover.tsx';

/** Which figures of a table are shown; the button tells how many are not. */
export function ColumnChoice(props: { readonly view: TableView; readonly columns: readonly FigureColumn[] }): JSX.Element {
  const [hidden, setHidden] = props.view.hidden;
  const options = (): readonly { readonly id: HideableColumn; readonly title: string }[] => [
    ...props.columns,
    { id: 'trend', title: TABLE.trendTitle },
  ];
  function tick(id: HideableColumn, isTicked: boolean): void {
    const rest = [...hidden()].filter((each) => each !== id);
    setHidden(new Set(isTicked ? rest : [...rest, id]));
  }
  return (
    <Popover
      label={TABLE.columns(hidden().size)}
      contentLabel={TABLE.columnsHeading}
      testId="column-choice"
    >
      <div class="columns-choice">
        <For each={options()}>
          {(option) => (
            <label>
              <input
                type="checkbox"
                checked={!hidden().has(option.id)}
                onChange={(event) => tick(option.id, event.currentTarget.checked)}
              />
              {option.title}
            </label>
          )}
        </For>
      </div>
      <div class="columns-foot">
        <button type="button" class="quiet" onClick={() => setHidden(new Set<HideableColumn>())}>
          {TABLE.allColumns}
        </button>
        <button type="button" class="quiet" onClick={() => setHidden(columnsHiddenAtFirst())}>
          {TABLE.firstColumns}
        </button>
      </div>
    </Popover>
  );
}

/** The columns that are not hidden. */
export function shownColumns(view: TableView, columns: readonly FigureColumn[]): readonly FigureColumn[] {
  const hidden = view.hidden[0]();
  return columns.filter(({ id }) => !hidden.has(id));
}
