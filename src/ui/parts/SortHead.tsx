import { For, type JSX } from 'solid-js';
import type { SortState } from './create-sort.ts';

interface SortHeadProps<Key extends string> {
  readonly column: Key;
  readonly title: string;
  /** What hovering tells. */
  readonly meaning?: string | undefined;
  readonly class?: string;
  readonly startsDescending: boolean;
  readonly sort: SortState<Key>;
  /** For the one tab stop of a grid. */
  readonly tabIndex?: number;
  /** Its column in a grid, see `grid-keys.ts`. */
  readonly gridColumn?: number;
}

/** A column head that orders its table. */
export function SortHead<Key extends string>(props: SortHeadProps<Key>): JSX.Element {
  return (
    <th scope="col" class={props.class} aria-sort={props.sort.direction(props.column)} title={props.meaning}>
      <button
        type="button"
        class="sort"
        tabIndex={props.tabIndex}
        data-row={props.gridColumn === undefined ? undefined : '-1'}
        data-column={props.gridColumn}
        data-sort={props.column}
        onClick={() => props.sort.by(props.column, props.startsDescending)}
      >
        <For each={breakable(props.title)}>
          {(part, index) => (
            <>
              {index() > 0 && <wbr />}
              <span class="title-part">{part}</span>
            </>
          )}
        </For>
      </button>
    </th>
  );
}

/** A title in parts between which a line may break. */
function breakable(title: string): readonly string[] {
  return title.split(/(?=件数$|(?<!効果)点数$|効果点数$|95%)/u);
}
