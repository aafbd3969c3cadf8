import { DECIDED } from '../../core/review-result.ts';
import { TABLE } from '../../messages/result-texts.ts';
import { METRICS, type MetricId } from '../../metrics/catalogue.ts';
import type { Cell } from '../../metrics/scope.ts';
import type { Grain } from '../../records/grain.ts';

/** A column of a table of figures. The two bounds of an interval stand in one column, ordered by the lower one. */
export interface FigureColumn {
  readonly id: MetricId;
  readonly look: 'count' | 'ratio' | 'interval' | 'points';
  /** The upper bound, where `id` is the lower one. */
  readonly upper: MetricId | null;
  /** What the head says. */
  readonly title: string;
  /** The least, in CSS pixels. */
  readonly width: number;
}

/** The columns for these figures, in their order. */
export function figureColumns(metrics: readonly MetricId[]): readonly FigureColumn[] {
  return metrics.flatMap((id): readonly FigureColumn[] => {
    const { title, unit } = METRICS[id];
    switch (id) {
      case 'reducedRateUpper':
      case 'upheldRateUpper':
        return [];
      case 'reducedRateLower':
        return [intervalColumn(id, 'reducedRateUpper', METRICS.reducedRate.title)];
      case 'upheldRateLower':
        return [intervalColumn(id, 'upheldRateUpper', METRICS.upheldRate.title)];
      default: {
        const look = unit === '割合' ? 'ratio' : unit === '点' ? 'points' : 'count';
        return [{ id, look, upper: null, title, width: WIDTHS[id] ?? WIDTHS[look] }];
      }
    }
  });
}

const WIDTHS: Readonly<Record<FigureColumn['look'], number>> & Partial<Readonly<Record<MetricId, number>>> = {
  count: 64,
  ratio: 110,
  interval: 94,
  points: 92,
  withdrawn: 56,
  outOfScope: 56,
  pending: 56,
  unclassified: 56,
  inspected: 80,
  effectPerApplication: 104,
};

function intervalColumn(id: MetricId, upper: MetricId, rate: string): FigureColumn {
  return { id, look: 'interval', upper, title: TABLE.intervalHead(rate), width: WIDTHS.interval };
}

/** The bounds of a rate's interval; null for other figures. */
export function boundsOf(id: MetricId): readonly [MetricId, MetricId] | null {
  if (id === 'reducedRate') return ['reducedRateLower', 'reducedRateUpper'];
  return id === 'upheldRate' ? ['upheldRateLower', 'upheldRateUpper'] : null;
}

/** Which records stand behind a figure, beside its line; null for figures that are no count or sum of records. */
export function recordsBehind(id: MetricId, grain: Grain): Omit<Cell, 'line'> | null {
  switch (id) {
    case 'applications':
    case 'pointsDelta':
      return { results: null, recordResults: null };
    case 'reduced':
    case 'returned':
    case 'upheld':
    case 'withdrawn':
    case 'pending':
    case 'unclassified':
      return { results: [id], recordResults: null };
    case 'outOfScope':
      return { results: ['out_of_scope'], recordResults: null };
    case 'decided':
      return { results: DECIDED, recordResults: null };
    case 'reducedEffect':
      return effectOf('reduced', grain);
    case 'returnedEffect':
      return effectOf('returned', grain);
    default:
      return null;
  }
}

/** Points go by the record's own result under `row`, by the application's under `receipt` (METRICS, "Effects"). */
function effectOf(result: 'reduced' | 'returned', grain: Grain): Omit<Cell, 'line'> {
  return grain === 'row' ? { results: null, recordResults: [result] } : { results: [result], recordResults: null };
}

/** What a head tells on hovering, and the 定義 list in full. */
export function definitionOf(column: FigureColumn): string {
  const { meaning, absent } = METRICS[column.id];
  const both = column.upper === null ? meaning : `${meaning}${METRICS[column.upper].meaning}`;
  return `${both}${absent}`;
}
