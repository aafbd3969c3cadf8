import { For, type JSX, Show, createMemo, on } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { LINES } from '../../messages/decide-screen-texts.ts';
import { EMPTY, TABLE } from '../../messages/result-texts.ts';
import type { DecideColumn } from '../../state/create-decide-view.ts';
import type { Session } from '../../state/create-session.ts';
import { type GridFocus, HEAD } from '../parts/create-grid-focus.ts';
import { type SortState, sortBy } from '../parts/create-sort.ts';
import { LinesGrid } from '../parts/LinesGrid.tsx';
import { SortHead } from '../parts/SortHead.tsx';
import { DecideRow } from './DecideRow.tsx';
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

interface HeadColumn {
  readonly key: DecideColumn;
  readonly look: string;
}

const BEFORE_TREND: readonly HeadColumn[] = [
  { key: 'name', look: 'name name-name' },
  { key: 'verdict', look: 'verdict' },
  { key: 'applications', look: 'count' },
  { key: 'upheldRate', look: 'rate' },
];
const AFTER_TREND: readonly HeadColumn[] = [
  { key: 'uphold', look: 'rate' },
  { key: 'effect', look: 'effect' },
  { key: 'below', look: 'rate' },
  { key: 'gain', look: 'count' },
];
/** Names take a part of what a wide screen has more. */
const NAME_WIDTH = 'clamp(146px, 146px + (100vw - 1366px) * 0.25, 260px)';
const WIDTHS = ['28px', NAME_WIDTH, '80px', '76px', '92px', '114px', '78px', '122px', '66px', '92px', undefined] as const;
const LEAST_WIDTH = '1040px';

/** Every line with its grounds and its verdict, in any order. */
export function DecideTable(props: DecideTableProps): JSX.Element {
  const { decideView, itemTrends } = props.session;
  const [chosen, setChosen] = decideView.chosen;
  const [selected, setSelected] = decideView.selected;
  const sort = sortBy(decideView.sorting);
  const lines = createMemo(() => inOrder(props.lines, sort.sorting(), props.session.viewState.denominator()));
  const scale = createMemo(() => effectScale(props.session.decisions.lines().flatMap(({ estimate: { effect } }) => [effect.lower, effect.upper])));
  /** A line selected in the plot is brought into sight. */
  const wanted = createMemo(
    on(selected, (selectedKey) => {
      const row = lines().findIndex(({ key }) => key === selectedKey);
      return row < 0 ? null : row;
    }),
    undefined,
    { equals: false },
  );
  function choose(key: string, isOn: boolean): void {
    const next = new Set(chosen());
    if (isOn) next.add(key);
    else next.delete(key);
    setChosen(next);
  }
  return (
    <>
      <LinesGrid
        label={LINES.heading}
        look="decide-table"
        lines={lines()}
        rowHeight={ROW_HEIGHT}
        widths={WIDTHS}
        leastWidth={LEAST_WIDTH}
        isBusy={false}
        order={sort.sorting()}
        wanted={wanted()}
        head={(focus) => <Heads session={props.session} lines={props.lines} sort={sort} focus={focus} />}
        line={(line, row, focus) => (
          <DecideRow
            session={props.session}
            line={line()}
            row={row}
            focus={focus}
            scale={scale()}
            trends={itemTrends().value}
            reason={props.reasonOf(line())}
            isChosen={chosen().has(line().key)}
            isSelected={selected() === line().key}
            onChoose={(isOn) => choose(line().key, isOn)}
            onSelect={() => setSelected(line().key)}
          />
        )}
      />
      <Show when={lines().length === 0}>
        <p class="notice">{EMPTY.noLines}</p>
      </Show>
    </>
  );
}

interface HeadsProps {
  readonly session: Session;
  readonly lines: readonly DecidedLine[];
  readonly sort: SortState<DecideColumn>;
  readonly focus: GridFocus;
}

function Heads(props: HeadsProps): JSX.Element {
  const [chosen, setChosen] = props.session.decideView.chosen;
  const areAllChosen = (): boolean => props.lines.length > 0 && props.lines.every(({ key }) => chosen().has(key));
  const heads = (list: readonly HeadColumn[], from: number): JSX.Element => (
    <For each={list}>
      {({ key, look }, index) => (
        <SortHead
          column={key}
          title={LINES.heads[key]}
          meaning={(LINES.meanings as Readonly<Record<string, string>>)[key]}
          class={look}
          startsDescending={key !== 'name' && key !== 'verdict'}
          sort={props.sort}
          tabIndex={props.focus.tabIndex(HEAD, from + index())}
          gridColumn={from + index()}
        />
      )}
    </For>
  );
  return (
    <>
      <th scope="col" class="choice">
        <input
          type="checkbox"
          aria-label={LINES.selectAll}
          title={LINES.selectAll}
          data-testid="choose-all"
          checked={areAllChosen()}
          tabIndex={props.focus.tabIndex(HEAD, 0)}
          data-row={HEAD}
          data-column="0"
          onChange={(event) => setChosen(new Set(event.currentTarget.checked ? props.lines.map(({ key }) => key) : []))}
        />
      </th>
      {heads(BEFORE_TREND, 1)}
      <th scope="col" class="trend" title={TABLE.trendMeaning} tabIndex={props.focus.tabIndex(HEAD, 5)} data-row={HEAD} data-column="5">
        {LINES.heads.trend}
        <small>{TABLE.trendScale}</small>
      </th>
      {heads(AFTER_TREND, 6)}
      <th scope="col" class="reason" tabIndex={props.focus.tabIndex(HEAD, 10)} data-row={HEAD} data-column="10">
        {LINES.heads.reason}
      </th>
    </>
  );
}
