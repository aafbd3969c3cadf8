import { byCodePoints } from '../core/text.ts';
import type { Line } from './figures.ts';

/** The lines of a month table in the order of files and screen: ascending, the blank month last. */
export function byMonth<T extends Line>(lines: readonly T[]): T[] {
  return lines.toSorted((a, b) => (a.line || Infinity) - (b.line || Infinity));
}

/** The order of the item and check-type tables. */
export function byApplications<T extends Line>(lines: readonly T[]): T[] {
  return lines.toSorted(
    (a, b) =>
      Number(a.line === 0) - Number(b.line === 0) ||
      b.figures.applications - a.figures.applications ||
      byCodePoints(a.kind, b.kind) ||
      byCodePoints(a.code, b.code) ||
      byCodePoints(a.name, b.name),
  );
}
