import type { Drawing } from './charts/drawing.ts';

/** How the numbers of a column are written. Ratios are 0 to 1, shown in percent; a difference is in percentage points; `code` is text that looks like a number. */
export type Format = 'text' | 'code' | 'count' | 'ratio' | 'points' | 'split-points' | 'difference' | 'fine-ratio';

export interface Column {
  readonly title: string;
  readonly format: Format;
  /** In half-width characters. */
  readonly width: number;
}

/** Text, a number in the unit of its column, or null where there is no value. */
export type Cell = string | number | null;

/** What stands for a figure that is not handed out. */
export const HIDDEN = 'X';

export interface Row {
  readonly cells: readonly Cell[];
  /** `marked` lines ask for attention; a column of theirs says so in words. */
  readonly look: 'line' | 'total' | 'marked';
}

export interface Section {
  /** Stands above its rows across the table; null where there is none. */
  readonly heading: string | null;
  readonly rows: readonly Row[];
}

export interface PaperTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [term: string, text: string])[] }
  | { readonly kind: 'picture'; readonly drawing: Drawing }
  | { readonly kind: 'table'; readonly table: PaperTable };

/** One sheet of the workbook, and the pages it takes in print. The head of its last table is repeated on every page. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
  /** Where its figures come from and when it was made. */
  readonly source: string;
}

/** What is handed in, as data: the workbook, the preview and the print are made from it. */
export interface Paper {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export function table(caption: string, columns: readonly Column[], sections: readonly Section[]): Block {
  return { kind: 'table', table: { caption, columns, sections } };
}

export function line(...cells: readonly Cell[]): Row {
  return { cells, look: 'line' };
}
