import { For, type JSX } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import { type FigureColumn, definitionOf } from './figure-columns.ts';
import { Popover } from './Popover.tsx';

/** What every figure of a table means. */
export function Definitions(props: { readonly columns: readonly FigureColumn[] }): JSX.Element {
  return (
    <Popover label={TABLE.definitions} contentLabel={TABLE.definitionsHeading}>
      <h3>{TABLE.definitionsHeading}</h3>
      <dl class="definitions">
        <For each={props.columns}>
          {(column) => (
            <>
              <dt>{column.title}</dt>
              <dd>{definitionOf(column)}</dd>
            </>
          )}
        </For>
      </dl>
    </Popover>
  );
}
