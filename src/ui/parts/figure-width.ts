import { METRICS, type Surroundings } from '../../metrics/catalogue.ts';
import type { Figures } from '../../metrics/figures.ts';
import type { FigureColumn } from './figure-columns.ts';
import { fractionText, screenValue } from './screen-value.ts';

/** Of a bold figure at 14 px, and of one at 12 px; separators are narrower. */
const FIGURE = 8.2;
const SMALL_FIGURE = 6.6;
const PADDING = 12;

/** The width of a column in CSS pixels: its usual one, or what the figure of the total takes. */
export function widthOf(column: FigureColumn, total: Figures, around: Surroundings): number {
  const value = METRICS[column.id].value(total, around);
  const figure = lengthOf(screenValue(value)) * FIGURE;
  const beneath = lengthOf(fractionText(value)) * SMALL_FIGURE;
  return Math.max(column.width, Math.ceil(Math.max(figure, beneath)) + PADDING);
}

/** In digits; a separator, a sign and a space take half as much. */
function lengthOf(text: string): number {
  return Array.from(text, (character) => (/\d/u.test(character) ? 1 : 0.5)).reduce((sum, each) => sum + each, 0);
}
