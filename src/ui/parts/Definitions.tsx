import { For, type JSX } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import { METRICS } from '../../metrics/catalogue.ts';
import type { FigureColumn } from './figure-columns.ts';
import { Popover } from './Popover.tsx';

/** What every figure of a table means. */
export function Definitions(props: { readonly columns: readonly FigureColumn[] }): JSX.Element {
  return (
    <Popover label={TABLE.definitions} contentLabel={TABLE.definitionsHeading}>
      <h3>{TABLE.definitionsHeading}</h3>
      <dl class="definitions">
        <For each={props.columns.flatMap(({ id, upper }) => (upper === null ? [id] : [id, upper]))}>
          {(id) => (
            <>
              <dt>{METRICS[id].title}</dt>
              <dd>{`${METRICS[id].meaning}${METRICS[id].absent}`}</dd>
            </>
          )}
        </For>
      </dl>
    </Popover>
  );
}
