import { type JSX, Show, createSignal, createUniqueId, onMount } from 'solid-js';
import './popover.css';

interface PopoverProps {
  readonly label: string;
  /** Where the label alone does not say what it is about. */
  readonly accessibleLabel?: string;
  readonly testId?: string;
  /** What it holds, for those who do not see it. */
  readonly contentLabel: string;
  readonly children: JSX.Element;
  onToggle?(isOpen: boolean): void;
}

const GAP = 4;

/** A button with a sheet that opens beside it; Esc, or a click elsewhere, closes it. What the sheet holds is made when it first opens. */
export function Popover(props: PopoverProps): JSX.Element {
  const id = createUniqueId();
  let button!: HTMLButtonElement;
  let sheet!: HTMLDivElement;
  const [wasOpened, setOpened] = createSignal(false);
  onMount(() => {
    sheet.addEventListener('beforetoggle', (event) => {
      const isOpening = event.newState === 'open';
      if (isOpening) {
        setOpened(true);
        place(sheet, button.getBoundingClientRect());
      }
      props.onToggle?.(isOpening);
    });
  });
  return (
    <>
      <button
        ref={button}
        type="button"
        class="popover-button"
        popovertarget={id}
        aria-label={props.accessibleLabel}
        data-testid={props.testId}
      >
        {props.label}
      </button>
      <div ref={sheet} id={id} popover="auto" class="popover-sheet" role="group" aria-label={props.contentLabel}>
        <Show when={wasOpened()}>{props.children}</Show>
      </div>
    </>
  );
}

/** Below or above its button, towards the middle of the window; the height is left to what room there is. */
function place(sheet: HTMLElement, at: DOMRect): void {
  const isRight = at.left > innerWidth / 2;
  const isLow = at.top > innerHeight / 2;
  sheet.style.left = isRight ? 'auto' : `${at.left}px`;
  sheet.style.right = isRight ? `${innerWidth - at.right}px` : 'auto';
  sheet.style.top = isLow ? 'auto' : `${at.bottom + GAP}px`;
  sheet.style.bottom = isLow ? `${innerHeight - at.top + GAP}px` : 'auto';
  sheet.style.maxHeight = `${(isLow ? at.top : innerHeight - at.bottom) - 4 * GAP}px`;
}
