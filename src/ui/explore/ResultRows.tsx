import { For, type JSX, Show, createSignal } from 'solid-js';
import type { SqlAnswer } from '../../explore/sql-answer.ts';
import { grouped } from '../../messages/ja.ts';
import { DRILL } from '../../messages/result-texts.ts';
import { SQL_PANE } from '../../messages/explore-texts.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';

const PAGE_SIZE = 200;
/** Longer texts are cut on the screen; the file has them whole. */
const LONGEST = 300;

/** The rows of an answer, page by page. */
export function ResultRows(props: { readonly answer: SqlAnswer }): JSX.Element {
  const [start, setStart] = createSignal(0);
  const count = (): number => props.answer.rows.length;
  const page = () => props.answer.rows.slice(start(), start() + PAGE_SIZE);
  const shown = (cell: string): string => withoutGaiji(cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell);
  return (
    <div class="sql-result">
      <Show when={count() > PAGE_SIZE}>
        <div class="pages">
          <button type="button" disabled={start() === 0} onClick={() => setStart(start() - PAGE_SIZE)}>
            {DRILL.previous}
          </button>
          <span>{SQL_PANE.page(grouped(start() + 1), grouped(Math.min(start() + PAGE_SIZE, count())), grouped(count()))}</span>
          <button type="button" disabled={start() + PAGE_SIZE >= count()} onClick={() => setStart(start() + PAGE_SIZE)}>
            {DRILL.next}
          </button>
        </div>
      </Show>
      <ListTable
        region={SQL_PANE.result}
        label={SQL_PANE.result}
        testId="sql-result"
        heads={props.answer.columns.map(({ name, isNumber }) => (isNumber ? [name, 'number'] : name))}
      >
        <For each={page()}>
          {(row) => (
            <tr>
              <For each={row}>
                {(cell, place) => (
                  <td classList={{ number: props.answer.columns[place()]?.isNumber === true, null: cell === null }}>
                    {cell === null ? SQL_PANE.isNull : shown(cell)}
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </ListTable>
    </div>
  );
}
