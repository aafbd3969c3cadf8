import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

/** What takes longer is told to the eye. */
const SLOW_MS = 250;

/** Whether something has been going on for a while: what is over at once would only flicker. */
export function createSlow(isBusy: Accessor<boolean>): Accessor<boolean> {
  const [isSlow, setSlow] = createSignal(false);
  createEffect(
    on(isBusy, (isGoingOn) => {
      setSlow(false);
      if (!isGoingOn) return;
      const timer = setTimeout(() => setSlow(true), SLOW_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return isSlow;
}
