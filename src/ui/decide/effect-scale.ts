/** Places on a logarithmic scale of points, from 0 to 1. */
export interface EffectScale {
  /** Powers of ten at both ends. */
  readonly least: number;
  readonly most: number;
}

const SMALLEST = 0.1;

/** A scale from a power of ten to another that holds all values; those below 0.1 stand at its lower end. */
export function effectScale(values: readonly number[]): EffectScale {
  let [low, high] = [Infinity, SMALLEST];
  for (const value of values) {
    const shown = Math.max(SMALLEST, value);
    if (shown < low) low = shown;
    if (shown > high) high = shown;
  }
  const least = 10 ** Math.floor(Math.log10(Math.min(low, high)));
  return { least, most: Math.max(least * 10, 10 ** Math.ceil(Math.log10(high))) };
}

export function placeOn({ least, most }: EffectScale, value: number): number {
  if (value <= least) return 0;
  return Math.min(1, Math.log10(value / least) / Math.log10(most / least));
}

/** The powers of ten on the scale, both ends included. */
export function ticksOf({ least, most }: EffectScale): readonly number[] {
  const count = Math.round(Math.log10(most / least));
  return Array.from({ length: count + 1 }, (_, index) => least * 10 ** index);
}
