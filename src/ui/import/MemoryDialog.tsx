import { type JSX, Show } from 'solid-js';
import { MEMORY } from '../../messages/import-texts.ts';
import type { MemoryCheck } from '../../state/create-memory-check.ts';
import { Dialog } from '../parts/Dialog.tsx';

/** Asked before files are read that likely do not fit; closing it is a no. */
export function MemoryDialog(props: { readonly memory: MemoryCheck }): JSX.Element {
  return (
    <Dialog isOpen={props.memory.asked() !== null} heading={MEMORY.heading} onClose={() => props.memory.answer(false)}>
      <Show when={props.memory.asked()}>{(bytes) => <p>{MEMORY.body(bytes())}</p>}</Show>
      <p class="soft">{MEMORY.advice}</p>
      <div class="dialog-buttons">
        <button type="button" data-testid="memory-stop" onClick={() => props.memory.answer(false)}>
          {MEMORY.stop}
        </button>
        <button type="button" class="danger" data-testid="memory-go-on" onClick={() => props.memory.answer(true)}>
          {MEMORY.goOn}
        </button>
      </div>
    </Dialog>
  );
}
