import { type JSX, Show } from 'solid-js';
import { TABLE } from '../../messages/result-texts.ts';
import type { GridFocus } from './create-grid-focus.ts';
import { RateBar } from './RateBar.tsx';
import type { ShownFigure } from './shown-figure.ts';

interface FigureCellProps {
  readonly figure: ShownFigure;
  readonly row: number;
  readonly place: number;
  readonly focus: GridFocus;
  /** The line in words. */
  readonly line: string;
  /** Asked to show the records behind the figure. */
  onOpen(figure: ShownFigure): void;
}

/** One figure of a line: a count opens the records behind it, a rate has its n / D beneath. */
export function FigureCell(props: FigureCellProps): JSX.Element {
  return (
    <Show
      when={props.figure.behind !== null}
      fallback={
        <td
          class={props.figure.column.look}
          classList={{ 'with-bar': props.figure.bar !== null }}
          title={props.figure.title}
          tabIndex={props.focus.tabIndex(props.row, props.place)}
          data-row={props.row}
          data-column={props.place}
        >
          {props.figure.text}
          <Show when={props.figure.fraction}>{(of) => <small>{of()}</small>}</Show>
          <Show when={props.figure.bar}>{(shares) => <RateBar {...shares()} />}</Show>
        </td>
      }
    >
      <td class={props.figure.column.look}>
        <button
          type="button"
          class="figure"
          tabIndex={props.focus.tabIndex(props.row, props.place)}
          data-row={props.row}
          data-column={props.place}
          aria-label={TABLE.open(props.line, props.figure.column.title, props.figure.text)}
          onClick={() => props.onOpen(props.figure)}
          textContent={props.figure.text}
        />
      </td>
    </Show>
  );
}
