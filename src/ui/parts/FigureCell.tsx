import { type JSX, Show, createMemo } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import { METRICS, type MetricId, type Surroundings, type Value } from '../../metrics/catalogue.ts';
import type { Figures } from '../../metrics/figures.ts';
import type { Cell } from '../../metrics/scope.ts';
import type { Grain } from '../../records/grain.ts';
import type { GridFocus } from './create-grid-focus.ts';
import { type FigureColumn, boundsOf, recordsBehind } from './figure-columns.ts';
import { RateBar } from './RateBar.tsx';
import { fractionText, interval, screenValue } from './screen-value.ts';

/** Asked to show the records behind a figure of a line. */
export type OpenFigure = (behind: Omit<Cell, 'line'>, title: string) => void;

interface FigureCellProps {
  readonly column: FigureColumn;
  readonly figures: Figures;
  readonly around: Surroundings;
  readonly grain: Grain;
  readonly row: number;
  readonly place: number;
  readonly focus: GridFocus;
  /** The line in words. */
  readonly line: string;
  readonly onOpen: OpenFigure;
}

/** One figure of a line: a count opens the records behind it, a rate has its n / D beneath. */
export function FigureCell(props: FigureCellProps): JSX.Element {
  const value = createMemo((): Value => METRICS[props.column.id].value(props.figures, props.around));
  const text = createMemo((): string => {
    const { upper } = props.column;
    return upper === null ? screenValue(value()) : interval(value(), METRICS[upper].value(props.figures, props.around));
  });
  const shareOf = (id: MetricId): number | null => {
    const bound = METRICS[id].value(props.figures, props.around);
    return bound.kind === 'bound' ? bound.share : null;
  };
  const bar = createMemo(() => {
    const bounds = boundsOf(props.column.id);
    const rate = value();
    if (bounds === null || rate.kind !== 'ratio') return null;
    const [lower, upper] = [shareOf(bounds[0]), shareOf(bounds[1])];
    return lower === null || upper === null ? null : { rate: rate.numerator / rate.denominator, lower, upper };
  });
  const title = (): string | undefined => {
    const bounds = boundsOf(props.column.id);
    if (bounds === null || bar() === null) return undefined;
    const [lower, upper] = bounds.map((id): Value => METRICS[id].value(props.figures, props.around)) as [Value, Value];
    return TABLE.intervalText(interval(lower, upper));
  };
  const behind = (): Omit<Cell, 'line'> | null => (isNothing(value()) ? null : recordsBehind(props.column.id, props.grain));
  const tabIndex = (): 0 | -1 => props.focus.tabIndex(props.row, props.place);
  return (
    <Show
      when={behind()}
      fallback={
        <td
          class={props.column.look}
          classList={{ 'with-bar': bar() !== null }}
          title={title()}
          tabIndex={tabIndex()}
          data-row={props.row}
          data-column={props.place}
        >
          {text()}
          <Show when={fraction(props.column, value())}>{(of) => <small>{of()}</small>}</Show>
          <Show when={bar()}>{(shares) => <RateBar {...shares()} />}</Show>
        </td>
      }
    >
      {(cell) => (
        <td class={props.column.look}>
          <button
            type="button"
            class="figure"
            tabIndex={tabIndex()}
            data-row={props.row}
            data-column={props.place}
            aria-label={TABLE.open(props.line, props.column.title, text())}
            onClick={() => props.onOpen(cell(), props.column.title)}
          >
            {text()}
          </button>
        </td>
      )}
    </Show>
  );
}

/** Zero and no value have no records to show. */
export function isNothing(value: Value): boolean {
  return (value.kind === 'count' && !value.count) || (value.kind === 'points' && !value.hundredths);
}

/** `n / D` of a rate; empty where D is not known at all. */
function fraction(column: FigureColumn, value: Value): string {
  return value.kind === 'ratio' && column.id === 'applicationRate' && value.denominator === 0 ? '' : fractionText(value);
}
