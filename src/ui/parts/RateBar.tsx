import { type JSX, createRenderEffect } from 'solid-js';
import { RateBar as Bar, type Shares } from './rate-bar.ts';

/** A rate and its interval. */
export function RateBar(props: Shares): JSX.Element {
  const bar = new Bar();
  createRenderEffect(() => bar.show(props));
  return bar.element;
}
