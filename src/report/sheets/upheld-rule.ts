import { type Figures, decided } from '../../metrics/figures.ts';
import type { FigureName } from '../anonymise/published.ts';

/** The contract's plain measure of a high 原審率; the decision of DECIDE weighs more than this. */
export const THRESHOLD = 0.7;
export const THRESHOLD_TEXT = '70%';
export const LEAST_DECIDED = 10;

/** Whether a line's plain 原審率 over decided applications is high; never told of what is hidden. */
export function isUpheldTooOften(figures: Figures, hidden: ReadonlySet<FigureName>): boolean {
  if (hidden.has('upheld') || hidden.has('decided')) return false;
  const of = decided(figures);
  return of >= LEAST_DECIDED && figures.upheld > THRESHOLD * of;
}
