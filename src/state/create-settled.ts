import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

const PAUSE_MS = 250;

/** What is typed, once one pauses; taken at once when it is emptied. */
export function createSettled(text: Accessor<string>): Accessor<string> {
  const [settled, setSettled] = createSignal(text());
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(text, (now) => {
      clearTimeout(timer);
      if (now === '') setSettled('');
      else timer = setTimeout(() => setSettled(now), PAUSE_MS);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return settled;
}
