import { type JSX, Show, createEffect } from 'solid-js';
import { DIALOG } from '../../messages/ja.ts';
import './dialog.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly heading: string;
  /** Whether it takes the room of the window. */
  readonly isLarge?: boolean;
  readonly children: JSX.Element;
  onClose(): void;
}

/** A modal dialog: Esc, the cross and a click beside it close it; focus goes back to where it was. */
export function Dialog(props: DialogProps): JSX.Element {
  let dialog!: HTMLDialogElement;
  createEffect(() => {
    if (props.isOpen && !dialog.open) dialog.showModal();
    if (!props.isOpen && dialog.open) dialog.close();
  });
  return (
    <dialog
      ref={dialog}
      class="dialog"
      classList={{ large: props.isLarge === true }}
      aria-label={props.heading}
      onClose={() => props.onClose()}
      onPointerDown={(event) => {
        if (event.target === dialog) dialog.close();
      }}
    >
      <Show when={props.isOpen}>
        <div class="dialog-sheet">
          <header class="dialog-head">
            <h2>{props.heading}</h2>
            <button type="button" class="quiet" onClick={() => dialog.close()}>
              {DIALOG.close}
            </button>
          </header>
          {props.children}
        </div>
      </Show>
    </dialog>
  );
}
