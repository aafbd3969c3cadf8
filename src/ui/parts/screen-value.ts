import { formatRatio } from '../../core/numbers.ts';
import { grouped } from '../../messages/ja.ts';
import { TABLE } from '../../messages/result-texts.ts';
import type { Value } from '../../metrics/catalogue.ts';

/** A figure for eyes: thousands separators, percent with one decimal, a dash where it has no value. */
export function screenValue(value: Value): string {
  switch (value.kind) {
    case 'count':
      return value.count === null ? TABLE.noValue : grouped(value.count);
    case 'ratio':
      return percent(value.numerator, value.denominator);
    case 'bound':
      return value.share === null ? TABLE.noValue : `${percentNumber(value.share)}%`;
    case 'points':
      return value.hundredths === null ? TABLE.noValue : points(value.hundredths, value.isSplit);
  }
}

/** Exact from integers, rounded half up; a dash over 0. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? TABLE.noValue : `${formatRatio(numerator * 100, denominator, 1)}%`;
}

/** `n / D` of a rate; empty for other figures. */
export function fractionText(value: Value): string {
  return value.kind === 'ratio' ? `${grouped(value.numerator)} / ${grouped(value.denominator)}` : '';
}

/** `22.4–55.1%`; a dash where there is no interval. */
export function interval(lower: Value, upper: Value): string {
  if (lower.kind !== 'bound' || upper.kind !== 'bound' || lower.share === null || upper.share === null) return TABLE.noValue;
  return `${percentNumber(lower.share)}–${percentNumber(upper.share)}%`;
}

/** A share that was computed, not counted: 0.998 → 99.8%. */
export function sharePercent(share: number | null): string {
  return share === null ? TABLE.noValue : `${percentNumber(share)}%`;
}

function percentNumber(share: number): string {
  return (share * 100).toFixed(1);
}

function points(hundredths: number, isSplit: boolean): string {
  const size = Math.abs(hundredths);
  const cents = isSplit ? `.${String(size % 100).padStart(2, '0')}` : '';
  return `${hundredths < 0 ? '-' : ''}${grouped(Math.floor(size / 100))}${cents}`;
}

const GAIJI = /[\ue000-\uf8ff]/gu;

/** Private-use characters (外字) have no shape here; they show as 〓. */
export function withoutGaiji(text: string): string {
  return text.replace(GAIJI, '〓');
}
