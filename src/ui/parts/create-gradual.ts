import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

/** Drawing takes so long of a frame at most, in milliseconds; laying out what was drawn takes as long again and longer. */
const SHARE_OF_FRAME_MS = 12;

/** What is still to be drawn, in the order it came up. Each draws one thing more, and tells whether there is more yet. */
const waiting = new Set<() => boolean>();
let isFrameAsked = false;

function askFrame(): void {
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(drawSome);
}

function drawSome(): void {
  isFrameAsked = false;
  const end = performance.now() + SHARE_OF_FRAME_MS;
  for (const drawOne of waiting) {
    while (drawOne()) {
      if (performance.now() < end) continue;
      askFrame();
      return;
    }
    waiting.delete(drawOne);
  }
}

interface Gradual {
  /** How many are drawn by now; no limit once all were. */
  readonly limit: Accessor<number>;
  /** Draws what is still to be drawn. */
  finish(): void;
}

/**
 * Draws many like things over as many frames as they take, so that the page hears its user meanwhile. Only for the first
 * time: what comes later is drawn at once.
 * @param count how many there are to draw
 */
export function createGradual(count: Accessor<number>): Gradual {
  const [limit, setLimit] = createSignal(0);
  const drawOne = (): boolean => {
    if (limit() + 1 < count()) return setLimit(limit() + 1) < count();
    finish();
    return false;
  };
  function finish(): void {
    waiting.delete(drawOne);
    setLimit(Number.POSITIVE_INFINITY);
  }
  createEffect(() => {
    if (count() === 0 || limit() > 0) return;
    waiting.add(drawOne);
    askFrame();
  });
  onCleanup(() => waiting.delete(drawOne));
  return { limit, finish };
}
