import { METRICS, type MetricId, type Surroundings, type Value } from '../../metrics/catalogue.ts';
import { type Figures, type Line, type Table, decided } from '../../metrics/figures.ts';
import type { Denominator } from '../../metrics/scope.ts';

/** What can be hidden in a line: its counts and sums. Ratios are hidden with what they are made of. */
export type FigureName = Exclude<keyof Figures, 'effectPerApplication'> | 'decided';

/** A line as it is handed out; its figures are read with {@link publishedValue}. */
export interface PublishedLine extends Line {
  readonly hidden: ReadonlySet<FigureName>;
}

export interface PublishedSurroundings extends Surroundings {
  readonly hiddenInTotal: ReadonlySet<FigureName>;
}

export interface PublishedTable {
  readonly lines: readonly PublishedLine[];
  readonly total: Figures;
  readonly hiddenInTotal: ReadonlySet<FigureName>;
}

const NOTHING: ReadonlySet<FigureName> = new Set();

/** A table with nothing hidden. */
export function published(table: Table): PublishedTable {
  return { lines: table.lines.map((line) => ({ ...line, hidden: NOTHING })), total: table.total, hiddenInTotal: NOTHING };
}

export function figureOf(figures: Figures, name: FigureName): number {
  return name === 'decided' ? decided(figures) : figures[name];
}

/** A figure of a line or of the total as it may be shown; null where it is hidden. */
export function publishedValue(metric: MetricId, figures: Figures, hidden: ReadonlySet<FigureName>, around: PublishedSurroundings): Value | null {
  if (isHidden(metric, hidden, around.denominator)) return null;
  if (metric === 'share' && isHidden('applications', around.hiddenInTotal, around.denominator)) return null;
  return METRICS[metric].value(figures, around);
}

/** Whether a figure of a line, or what it can be computed from, is hidden. */
function isHidden(metric: MetricId, hidden: ReadonlySet<FigureName>, denominator: Denominator): boolean {
  return hidden.size > 0 && restsOn(metric, denominator === 'decided' ? 'decided' : 'applications').some((name) => hidden.has(name));
}

function restsOn(metric: MetricId, divisor: FigureName): readonly FigureName[] {
  switch (metric) {
    case 'share':
    case 'applicationRate':
      return ['applications'];
    case 'reducedRate':
    case 'reducedRateLower':
    case 'reducedRateUpper':
      return ['reduced', divisor];
    case 'upheldRate':
    case 'upheldRateLower':
    case 'upheldRateUpper':
      return ['upheld', divisor];
    case 'effectPerApplication':
      return ['reducedEffect', 'applications'];
    case 'inspected':
      return [];
    default:
      return [metric];
  }
}
