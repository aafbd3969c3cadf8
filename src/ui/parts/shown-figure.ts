import { TABLE } from '../../messages/result-texts.ts';
import { METRICS, type MetricId, type Surroundings, type Value } from '../../metrics/catalogue.ts';
import type { Figures } from '../../metrics/figures.ts';
import type { Cell } from '../../metrics/scope.ts';
import type { Grain } from '../../records/grain.ts';
import { type FigureColumn, boundsOf, recordsBehind } from './figure-columns.ts';
import type { Shares } from './rate-bar.ts';
import { fractionText, interval, screenValue } from './screen-value.ts';

/** What a cell shows of a figure. */
export interface ShownFigure {
  readonly column: FigureColumn;
  readonly text: string;
  /** `n / D` of a rate; empty where there is none. */
  readonly fraction: string;
  /** A rate and its interval, shares of 1; null where there is none. */
  readonly bar: Shares | null;
  /** The interval in words, where there is a bar. */
  readonly title: string | undefined;
  /** Which records the cell opens; null where it opens none. */
  readonly behind: Omit<Cell, 'line'> | null;
}

export function shownFigure(column: FigureColumn, figures: Figures, around: Surroundings, grain: Grain): ShownFigure {
  const valueOf = (id: MetricId): Value => METRICS[id].value(figures, around);
  const value = valueOf(column.id);
  const text = column.upper === null ? screenValue(value) : interval(value, valueOf(column.upper));
  const behind = isNothing(value) ? null : recordsBehind(column.id, grain);
  const bounds = boundsOf(column.id);
  const whole = { column, text, fraction: fraction(column, value), behind };
  if (bounds === null || value.kind !== 'ratio') return { ...whole, bar: null, title: undefined };
  const [lower, upper] = [valueOf(bounds[0]), valueOf(bounds[1])];
  if (lower.kind !== 'bound' || upper.kind !== 'bound' || lower.share === null || upper.share === null) return { ...whole, bar: null, title: undefined };
  return {
    ...whole,
    bar: { rate: value.numerator / value.denominator, lower: lower.share, upper: upper.share },
    title: TABLE.intervalText(interval(lower, upper)),
  };
}

/** Zero and no value have no records to show. */
export function isNothing(value: Value): boolean {
  return (value.kind === 'count' && !value.count) || (value.kind === 'points' && !value.hundredths);
}

/** `n / D` of a rate; empty where D is not known at all. */
function fraction(column: FigureColumn, value: Value): string {
  return value.kind === 'ratio' && column.id === 'applicationRate' && value.denominator === 0 ? '' : fractionText(value);
}
