import { For, type JSX, Show } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import type { MonthOfLine } from '../../metrics/figures.ts';
import type { Trends } from '../../state/create-trends.ts';
import type { GridFocus } from './create-grid-focus.ts';
import { sharePercent } from './screen-value.ts';
import { TREND, type TrendPoint, trendRuns } from './trend-line.ts';

interface TrendCellProps {
  /** Null while they are counted. */
  readonly trends: Trends | null;
  /** Null is the total. */
  readonly line: number | null;
  readonly row: number;
  readonly place: number;
  readonly focus: GridFocus;
}

/** 原審率 by month as a line from 0 to 100 %, broken where a month has none. */
export function TrendCell(props: TrendCellProps): JSX.Element {
  const months = (): readonly MonthOfLine[] => {
    if (props.trends === null) return [];
    return props.line === null ? props.trends.total : props.trends.ofLine(props.line);
  };
  const runs = () => trendRuns(props.trends?.months ?? [], months());
  return (
    <td class="trend" tabIndex={props.focus.tabIndex(props.row, props.place)} data-row={props.row} data-column={props.place}>
      <Show when={props.trends !== null}>
        <Show when={runs().length > 0} fallback={<span title={TABLE.noTrend}>{TABLE.noValue}</span>}>
          <Drawing runs={runs()} />
        </Show>
      </Show>
    </td>
  );
}

function Drawing(props: { readonly runs: readonly (readonly TrendPoint[])[] }): JSX.Element {
  const words = (): string => inWords(props.runs.flat());
  const last = (): TrendPoint | undefined => props.runs.at(-1)?.at(-1);
  const top = TREND.margin;
  const bottom = TREND.height - TREND.margin;
  return (
    <svg
      class="trend-drawing"
      role="img"
      aria-label={words()}
      width={TREND.width}
      height={TREND.height}
      viewBox={`0 0 ${String(TREND.width)} ${String(TREND.height)}`}
    >
      <title>{words()}</title>
      <path class="trend-scale" d={`M0 ${String(top)}H${String(TREND.width)}M0 ${String(bottom)}H${String(TREND.width)}`} />
      <For each={props.runs}>
        {(run) => (
          <Show when={run.length > 1} fallback={<circle class="trend-dot" cx={run[0]?.x} cy={run[0]?.y} r="1.5" />}>
            <polyline class="trend-line" points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
          </Show>
        )}
      </For>
      <circle class="trend-dot" cx={last()?.x} cy={last()?.y} r="2" />
    </svg>
  );
}

function inWords(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return TABLE.noTrend;
  const rates = points.map(({ rate }) => rate);
  return TABLE.trendText(
    { month: first.month, rate: sharePercent(first.rate) },
    { month: last.month, rate: sharePercent(last.rate) },
    sharePercent(Math.min(...rates)),
    sharePercent(Math.max(...rates)),
  );
}
