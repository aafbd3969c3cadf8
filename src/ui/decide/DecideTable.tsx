import { createVirtualizer } from '@tanstack/solid-virtual';
import { For, type JSX, Show, createEffect, createMemo, on } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { LINES } from '../../messages/decide-screen-texts.ts';
import { EMPTY, TABLE } from '../../messages/result-texts.ts';
import type { DecideColumn } from '../../state/create-decide-view.ts';
import type { Session } from '../../state/create-session.ts';
import { createGridFocus } from '../parts/create-grid-focus.ts';
import { createPrinting } from '../parts/create-printing.ts';
import { sortBy } from '../parts/create-sort.ts';
import { SortHead } from '../parts/SortHead.tsx';
import '../parts/figures-table.css';
import { COLUMN_COUNT, DecideRow } from './DecideRow.tsx';
import { effectScale } from './effect-scale.ts';
import { inOrder } from './line-filter.ts';

interface DecideTableProps {
  readonly session: Session;
  /** The lines to show, in the order of the file. */
  readonly lines: readonly DecidedLine[];
  reasonOf(line: DecidedLine): string;
}

/** CSS gives every line this height, in pixels. */
const ROW_HEIGHT = 50;
/** Drawn above and below those in sight. */
const SPARE_ROWS = 8;
const HEAD = -1;

interface Head {
  readonly key: DecideColumn;
  readonly look: string;
}

const BEFORE_TREND: readonly Head[] = [
  { key: 'name', look: 'name name-name' },
  { key: 'verdict', look: 'verdict' },
  { key: 'applications', look: 'count' },
  { key: 'upheldRate', look: 'rate' },
];
const AFTER_TREND: readonly Head[] = [
  { key: 'uphold', look: 'rate' },
  { key: 'effect', look: 'effect' },
  { key: 'below', look: 'rate' },
  { key: 'gain', look: 'count' },
];
const WIDTHS = ['28px', '146px', '80px', '76px', '92px', '114px', '78px', '122px', '66px', '84px', undefined] as const;

/** The lines in any order, only those in sight drawn; one tab stop, arrow keys between cells. */
export function DecideTable(props: DecideTableProps): JSX.Element {
  let frame: HTMLDivElement | undefined;
  const { decideView, itemTrends } = props.session;
  const [chosen, setChosen] = decideView.chosen;
  const [selected, setSelected] = decideView.selected;
  const sort = sortBy(decideView.sorting);
  const isPrinting = createPrinting();
  const rows = createMemo(() => inOrder(props.lines, sort.sorting(), props.session.viewState.view().denominator).map((line, row) => ({ line, row })));
  const virtual = createVirtualizer({
    get count() {
      return rows().length;
    },
    get overscan() {
      return isPrinting() ? rows().length : SPARE_ROWS;
    },
    getScrollElement: () => frame ?? null,
    estimateSize: () => ROW_HEIGHT,
  });
  const drawn = createMemo(
    () => {
      const items = virtual.getVirtualItems();
      return { first: items[0]?.index ?? 0, end: (items.at(-1)?.index ?? -1) + 1 };
    },
    undefined,
    { equals: (a, b) => a.first === b.first && a.end === b.end },
  );
  const scale = createMemo(() => effectScale(props.session.decisions.lines().flatMap(({ estimate: { effect } }) => [effect.lower, effect.upper])));
  const focus = createGridFocus({ lines: () => rows().length, columns: () => COLUMN_COUNT, drawn, reveal });

  function reveal(row: number): void {
    if (frame === undefined) return;
    const room = frame.clientHeight - (frame.querySelector('thead')?.clientHeight ?? 0);
    const top = row * ROW_HEIGHT;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + ROW_HEIGHT > frame.scrollTop + room) frame.scrollTop = top + ROW_HEIGHT - room;
    // The browser tells of it with the next frame; the line is to be drawn now.
    frame.dispatchEvent(new Event('scroll'));
  }
  createEffect(on(sort.sorting, () => frame?.scrollTo(0, 0), { defer: true }));
  // A line selected in the plot is brought into sight.
  createEffect(
    on(selected, (key) => {
      const row = rows().findIndex(({ line }) => line.key === key);
      if (row >= 0) reveal(row);
    }),
  );

  function choose(key: string, isOn: boolean): void {
    const next = new Set(chosen());
    if (isOn) next.add(key);
    else next.delete(key);
    setChosen(next);
  }
  const areAllChosen = (): boolean => props.lines.length > 0 && props.lines.every(({ key }) => chosen().has(key));

  const heads = (list: readonly Head[], from: number): JSX.Element => (
    <For each={list}>
      {({ key, look: style }, index) => (
        <SortHead
          column={key}
          title={LINES.heads[key]}
          meaning={(LINES.meanings as Readonly<Record<string, string>>)[key]}
          class={style}
          startsDescending={key !== 'name' && key !== 'verdict'}
          sort={sort}
          tabIndex={focus.tabIndex(HEAD, from + index())}
          gridColumn={from + index()}
        />
      )}
    </For>
  );
  return (
    <div class="figures-frame decide-frame" ref={frame}>
      <table
        class="figures decide-table"
        role="grid"
        aria-label={LINES.heading}
        aria-rowcount={rows().length + 1}
        onKeyDown={(event) => focus.onKeyDown(event)}
        onFocusIn={(event) => focus.onFocusIn(event)}
      >
        <colgroup>
          <For each={WIDTHS}>{(width) => <col style={{ width }} />}</For>
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="choice">
              <input
                type="checkbox"
                aria-label={LINES.selectAll}
                title={LINES.selectAll}
                data-testid="choose-all"
                checked={areAllChosen()}
                tabIndex={focus.tabIndex(HEAD, 0)}
                data-row={HEAD}
                data-column="0"
                onChange={(event) => setChosen(new Set(event.currentTarget.checked ? props.lines.map(({ key }) => key) : []))}
              />
            </th>
            {heads(BEFORE_TREND, 1)}
            <th scope="col" class="trend" title={TABLE.trendMeaning} tabIndex={focus.tabIndex(HEAD, 5)} data-row={HEAD} data-column="5">
              {LINES.heads.trend}
              <small>{TABLE.trendScale}</small>
            </th>
            {heads(AFTER_TREND, 6)}
            <th scope="col" class="reason" tabIndex={focus.tabIndex(HEAD, 10)} data-row={HEAD} data-column="10">
              {LINES.heads.reason}
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={drawn().first} />
          <For each={rows().slice(drawn().first, drawn().end)}>
            {({ line, row }) => (
              <DecideRow
                session={props.session}
                line={line}
                row={row}
                focus={focus}
                scale={scale()}
                trends={itemTrends().value}
                reason={props.reasonOf(line)}
                isChosen={chosen().has(line.key)}
                isSelected={selected() === line.key}
                onChoose={(isOn) => choose(line.key, isOn)}
                onSelect={() => setSelected(line.key)}
              />
            )}
          </For>
          <Spacer rows={rows().length - drawn().end} />
        </tbody>
      </table>
      <Show when={rows().length === 0}>
        <p class="notice">{EMPTY.noLines}</p>
      </Show>
    </div>
  );
}

/** Stands for lines that are not drawn. */
function Spacer(props: { readonly rows: number }): JSX.Element {
  return (
    <Show when={props.rows > 0}>
      <tr class="spacer" aria-hidden="true">
        <td style={{ height: `${String(props.rows * ROW_HEIGHT)}px` }} />
      </tr>
    </Show>
  );
}
