import { For, type JSX, Show, createMemo } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { VERDICTS, type Verdict } from '../../decide/propose.ts';
import { PLOT } from '../../messages/decide-screen-texts.ts';
import { VERDICT_TEXTS } from '../../messages/decide-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { Denominator } from '../../metrics/scope.ts';
import { PictureButton } from './PictureButton.tsx';
import { effectScale, placeOn, ticksOf } from './effect-scale.ts';
import { upheldRate } from './line-filter.ts';

interface EffectPlotProps {
  readonly lines: readonly DecidedLine[];
  readonly denominator: Denominator;
  readonly selected: string | null;
  /** What a slot of the largest limit group brings that stays. */
  readonly reference: number;
  onSelect(key: string): void;
}

/** The drawing's own units. */
const WIDE = 300;
const HIGH = 230;
const LEFT = 44;
const BOTTOM = 26;
const TOP = 8;
const RIGHT = 14;
/** A click this near, in the drawing's units, still means the point. */
const REACH = 12;

interface Dot {
  readonly line: DecidedLine;
  readonly x: number;
  readonly y: number;
}

/** A marker a verdict, so that nothing is told by colour alone. */
const MARKERS: Readonly<Record<Verdict, (x: number, y: number) => string>> = {
  exclude: (x, y) => `M${num(x - 3.5)} ${num(y)}L${num(x)} ${num(y - 3.5)}L${num(x + 3.5)} ${num(y)}L${num(x)} ${num(y + 3.5)}Z`,
  keep: (x, y) => `M${num(x - 2.5)} ${num(y)}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z`,
  dormant: (x, y) => `M${num(x - 2)} ${num(y - 2)}l4 4M${num(x + 2)} ${num(y - 2)}l-4 4`,
  watch: (x, y) => `M${num(x - 1)} ${num(y - 1)}h2v2h-2Z`,
};

function num(value: number): string {
  return value.toFixed(1);
}

/** 原審率 against points a slot; a click selects the nearest item. */
export function EffectPlot(props: EffectPlotProps): JSX.Element {
  let drawing!: SVGSVGElement;
  const scale = createMemo(() => effectScale(props.lines.map(({ estimate }) => estimate.effect.mean)));
  const yOf = (points: number): number => HIGH - BOTTOM - placeOn(scale(), points) * (HIGH - BOTTOM - TOP);
  const xOf = (rate: number): number => LEFT + rate * (WIDE - LEFT - RIGHT);
  const dots = createMemo<readonly Dot[]>(() =>
    props.lines.flatMap((line) => {
      const rate = upheldRate(line.line.figures, props.denominator);
      return rate === null ? [] : [{ line, x: xOf(rate), y: yOf(line.estimate.effect.mean) }];
    }),
  );
  const pathOf = (verdict: Verdict): string =>
    dots()
      .filter(({ line }) => line.verdict === verdict)
      .map(({ x, y }) => MARKERS[verdict](x, y))
      .join('');
  const chosen = (): Dot | null => dots().find(({ line }) => line.key === props.selected) ?? null;

  function select(event: MouseEvent & { readonly currentTarget: SVGSVGElement }): void {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDE;
    const y = ((event.clientY - box.top) / box.height) * HIGH;
    let nearest: Dot | null = null;
    let least = REACH;
    for (const dot of dots()) {
      const distance = Math.hypot(dot.x - x, dot.y - y);
      if (distance < least) [nearest, least] = [dot, distance];
    }
    if (nearest !== null) props.onSelect(nearest.line.key);
  }

  return (
    <figure class="effect-plot">
      <figcaption>
        {PLOT.heading} <small>{PLOT.hint}</small>
        <PictureButton name="effect-plot" drawing={() => drawing} />
      </figcaption>
      <svg
        ref={drawing}
        viewBox={`0 0 ${String(WIDE)} ${String(HIGH)}`}
        role="img"
        aria-label={PLOT.text(dots().length, dots().filter(({ line }) => line.verdict === 'exclude').length)}
        data-testid="effect-plot"
        onClick={select}
      >
        <For each={ticksOf(scale())}>
          {(tick) => (
            <>
              <line class="plot-rule" x1={LEFT} x2={WIDE - RIGHT} y1={yOf(tick)} y2={yOf(tick)} />
              <text class="plot-text end" x={LEFT - 5} y={yOf(tick) + 3}>
                {tick < 1 ? String(tick) : grouped(tick)}
              </text>
            </>
          )}
        </For>
        <For each={[0, 0.25, 0.5, 0.75, 1]}>
          {(tick) => (
            <text class="plot-text middle" x={xOf(tick)} y={HIGH - BOTTOM + 12}>
              {`${String(tick * 100)}%`}
            </text>
          )}
        </For>
        <text class="plot-text end" x={WIDE - RIGHT} y={HIGH - 3}>
          {PLOT.x}
        </text>
        <text class="plot-text" x={2} y={HIGH - 3}>
          {PLOT.y}
        </text>
        <line class="effect-reference" x1={LEFT} x2={WIDE - RIGHT} y1={yOf(props.reference)} y2={yOf(props.reference)} />
        <For each={VERDICTS}>{(verdict) => <path class={`plot-dots ${verdict}`} d={pathOf(verdict)} />}</For>
        <Show when={chosen()}>{(dot) => <circle class="plot-chosen" cx={dot().x} cy={dot().y} r="6" />}</Show>
      </svg>
      <ul class="plot-legend">
        <For each={VERDICTS}>
          {(verdict) => (
            <li>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path class={`plot-dots ${verdict}`} d={MARKERS[verdict](5, 5)} />
              </svg>
              {VERDICT_TEXTS[verdict]}
            </li>
          )}
        </For>
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <line class="effect-reference" x1="0" x2="10" y1="5" y2="5" />
          </svg>
          {PLOT.mean}
        </li>
      </ul>
    </figure>
  );
}
