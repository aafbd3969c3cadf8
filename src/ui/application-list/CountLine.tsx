import { For, type JSX, Show } from 'solid-js';
import { grouped } from '../../messages/ja.ts';

interface Counted {
  readonly label: string;
  readonly count: number;
  readonly note?: string;
}

interface CountLineProps {
  readonly testId: string;
  readonly whole: Counted;
  /** They add up to the whole. */
  readonly parts: readonly Counted[];
}

/** A count and what it is made of, as the equation it holds. */
export function CountLine(props: CountLineProps): JSX.Element {
  return (
    <dl class="headline sum" data-testid={props.testId}>
      <For each={[props.whole, ...props.parts]}>
        {(counted, place) => (
          <div data-sign={place() === 0 ? '' : place() === 1 ? '=' : '+'}>
            <dt>{counted.label}</dt>
            <dd>
              <span class="headline-value">{grouped(counted.count)}</span>
              <Show when={counted.note}>{(note) => <small>{note()}</small>}</Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
