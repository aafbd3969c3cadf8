import { type Figures, decided } from '../../metrics/figures.ts';
import { isSmall } from './hide-total.ts';
import type { FigureName } from './published.ts';
import { SuppressionNetwork } from './suppression-network.ts';

const SUMS = ['reducedEffect', 'returnedEffect', 'pointsDelta'] as const;
type SumName = (typeof SUMS)[number];

/** A hidden sum could be lower or higher by at least this share of itself. */
const LEAST_REACH = 0.2;

/** The sums that rest on 1 to `least` − 1 applications. */
export function smallSums(figures: Figures, least: number): SumName[] {
  const restsOn: Readonly<Record<SumName, number>> = {
    reducedEffect: figures.reduced,
    returnedEffect: figures.returned,
    pointsDelta: figures.reduced + figures.returned,
  };
  const isFew = isSmall(figures.applications, least) || isSmall(decided(figures), least);
  return SUMS.filter((name) => figures[name] !== 0 && (isSmall(restsOn[name], least) || (name === 'pointsDelta' && isFew)));
}

/** The sums of the total that are hidden: 増減点数 goes with either effect, for each is the difference of the others. */
export function hideTotalSums(total: Figures, least: number): ReadonlySet<FigureName> {
  const small = smallSums(total, least);
  if (small.length === 0) return new Set();
  return small.includes('pointsDelta') ? new Set(SUMS) : new Set<FigureName>([...small, 'pointsDelta']);
}

/**
 * The sums of each line that are hidden. Where a line's 増減点数 is no more than its two effects, it and one effect
 * give the other; so the three are taken for a sum and its parts.
 * @returns a set a line
 */
export function hideSums(lines: readonly Figures[], total: Figures, hiddenInTotal: ReadonlySet<FigureName>, least: number): Set<FigureName>[] {
  const network = new SuppressionNetwork();
  const columns = [network.addNode(), network.addNode()] as const;
  const end = network.addNode();
  const add = (figures: Figures, isTotal: boolean): number[] => {
    const sum = network.addNode();
    return SUMS.map((name, index) => {
      const value = Math.abs(figures[name]);
      const [from, to] = index < 2 ? [columns[index] as number, sum] : [sum, end];
      const ends = isTotal ? { from: to, to: from } : { from, to };
      const cost = isTotal ? Infinity : 1 + Math.floor(Math.log2(value + 1));
      return network.addCell({ ...ends, value, ceiling: Infinity, cost });
    });
  };
  const totalCells = add(total, true);
  SUMS.forEach((name, index) => {
    if (hiddenInTotal.has(name)) network.hide(totalCells[index] as number);
  });
  const cells = lines.map((figures) => add(figures, false));
  const small = lines.flatMap((figures, line) => smallSums(figures, least).map((name) => ({ line, name })));
  const cellOf = (line: number, name: SumName): number => cells[line]?.[SUMS.indexOf(name)] as number;
  for (const { line, name } of small) network.hide(cellOf(line, name));
  const shown = new Set(totalCells.filter((_, index) => !hiddenInTotal.has(SUMS[index] as SumName)));
  const isSafe = small.every(({ line, name }) => {
    const reach = Math.ceil(Math.abs((lines[line] as Figures)[name]) * LEAST_REACH);
    return network.protect(cellOf(line, name), reach, reach, shown);
  });
  return lines.map(
    (figures, line) => new Set<FigureName>(SUMS.filter((name) => figures[name] !== 0 && (!isSafe || network.isHidden(cellOf(line, name))))),
  );
}
