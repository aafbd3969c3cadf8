import type { JSX } from 'solid-js';

interface RateBarProps {
  /** Shares, 0 to 1. */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

/** A rate as a bar from 0, on a line that is 100 % long, and its interval as a whisker. */
export function RateBar(props: RateBarProps): JSX.Element {
  return (
    <svg class="rate-bar" aria-hidden="true">
      <line class="rate-whole" x1="0" x2="100%" y1="6" y2="6" />
      <rect class="rate-share" x="0" y="3" height="3" width={percentOf(props.rate)} />
      <line class="rate-range" x1={percentOf(props.lower)} x2={percentOf(props.upper)} y1="4.5" y2="4.5" />
      <line class="rate-range" x1={percentOf(props.lower)} x2={percentOf(props.lower)} y1="2" y2="7" />
      <line class="rate-range" x1={percentOf(props.upper)} x2={percentOf(props.upper)} y1="2" y2="7" />
    </svg>
  );
}

function percentOf(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
