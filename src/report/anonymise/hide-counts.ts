import { nextMessage } from '../../core/next-message.ts';
import type { Figures } from '../../metrics/figures.ts';
import { DECIDED_COUNTS, LEAF_COUNTS, type LeafCount, OTHER_COUNTS, type TotalPattern, isSmall } from './hide-total.ts';
import { type FigureName, figureOf } from './published.ts';
import { SuppressionNetwork } from './suppression-network.ts';

type CountName = LeafCount | 'decided' | 'applications';

const COUNTS: readonly CountName[] = [...LEAF_COUNTS, 'decided', 'applications'];

/** Hiding a sum of a line hides more than hiding one of its parts. */
const COST_OF_SUM = 60;

/** So many cells are looked at before messages are heard. */
const CELLS_IN_A_ROW = 100;

/**
 * The counts of each line that are hidden: those from 1 to `least` − 1, and what is needed so that each of these could as
 * well be 0 or at least `least`, for all one can compute from the other counts of the table and its total.
 * @returns a set a line; null where the table has no room for that, so that none of its counts may be published
 */
export async function hideCounts(
  lines: readonly Figures[],
  total: Figures,
  pattern: TotalPattern,
  least: number,
): Promise<Set<FigureName>[] | null> {
  const table = new CountTable(lines, total, pattern.hidden);
  const small: { readonly line: number; readonly name: CountName }[] = [];
  lines.forEach((figures, line) => {
    for (const name of COUNTS) if (isSmall(figureOf(figures, name), least)) small.push({ line, name });
  });
  for (const { line, name } of small) table.network.hide(table.cell(line, name));
  for (const name of [...LEAF_COUNTS, 'decided'] as const) {
    const value = figureOf(total, name);
    const closed = table.closedTotals(pattern.partners(name));
    if (isSmall(value, least) && !table.network.protect(table.totalCell(name), value, least, closed)) return null;
  }
  for (const [index, { line, name }] of small.entries()) {
    if (index % CELLS_IN_A_ROW === CELLS_IN_A_ROW - 1) await nextMessage();
    const value = figureOf(lines[line] as Figures, name);
    const isSmallInTotal = name !== 'applications' && isSmall(figureOf(total, name), least);
    const closed = table.closedTotals(isSmallInTotal ? pattern.partners(name) : new Set());
    if (!table.network.protect(table.cell(line, name), value, least - value, closed)) return null;
  }
  return lines.map((_, line) => new Set(COUNTS.filter((name) => table.network.isHidden(table.cell(line, name)))));
}

/** Lines and total as a network: counts flow from their column to the sums of their line, and from the total back. */
class CountTable {
  readonly network = new SuppressionNetwork();
  readonly #cells: number[][];
  readonly #total: number[];
  readonly #columns: readonly number[];
  readonly #end: number;

  constructor(lines: readonly Figures[], total: Figures, hiddenInTotal: ReadonlySet<FigureName>) {
    this.#columns = LEAF_COUNTS.map(() => this.network.addNode());
    this.#end = this.network.addNode();
    this.#total = this.#addLine(total, (name) => ({ ceiling: Infinity, cost: Infinity, isReversed: true, isHidden: hiddenInTotal.has(name) }));
    this.#cells = lines.map((figures) =>
      this.#addLine(figures, (name) => ({
        ceiling: hiddenInTotal.has(name) ? Infinity : Math.max(figureOf(total, name), figureOf(figures, name)),
        cost: costOf(name, figureOf(figures, name)),
        isReversed: false,
        isHidden: false,
      })),
    );
  }

  cell(line: number, name: CountName): number {
    return this.#cells[line]?.[COUNTS.indexOf(name)] as number;
  }

  totalCell(name: CountName): number {
    return this.#total[COUNTS.indexOf(name)] as number;
  }

  /** The figures of the total that stay as they are while others move. */
  closedTotals(open: ReadonlySet<FigureName>): ReadonlySet<number> {
    return new Set(this.#total.filter((_, index) => !open.has(COUNTS[index] as CountName)));
  }

  #addLine(
    figures: Figures,
    of: (name: CountName) => { readonly ceiling: number; readonly cost: number; readonly isReversed: boolean; readonly isHidden: boolean },
  ): number[] {
    const [decided, applications] = [this.network.addNode(), this.network.addNode()];
    const add = (name: CountName, from: number, to: number): number => {
      const { ceiling, cost, isReversed, isHidden } = of(name);
      const ends = isReversed ? { from: to, to: from } : { from, to };
      const cell = this.network.addCell({ ...ends, value: figureOf(figures, name), ceiling, cost });
      if (isHidden) this.network.hide(cell);
      return cell;
    };
    const column = (name: LeafCount): number => this.#columns[LEAF_COUNTS.indexOf(name)] as number;
    return [
      ...DECIDED_COUNTS.map((name) => add(name, column(name), decided)),
      ...OTHER_COUNTS.map((name) => add(name, column(name), applications)),
      add('decided', decided, applications),
      add('applications', applications, this.#end),
    ];
  }
}

function costOf(name: CountName, value: number): number {
  const size = 1 + Math.floor(Math.log2(value + 1));
  return name === 'decided' || name === 'applications' ? COST_OF_SUM + size : size;
}
