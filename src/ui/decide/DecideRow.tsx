import { type JSX, Show } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { LINES, WATCH_TEXTS } from '../../messages/decide-screen-texts.ts';
import { VERDICT_TEXTS, overrideText, pointsText, probabilityText, signedPoints, tenths } from '../../messages/decide-texts.ts';
import { grouped } from '../../messages/ja.ts';
import { DECIDED } from '../../core/review-result.ts';
import { DRILL, TABLE } from '../../messages/result-texts.ts';
import { denominatorOf } from '../../metrics/catalogue.ts';
import { decided } from '../../metrics/figures.ts';
import { wilson } from '../../metrics/intervals.ts';
import type { Cell } from '../../metrics/scope.ts';
import { basisText } from '../../report/decision-files.ts';
import type { Session } from '../../state/create-session.ts';
import type { Trends } from '../../state/create-trends.ts';
import type { GridFocus } from '../parts/create-grid-focus.ts';
import { RateBar } from '../parts/RateBar.tsx';
import { percent, sharePercent, withoutGaiji } from '../parts/screen-value.ts';
import { TrendCell } from '../parts/TrendCell.tsx';
import { EffectBar } from './EffectBar.tsx';
import type { EffectScale } from './effect-scale.ts';
import { upheldRate } from './line-filter.ts';

interface DecideRowProps {
  readonly session: Session;
  readonly line: DecidedLine;
  readonly row: number;
  readonly focus: GridFocus;
  readonly scale: EffectScale;
  readonly trends: Trends | null;
  readonly reason: string;
  readonly isChosen: boolean;
  readonly isSelected: boolean;
  onChoose(isOn: boolean): void;
  onSelect(): void;
}

/** One item: its counts, what is held of it, and what is decided. */
export function DecideRow(props: DecideRowProps): JSX.Element {
  const figures = () => props.line.line.figures;
  const name = (): string => withoutGaiji([props.line.line.kind, props.line.line.code, props.line.line.name].filter((part) => part !== '').join(' '));
  const place = (column: number) => ({
    tabIndex: props.focus.tabIndex(props.row, column),
    'data-row': props.row,
    'data-column': column,
  });
  const denominator = () => props.session.viewState.denominator();
  const of = (): number => denominatorOf(figures(), denominator());
  const bar = () => {
    const [rate, bounds] = [upheldRate(figures(), denominator()), wilson(figures().upheld, of())];
    return rate === null || bounds === null ? null : { rate, ...bounds };
  };
  return (
    <tr
      aria-rowindex={props.row + 2}
      aria-selected={props.isSelected}
      classList={{ selected: props.isSelected }}
      data-key={props.line.key}
      data-verdict={props.line.verdict}
      onClick={() => props.onSelect()}
    >
      <td class="choice">
        <input
          type="checkbox"
          aria-label={LINES.select(name())}
          checked={props.isChosen}
          {...place(0)}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => props.onChoose(event.currentTarget.checked)}
        />
      </td>
      <th scope="row" class="name name-name" title={name()}>
        <button type="button" class="line-name" {...place(1)} onClick={() => props.onSelect()}>
          <span>{withoutGaiji(props.line.line.name || props.line.line.code)}</span>
          <small>{withoutGaiji(`${props.line.line.kind} ${props.line.line.code}`)}</small>
        </button>
      </th>
      <VerdictCell line={props.line} {...place(2)} />
      <CountCell session={props.session} line={props.line} name={name()} {...place(3)} />
      <td class="rate" classList={{ 'with-bar': bar() !== null }} {...place(4)}>
        {percent(figures().upheld, of())}
        <small>{`${grouped(figures().upheld)} / ${grouped(of())}`}</small>
        <Show when={bar()}>{(shares) => <RateBar {...shares()} />}</Show>
      </td>
      <TrendCell trends={props.trends} line={props.line.line.line} row={props.row} place={5} focus={props.focus} />
      <td class="rate" {...place(6)}>
        {sharePercent(props.line.estimate.uphold.mean)}
      </td>
      <td class="effect" {...place(7)}>
        {pointsText(props.line.estimate.effect.mean)}
        <small>{`${pointsText(props.line.estimate.effect.lower)}–${pointsText(props.line.estimate.effect.upper)}`}</small>
        <EffectBar effect={props.line.estimate.effect} reference={props.line.proposal.reference} scale={props.scale} />
      </td>
      <td class="rate" {...place(8)}>
        {probabilityText(props.line.proposal.belowReference)}
      </td>
      <td class="count" {...place(9)}>
        {signedPoints(props.line.proposal.gain)}
        <small>{LINES.freed(tenths(props.line.proposal.freedSlots))}</small>
      </td>
      <td class="reason" title={props.reason} {...place(10)}>
        <span class="reason-text">{props.line.override === null ? props.reason : overrideText(props.line)}</span>
      </td>
    </tr>
  );
}

interface PlaceProps {
  readonly tabIndex: number;
  readonly 'data-row': number;
  readonly 'data-column': number;
}

function VerdictCell(props: PlaceProps & { readonly line: DecidedLine }): JSX.Element {
  const beneath = (): string => {
    const { proposal, override, verdict } = props.line;
    if (override !== null) return LINES.overridden;
    if (verdict === 'exclude') return LINES.basis(basisText(props.line));
    return proposal.watch === null ? '' : WATCH_TEXTS[proposal.watch];
  };
  return (
    <td class="verdict" tabIndex={props.tabIndex} data-row={props['data-row']} data-column={props['data-column']}>
      <span class="verdict-mark">{VERDICT_TEXTS[props.line.verdict]}</span>
      <small>{beneath()}</small>
      <Show when={props.line.estimate.isChanging}>
        <span class="few-mark" title={LINES.changingNote}>
          {LINES.changing}
        </span>
      </Show>
    </td>
  );
}

interface CountCellProps extends PlaceProps {
  readonly session: Session;
  readonly line: DecidedLine;
  readonly name: string;
}

/** Applications and the decided ones among them; both open the records behind them. */
function CountCell(props: CountCellProps): JSX.Element {
  const figures = () => props.line.line.figures;
  const open = (title: string, results: Cell['results']) => (event: MouseEvent) => {
    event.stopPropagation();
    props.session.drill.show({
      dimension: 'item',
      cell: { line: props.line.line.line, results, recordResults: null },
      title: DRILL.title(props.name, title),
    });
  };
  return (
    <td class="count">
      <button
        type="button"
        class="figure"
        tabIndex={props.tabIndex}
        data-row={props['data-row']}
        data-column={props['data-column']}
        aria-label={TABLE.open(props.name, LINES.heads.applications, grouped(figures().applications))}
        onClick={open(LINES.heads.applications, null)}
      >
        {grouped(figures().applications)}
      </button>
      <small>
        {LINES.decided}{' '}
        <Show when={decided(figures()) > 0} fallback="0">
          <button
            type="button"
            class="figure"
            tabIndex={-1}
            aria-label={TABLE.open(props.name, LINES.decided, grouped(decided(figures())))}
            onClick={open(LINES.decided, DECIDED)}
          >
            {grouped(decided(figures()))}
          </button>
        </Show>
      </small>
    </td>
  );
}
