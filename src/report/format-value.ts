import { formatRatio } from '../core/numbers.ts';
import type { Value } from '../metrics/catalogue.ts';

const RATIO_PLACES = 4;

/** A figure as files write it: ratios with four decimals, points whole or with two decimals, blank where it has no value. */
export function fileValue(value: Value): string {
  switch (value.kind) {
    case 'count':
      return value.count === null ? '' : String(value.count);
    case 'ratio':
      return value.denominator === 0 ? '' : formatRatio(value.numerator, value.denominator, RATIO_PLACES);
    case 'bound':
      return value.share === null ? '' : value.share.toFixed(RATIO_PLACES);
    case 'points':
      return value.hundredths === null ? '' : formatHundredths(value.hundredths, value.isSplit);
  }
}

function formatHundredths(hundredths: number, isSplit: boolean): string {
  if (!isSplit) return String(hundredths / 100);
  const size = Math.abs(hundredths);
  const cents = String(size % 100).padStart(2, '0');
  return `${hundredths < 0 ? '-' : ''}${String(Math.floor(size / 100))}.${cents}`;
}
