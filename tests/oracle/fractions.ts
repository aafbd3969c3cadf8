export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

export function fraction(over: number | bigint, under: number | bigint = 1): Fraction {
  return { over: BigInt(over), under: BigInt(under) };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : greatestDivisor(b, a % b);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  const over = a.over * b.under + b.over * a.under;
  const under = a.under * b.under;
  const divisor = greatestDivisor(over, under);
  return divisor === 0n ? ZERO : { over: over / divisor, under: under / divisor };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

export function negative(a: Fraction): Fraction {
  return { over: -a.over, under: a.under };
}

/** Halves are rounded away from zero. */
export function printFraction(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const size = value.over < 0n ? -value.over : value.over;
  const rounded = (2n * size * scale + value.under) / (2n * value.under);
  const sign = value.over < 0n && rounded > 0n ? '-' : '';
  const whole = rounded / scale;
  if (decimals === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(rounded % scale).padStart(decimals, '0')}`;
}

/** `part / whole` with four decimals; blank over nothing. */
export function printRatio(part: number, whole: number): string {
  return whole === 0 ? '' : printFraction(fraction(part, whole), 4);
}

const Z = 1.959964;

/** Wilson score interval for `hits` of `of`, printed with four decimals; blank over nothing. */
export function printInterval(hits: number, of: number): readonly [string, string] {
  if (of === 0) return ['', ''];
  const p = hits / of;
  const square = Z * Z;
  const middle = p + square / (2 * of);
  const reach = Z * Math.sqrt((p * (1 - p)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  const print = (bound: number): string =>
    (Math.round(Math.min(1, Math.max(0, bound)) * 10000) / 10000).toFixed(4);
  return [print((middle - reach) / scale), print((middle + reach) / scale)];
}
