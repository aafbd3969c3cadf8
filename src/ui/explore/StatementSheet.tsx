import { type JSX, Show, createSignal } from 'solid-js';
import { StatementText } from './StatementText.tsx';

interface StatementSheetProps {
  readonly heading: string;
  readonly sql: string;
  onTake(): void;
}

/** A statement that is unfolded on demand. */
export function StatementSheet(props: StatementSheetProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <details class="statement-sheet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.heading}</summary>
      <Show when={isOpen()}>
        <StatementText label={props.heading} sql={props.sql} onTake={() => props.onTake()} />
      </Show>
    </details>
  );
}
