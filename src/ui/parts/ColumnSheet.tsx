import { For, type JSX } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import { Popover } from './Popover.tsx';
import './column-sheet.css';

interface ColumnSheetProps<Id extends string> {
  readonly testId: string;
  readonly columns: readonly { readonly id: Id; readonly title: string }[];
  isHidden(id: Id): boolean;
  onTick(id: Id, isTicked: boolean): void;
  onShowAll(): void;
  /** Asked for the columns shown before any choice. */
  onReset(): void;
}

/** Which columns are shown: a button that tells how many are not, with boxes to tick in a sheet. */
export function ColumnSheet<Id extends string>(props: ColumnSheetProps<Id>): JSX.Element {
  const hidden = (): number => props.columns.filter(({ id }) => props.isHidden(id)).length;
  return (
    <Popover label={TABLE.columns(hidden())} contentLabel={TABLE.columnsHeading} testId={props.testId}>
      <div class="columns-choice">
        <For each={props.columns}>
          {(column) => (
            <label>
              <input type="checkbox" checked={!props.isHidden(column.id)} onChange={(event) => props.onTick(column.id, event.currentTarget.checked)} />
              {column.title}
            </label>
          )}
        </For>
      </div>
      <div class="columns-foot">
        <button type="button" class="quiet" onClick={() => props.onShowAll()}>
          {TABLE.allColumns}
        </button>
        <button type="button" class="quiet" onClick={() => props.onReset()}>
          {TABLE.firstColumns}
        </button>
      </div>
    </Popover>
  );
}
