import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';

/** Whether the page is being printed: then what the screen shows in part is drawn whole. */
export function createPrinting(): Accessor<boolean> {
  const [isPrinting, setPrinting] = createSignal(false);
  const begin = (): void => void setPrinting(true);
  const end = (): void => void setPrinting(false);
  onMount(() => {
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    onCleanup(() => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    });
  });
  return isPrinting;
}
