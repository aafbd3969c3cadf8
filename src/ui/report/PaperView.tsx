import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Block, Column, Paper, PaperTable, Row, Sheet } from '../../report/paper.ts';
import { withoutGaiji } from '../parts/screen-value.ts';
import { cellText } from './cell-text.ts';
import { DrawingView } from './DrawingView.tsx';

/** A text of no more signs stays on one line. */
const SHORT = 10;

/** A paper as it is printed: each sheet begins on a page of its own. */
export function PaperView(props: { readonly paper: Paper }): JSX.Element {
  return (
    <article class="paper" aria-label={props.paper.title} data-testid="paper">
      <For each={props.paper.sheets}>{(sheet) => <SheetView sheet={sheet} />}</For>
    </article>
  );
}

function SheetView(props: { readonly sheet: Sheet }): JSX.Element {
  return (
    <section class={`sheet ${props.sheet.orientation}`} aria-label={props.sheet.name} data-testid="sheet">
      <h2>{props.sheet.title}</h2>
      <For each={props.sheet.blocks}>{(block) => <BlockView block={block} />}</For>
      <p class="sheet-source">{props.sheet.source}</p>
    </section>
  );
}

function BlockView(props: { readonly block: Block }): JSX.Element {
  const as = <K extends Block['kind']>(kind: K): Extract<Block, { kind: K }> | null =>
    props.block.kind === kind ? (props.block as Extract<Block, { kind: K }>) : null;
  return (
    <Switch>
      <Match when={as('heading')}>{(block) => <h3>{block().text}</h3>}</Match>
      <Match when={as('text')}>
        {(block) => (
          <Show when={block().text !== ''}>
            <p>{block().text}</p>
          </Show>
        )}
      </Match>
      <Match when={as('facts')}>
        {(block) => (
          <dl class="sheet-facts">
            <For each={block().facts}>
              {([term, text]) => (
                <div>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Match>
      <Match when={as('picture')}>{(block) => <DrawingView drawing={block().drawing} />}</Match>
      <Match when={as('table')}>{(block) => <PaperTableView table={block().table} />}</Match>
    </Switch>
  );
}

function PaperTableView(props: { readonly table: PaperTable }): JSX.Element {
  return (
    <table class="sheet-table" classList={{ wide: props.table.columns.length > 12 }}>
      <Show when={props.table.caption !== ''}>
        <caption>{props.table.caption}</caption>
      </Show>
      <thead>
        <tr>
          <For each={props.table.columns}>{({ title }) => <th scope="col">{title}</th>}</For>
        </tr>
      </thead>
      <For each={props.table.sections}>
        {(section) => (
          <tbody>
            <Show when={section.heading}>
              {(heading) => (
                <tr class="sheet-section">
                  <th scope="rowgroup" colSpan={props.table.columns.length}>
                    {heading()}
                  </th>
                </tr>
              )}
            </Show>
            <For each={section.rows}>{(row) => <RowView row={row} columns={props.table.columns} />}</For>
          </tbody>
        )}
      </For>
    </table>
  );
}

function RowView(props: { readonly row: Row; readonly columns: readonly Column[] }): JSX.Element {
  return (
    <tr class={props.row.look}>
      <For each={props.row.cells}>
        {(cell, place) => {
          const format = (): Column['format'] => props.columns[place()]?.format ?? 'text';
          const text = withoutGaiji(cellText(cell, format()));
          return (
            <td class={isTextual(format()) ? format() : 'number'} classList={{ short: text.length <= SHORT }}>
              {text}
            </td>
          );
        }}
      </For>
    </tr>
  );
}

function isTextual(format: Column['format']): boolean {
  return format === 'text' || format === 'code';
}
