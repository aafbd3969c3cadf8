import { For, type JSX, Show, createEffect, createSignal, on } from 'solid-js';
import type { Failure } from '../../core/failure.ts';
import { failureText } from '../../messages/failures.ts';
import { grouped, monthText } from '../../messages/ja.ts';
import { JOIN_NAMES, SIDES, SIDE_TABLE } from '../../messages/list-texts.ts';
import type { ListSide, SideRow } from '../../records/list-sides.ts';
import { SIDE_FILES } from '../../report/list-side-file.ts';
import type { Session } from '../../state/create-session.ts';
import { saveFile } from '../parts/save-file.ts';

const PAGE_SIZE = 200;

type Column = keyof typeof SIDE_TABLE.heads;

const COLUMNS: Readonly<Record<ListSide, readonly Column[]>> = {
  unmatched_lines: ['place', 'key', 'month', 'code', 'name', 'checkType', 'points', 'join'],
  unlisted: ['place', 'key', 'month', 'records'],
  excluded: ['place', 'key', 'month', 'records'],
  unmatched_keys: ['place', 'key'],
};
const NUMBERS: readonly Column[] = ['points', 'records'];

interface SideTableProps {
  readonly session: Session;
  readonly side: ListSide;
  /** Lines of the side, as counted. */
  readonly count: number;
}

/** One side of a joined list, opened on demand, page by page, and as a file. */
export function SideTable(props: SideTableProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  const [start, setStart] = createSignal(0);
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const page = props.session.listSide(props.side, () => (isOpen() ? { start: start(), size: PAGE_SIZE } : null));
  createEffect(on(props.session.workbench.version, () => setStart(0), { defer: true }));
  const columns = (): readonly Column[] => COLUMNS[props.side];

  async function save(): Promise<void> {
    const text = await props.session.sideText(props.side);
    setFailure(text.ok ? null : text.failure);
    if (text.ok) saveFile(SIDE_FILES[props.side], text.value);
  }

  return (
    <details class="side" data-testid={`side-${props.side}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {SIDES[props.side].heading} <span class="figures-text">{SIDE_TABLE.count(props.count)}</span>
      </summary>
      <Show when={props.count > 0} fallback={<p class="soft">{SIDES[props.side].none}</p>}>
        <div class="side-bar">
          <button type="button" data-testid={`save-${props.side}`} onClick={() => void save()}>
            {SIDES[props.side].save} <span class="export-file">{SIDE_FILES[props.side]}</span>
          </button>
          <Show when={failure()}>{(why) => <span class="warn-text">{failureText(why())}</span>}</Show>
          <Show when={props.count > PAGE_SIZE}>
            <span class="soft">{SIDE_TABLE.pages(start() + 1, Math.min(start() + PAGE_SIZE, props.count), props.count)}</span>
            <button type="button" disabled={start() === 0} onClick={() => setStart(start() - PAGE_SIZE)}>
              {SIDE_TABLE.previous}
            </button>
            <button type="button" disabled={start() + PAGE_SIZE >= props.count} onClick={() => setStart(start() + PAGE_SIZE)}>
              {SIDE_TABLE.next}
            </button>
          </Show>
        </div>
        <div class="list-frame side-frame" tabIndex={0} role="region" aria-label={SIDES[props.side].heading}>
          <table class="list">
            <thead>
              <tr>
                <For each={columns()}>
                  {(column) => (
                    <th scope="col" class={classOf(column)}>
                      {SIDE_TABLE.heads[column]}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={page().value?.rows}>
                {(row) => (
                  <tr data-testid="side-row">
                    <For each={columns()}>{(column) => <td class={classOf(column)}>{cellOf(row, column) || SIDE_TABLE.blank}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </details>
  );
}

function classOf(column: Column): string {
  return NUMBERS.includes(column) ? 'number' : column;
}

function cellOf(row: SideRow, column: Column): string {
  switch (column) {
    case 'place':
      return SIDE_TABLE.place(row.file, row.line);
    case 'month':
      return row.month === 0 ? '' : monthText(row.month);
    case 'points':
      return row.points === null ? '' : grouped(row.points);
    case 'join':
      return row.join === null ? '' : JOIN_NAMES[row.join];
    case 'records':
      return grouped(row.records);
    default:
      return row[column];
  }
}
