import type { Figures, Line, Table } from '../../metrics/figures.ts';
import { LEAF_COUNTS, type TotalPattern, hideTotal, isSmall } from './hide-total.ts';
import { hideCounts } from './hide-counts.ts';
import { hideSums, hideTotalSums } from './hide-sums.ts';
import { type FigureName, type PublishedTable, figureOf } from './published.ts';

/** Without another choice no figure that is handed out rests on fewer applications. */
export const LEAST_APPLICATIONS = 10;

const ALL: readonly FigureName[] = [...LEAF_COUNTS, 'decided', 'applications', 'pointsDelta', 'reducedEffect', 'returnedEffect'];

/**
 * The tables of one report as they may be handed out: no count from 1 to `least` − 1, no rate or sum that rests on one,
 * and nothing from which these could be computed. Zero is published.
 * @param tables of one scope, so that they share their total
 * @param least at least 2
 */
export async function anonymise(tables: readonly Table[], least: number): Promise<PublishedTable[]> {
  const [first] = tables;
  if (first === undefined) return [];
  const pattern = isSmall(first.total.applications, least) ? NOTHING_SHOWN : hideTotal(first.total, least);
  const totalSums = pattern === NOTHING_SHOWN ? new Set(ALL) : hideTotalSums(first.total, least);
  const hiddenInTotal = nonZero(first.total, new Set([...pattern.hidden, ...totalSums]));
  const done: PublishedTable[] = [];
  for (const { lines, total } of tables) {
    const figures = lines.map((line) => line.figures);
    const counts = pattern === NOTHING_SHOWN ? null : await hideCounts(figures, total, pattern, least);
    const sums = hideSums(figures, total, totalSums, least);
    done.push({
      lines: lines.map((line, index) => publish(line, new Set([...(counts?.[index] ?? ALL), ...(sums[index] ?? ALL)]))),
      total,
      hiddenInTotal,
    });
  }
  return done;
}

const NOTHING_SHOWN: TotalPattern = { hidden: new Set(ALL), partners: () => new Set(ALL) };

function publish(line: Line, names: ReadonlySet<FigureName>): PublishedTable['lines'][number] {
  return { ...line, hidden: nonZero(line.figures, names) };
}

/** Zero is published whatever stands around it. */
function nonZero(figures: Figures, names: ReadonlySet<FigureName>): ReadonlySet<FigureName> {
  return new Set([...names].filter((name) => figureOf(figures, name) !== 0));
}
