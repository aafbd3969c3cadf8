import type { JSX } from 'solid-js';
import type { Interval90 } from '../../decide/estimate.ts';
import { type EffectScale, placeOn } from './effect-scale.ts';

interface EffectBarProps {
  readonly effect: Interval90;
  readonly reference: number;
  readonly scale: EffectScale;
}

/** Points a slot with their interval on the table's common scale, and what is brought by the rest as a line across. */
export function EffectBar(props: EffectBarProps): JSX.Element {
  const at = (points: number): string => `${(placeOn(props.scale, points) * 100).toFixed(2)}%`;
  return (
    <svg class="effect-bar" aria-hidden="true">
      <line class="rate-whole" x1="0" x2="100%" y1="5" y2="5" />
      <line class="effect-reference" x1={at(props.reference)} x2={at(props.reference)} y1="0" y2="10" />
      <line class="rate-range" x1={at(props.effect.lower)} x2={at(props.effect.upper)} y1="5" y2="5" />
      <line class="rate-range" x1={at(props.effect.lower)} x2={at(props.effect.lower)} y1="2" y2="8" />
      <line class="rate-range" x1={at(props.effect.upper)} x2={at(props.effect.upper)} y1="2" y2="8" />
      <circle class="effect-mean" cx={at(props.effect.mean)} cy="5" r="2.5" />
    </svg>
  );
}
