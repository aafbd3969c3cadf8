import { For, type JSX } from 'solid-js';
import './list.css';

/** A head, and the classes of its cell where it has any: `number` stands to the right. Empty above a column of buttons. */
type ListHead = string | readonly [title: string, look: string];

interface ListTableProps {
  readonly heads: readonly ListHead[];
  /** What the frame holds, in words: with it the keyboard reaches the frame and scrolls it. */
  readonly region?: string;
  readonly label?: string;
  /** Classes beside those of every list. */
  readonly look?: string;
  readonly frameLook?: string;
  readonly testId?: string;
  readonly isBusy?: boolean;
  /** The rows. */
  readonly children: JSX.Element;
}

/** A plain table in a frame that scrolls beneath its head. */
export function ListTable(props: ListTableProps): JSX.Element {
  return (
    <div
      class={withLook('list-frame', props.frameLook)}
      tabIndex={props.region === undefined ? undefined : 0}
      role={props.region === undefined ? undefined : 'region'}
      aria-label={props.region}
      aria-busy={props.isBusy}
    >
      <table class={withLook('list', props.look)} aria-label={props.label} data-testid={props.testId}>
        <thead>
          <tr>
            <For each={props.heads}>
              {(head) => {
                const [title, look] = typeof head === 'string' ? [head, undefined] : head;
                if (title === '') return <td />;
                return (
                  <th scope="col" class={look}>
                    {title}
                  </th>
                );
              }}
            </For>
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

function withLook(own: string, look: string | undefined): string {
  return look === undefined ? own : `${own} ${look}`;
}
