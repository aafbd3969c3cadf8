import { For, type JSX, createMemo } from 'solid-js';
import type { BacktestMonth } from '../../decide/backtest.ts';
import { BACKTEST } from '../../messages/decide-screen-texts.ts';
import { eraMonthText, grouped } from '../../messages/ja.ts';
import { PictureButton } from './PictureButton.tsx';

/** The drawing's own units. */
const WIDE = 900;
const HIGH = 190;
const LEFT = 56;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 24;
const STEPS = 4;

const SERIES = {
  kept: (month: BacktestMonth) => month.effectPerSlotKept,
  all: (month: BacktestMonth) => month.effectPerSlotAll,
  naive: (month: BacktestMonth) => month.naive.effectPerSlotKept,
  excluded: (month: BacktestMonth) => month.effectPerSlotExcluded,
} as const;
const NAMES = Object.keys(SERIES) as (keyof typeof SERIES)[];

/** Points a slot by month: what was kept, everything, and what was excluded; lines differ by their dashes too. */
export function BacktestChart(props: { readonly months: readonly BacktestMonth[] }): JSX.Element {
  let drawing!: SVGSVGElement;
  const top = createMemo(() => {
    const most = Math.max(1, ...props.months.flatMap((month) => NAMES.map((name) => SERIES[name](month) ?? 0)));
    const unit = 10 ** Math.floor(Math.log10(most));
    return Math.ceil(most / unit) * unit;
  });
  const x = (index: number): number => LEFT + (props.months.length < 2 ? 0.5 : index / (props.months.length - 1)) * (WIDE - LEFT - RIGHT);
  const y = (points: number): number => HIGH - BOTTOM - (points / top()) * (HIGH - BOTTOM - TOP);
  const path = (name: keyof typeof SERIES): string => {
    let drawn = '';
    let isPen = false;
    for (const [index, month] of props.months.entries()) {
      const points = SERIES[name](month);
      if (points !== null) drawn += `${isPen ? 'L' : 'M'}${x(index).toFixed(1)} ${y(points).toFixed(1)}`;
      isPen = points !== null;
    }
    return drawn;
  };
  return (
    <figure class="backtest-chart">
      <figcaption>
        {BACKTEST.chart} <small>{BACKTEST.unit}</small>
        <PictureButton name="backtest" drawing={() => drawing} />
      </figcaption>
      <svg ref={drawing} viewBox={`0 0 ${String(WIDE)} ${String(HIGH)}`} role="img" aria-label={BACKTEST.chartText(props.months.length)}>
        <For each={Array.from({ length: STEPS + 1 }, (_, step) => (top() * step) / STEPS)}>
          {(tick) => (
            <>
              <line class="plot-rule" x1={LEFT} x2={WIDE - RIGHT} y1={y(tick)} y2={y(tick)} />
              <text class="plot-text end" x={LEFT - 6} y={y(tick) + 3}>
                {grouped(Math.round(tick))}
              </text>
            </>
          )}
        </For>
        <For each={props.months}>
          {(month, index) => (
            <text class="plot-text middle" x={x(index())} y={HIGH - 8}>
              {props.months.length > 14 && index() % 2 === 1 ? '' : eraMonthText(month.month)}
            </text>
          )}
        </For>
        <For each={NAMES}>{(name) => <path class={`backtest-line ${name}`} d={path(name)} />}</For>
      </svg>
      <ul class="plot-legend">
        <For each={NAMES}>
          {(name) => (
            <li>
              <svg class="legend-line" viewBox="0 0 28 10" aria-hidden="true">
                <path class={`backtest-line ${name}`} d="M0 5H28" />
              </svg>
              {BACKTEST.series[name]}
            </li>
          )}
        </For>
      </ul>
    </figure>
  );
}
