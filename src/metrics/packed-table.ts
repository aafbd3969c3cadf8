import { type Figures, type Line, NO_FIGURES, type Table } from './figures.ts';

/**
 * A table as it goes from one thread to another: a few columns, which are copied at once where objects would be taken apart
 * and put together again one by one. Every column has an entry a line, in the order of the table.
 */
export interface PackedTable {
  readonly total: Figures;
  /** The lines by their numbers. */
  readonly lines: Int32Array;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** NaN where a figure has no value. */
  readonly figures: Readonly<Record<keyof Figures, Float64Array>>;
}

const FIGURES = Object.keys(NO_FIGURES) as readonly (keyof Figures)[];

export function packTable({ total, lines }: Table): PackedTable {
  const column = (figure: keyof Figures): Float64Array => Float64Array.from(lines, ({ figures }) => figures[figure] ?? Number.NaN);
  return {
    total,
    lines: Int32Array.from(lines, ({ line }) => line),
    kinds: lines.map(({ kind }) => kind),
    codes: lines.map(({ code }) => code),
    names: lines.map(({ name }) => name),
    figures: Object.fromEntries(FIGURES.map((figure) => [figure, column(figure)])) as Record<keyof Figures, Float64Array>,
  };
}

export function unpackTable({ total, lines, kinds, codes, names, figures }: PackedTable): Table {
  const unpacked: Line[] = [];
  for (let place = 0; place < lines.length; place++) {
    const of = (column: Float64Array): number => column[place] as number;
    const perApplication = of(figures.effectPerApplication);
    unpacked.push({
      line: lines[place] as number,
      kind: kinds[place] as string,
      code: codes[place] as string,
      name: names[place] as string,
      figures: {
        applications: of(figures.applications),
        reduced: of(figures.reduced),
        returned: of(figures.returned),
        upheld: of(figures.upheld),
        withdrawn: of(figures.withdrawn),
        outOfScope: of(figures.outOfScope),
        pending: of(figures.pending),
        unclassified: of(figures.unclassified),
        pointsDelta: of(figures.pointsDelta),
        reducedEffect: of(figures.reducedEffect),
        returnedEffect: of(figures.returnedEffect),
        effectPerApplication: Number.isNaN(perApplication) ? null : perApplication,
      },
    });
  }
  return { total, lines: unpacked };
}
