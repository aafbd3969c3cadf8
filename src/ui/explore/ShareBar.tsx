import type { JSX } from 'solid-js';

/** A share, 0 to 1, as a bar on a line that is 100 % long. */
export function ShareBar(props: { readonly share: number }): JSX.Element {
  return (
    <svg class="share-bar" aria-hidden="true">
      <line class="share-whole" x1="0" x2="100%" y1="3" y2="3" />
      <rect class="share-part" x="0" y="1" height="4" width={`${(props.share * 100).toFixed(2)}%`} />
    </svg>
  );
}
