import type { Outcome } from '../../core/outcome.ts';
import { done } from '../../core/outcome.ts';
import type { Figures, Line, Table } from '../../metrics/figures.ts';
import { isSmall } from './hide-total.ts';

/** The line into which small ones are folded; no line of the data has this number. */
export const FOLDED_LINE = -1;

/** Codes of items and of the generics, classes and sections that masters roll them up to. */
const OFFICIAL_CODE = /^(?=.*\d)[0-9A-Z-]{3,12}$/u;

/**
 * Folds the lines with fewer than `least` applications into one, which is given enough lines to have as many itself.
 * @param count the figures of these lines together, each application counted once
 * @param isSplit points were divided between lines: those of the folded line are then the sum of what it folds
 */
export async function foldSmall(
  table: Table,
  least: number,
  name: string,
  isSplit: boolean,
  count: (lines: readonly Line[]) => Promise<Outcome<Figures>>,
): Promise<Outcome<Table>> {
  const ascending = table.lines.toSorted((a, b) => a.figures.applications - b.figures.applications);
  let folded = ascending.filter(({ figures }) => isSmall(figures.applications, least)).length;
  if (folded === 0) return done(table);
  let figures = await count(ascending.slice(0, folded));
  while (figures.ok && isSmall(figures.value.applications, least) && folded < ascending.length) figures = await count(ascending.slice(0, ++folded));
  if (!figures.ok) return figures;
  const inFold = ascending.slice(0, folded);
  const sum = (of: 'pointsDelta' | 'reducedEffect' | 'returnedEffect'): number => inFold.reduce((points, line) => points + line.figures[of], 0);
  const points = isSplit ? { pointsDelta: sum('pointsDelta'), reducedEffect: sum('reducedEffect'), returnedEffect: sum('returnedEffect') } : {};
  const line: Line = { line: FOLDED_LINE, kind: name, code: '', name: '', figures: withRatio({ ...figures.value, ...points }) };
  return done({ ...table, lines: [...ascending.slice(folded), line] });
}

function withRatio(figures: Figures): Figures {
  const { reducedEffect, applications } = figures;
  return { ...figures, effectPerApplication: applications === 0 ? null : Math.round(reducedEffect / applications) };
}

/**
 * The lines of the item table without texts that were read in the records: an official code stays, a name is left out,
 * and an item that has nothing but a name gets a number in the order of applications.
 */
export function withoutTexts(table: Table, nameless: (number: number) => string): Table {
  let count = 0;
  const lines = table.lines
    .toSorted((a, b) => b.figures.applications - a.figures.applications)
    .map((line) => {
      if (line.line <= 0) return line;
      return isOfficial(line) ? { ...line, name: '' } : { ...line, code: nameless(++count), name: '' };
    });
  return { ...table, lines };
}

/** An item of kind その他 has text for a code, whatever it looks like. */
function isOfficial({ kind, code }: Line): boolean {
  return kind !== 'その他' && OFFICIAL_CODE.test(code);
}
