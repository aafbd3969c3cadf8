import { METRICS, type MetricId, type Value } from '../../metrics/catalogue.ts';
import type { Figures } from '../../metrics/figures.ts';
import { type FigureName, type PublishedSurroundings, publishedValue } from '../anonymise/published.ts';
import { type Cell, type Column, HIDDEN } from '../paper.ts';

/** The columns of these figures. */
export function figureColumns(metrics: readonly MetricId[], isSplit: boolean): Column[] {
  return metrics.map((id) => {
    const { title, unit } = METRICS[id];
    if (unit === '件') return { title, format: 'count', width: id === 'inspected' ? 11 : 8 };
    if (unit === '割合') return { title, format: 'ratio', width: 7.5 };
    return id === 'effectPerApplication' || isSplit ? { title, format: 'split-points', width: 12.5 } : { title, format: 'points', width: 12.5 };
  });
}

/** The figures of a line in these columns, as far as they are published. */
export function figureCells(metrics: readonly MetricId[], figures: Figures, hidden: ReadonlySet<FigureName>, around: PublishedSurroundings): Cell[] {
  return metrics.map((id) => {
    const value = publishedValue(id, figures, hidden, around);
    return value === null ? HIDDEN : numberOf(value);
  });
}

/** A value in the unit of its column: applications, a share, points; null where it has none. */
export function numberOf(value: Value): number | null {
  switch (value.kind) {
    case 'count':
      return value.count;
    case 'ratio':
      return value.denominator === 0 ? null : value.numerator / value.denominator;
    case 'bound':
      return value.share;
    case 'points':
      return value.hundredths === null ? null : value.hundredths / 100;
  }
}
