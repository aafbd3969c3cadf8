/** What a scrolled list of equally high rows shows; lengths in CSS pixels. */
export interface Viewport {
  readonly scrollTop: number;
  readonly height: number;
}

/** Rows from `first` up to, not including, `end`. */
export interface VisibleRows {
  readonly first: number;
  readonly end: number;
}

const SPARE_ROWS = 8;

/** The rows to draw: those in sight and some on both sides. */
export function visibleRows({ scrollTop, height }: Viewport, rowHeight: number, count: number): VisibleRows {
  const first = Math.floor(scrollTop / rowHeight) - SPARE_ROWS;
  const end = Math.ceil((scrollTop + height) / rowHeight) + SPARE_ROWS;
  const within = (row: number): number => Math.max(0, Math.min(count, row));
  return { first: within(Math.min(first, count - SPARE_ROWS)), end: within(end) };
}
