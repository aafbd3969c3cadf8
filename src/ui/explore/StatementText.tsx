import { type JSX, Show, createSignal } from 'solid-js';
import { STATEMENT } from '../../messages/explore-texts.ts';

interface StatementTextProps {
  readonly label: string;
  readonly sql: string;
  /** Asked to take the statement to the pane. */
  onTake(): void;
}

/** A statement to read and to copy. */
export function StatementText(props: StatementTextProps): JSX.Element {
  let text!: HTMLPreElement;
  const [isCopied, setCopied] = createSignal(false);
  function copy(): void {
    getSelection()?.selectAllChildren(text);
    // The clipboard's newer way is closed to pages on a plain intranet host and to some opened from a folder.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    setCopied(document.execCommand('copy'));
  }
  return (
    <div class="statement">
      <div class="statement-bar">
        <button type="button" data-testid="statement-copy" onClick={copy}>
          {STATEMENT.copy}
        </button>
        <button type="button" data-testid="statement-take" onClick={() => props.onTake()}>
          {STATEMENT.toPane}
        </button>
        <span class="soft" role="status">
          <Show when={isCopied()}>{STATEMENT.copied}</Show>
        </span>
      </div>
      <pre ref={text} class="sql" tabIndex={0} role="region" aria-label={props.label} data-testid="statement-text">
        {props.sql}
      </pre>
    </div>
  );
}
