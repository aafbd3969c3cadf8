import { type Accessor, For, type JSX, Match, Show, Switch, createContext, createEffect, useContext } from 'solid-js';
import { REPORT_SCREEN } from '../../messages/paper-texts.ts';
import { METRICS } from '../../metrics/catalogue.ts';
import type { Block, Column, Paper, PaperTable, Row, Sheet } from '../../report/paper.ts';
import { createGradual } from '../parts/create-gradual.ts';
import { createPrinting } from '../parts/create-printing.ts';
import { withoutGaiji } from '../parts/screen-value.ts';
import { cellText } from './cell-text.ts';
import { DrawingView } from './DrawingView.tsx';

/** A text of no more signs stays on one line. */
const SHORT = 10;

/** Rows of a section on the screen; in print there are all. */
const ROWS_ON_SCREEN = 40;

/** What a column's figure means; the same text as in the sheet 定義. */
const MEANINGS: ReadonlyMap<string, string> = new Map(Object.values(METRICS).map(({ title, meaning, absent }) => [title, `${meaning}${absent}`]));

/** Whether every row is there: while the page is printed. */
const Whole = createContext<Accessor<boolean>>(() => true);

/** A paper as it is printed: each sheet begins on a page of its own. */
export function PaperView(props: { readonly paper: Paper }): JSX.Element {
  const isPrinting = createPrinting();
  const gradual = createGradual(() => props.paper.sheets.length);
  createEffect(() => {
    if (isPrinting()) gradual.finish();
  });
  return (
    <Whole.Provider value={isPrinting}>
      <article class="paper" aria-label={props.paper.title} aria-busy={gradual.limit() < props.paper.sheets.length} data-testid="paper">
        <For each={props.paper.sheets.slice(0, gradual.limit())}>{(sheet) => <SheetView sheet={sheet} />}</For>
      </article>
    </Whole.Provider>
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
  const isWhole = useContext(Whole);
  const shown = (rows: readonly Row[]): readonly Row[] =>
    isWhole() || rows.length <= ROWS_ON_SCREEN ? rows : [...rows.slice(0, ROWS_ON_SCREEN), ...rows.slice(ROWS_ON_SCREEN).filter(({ look }) => look === 'total')];
  return (
    <table class="sheet-table" classList={{ wide: props.table.columns.length > 12 }}>
      <Show when={props.table.caption !== ''}>
        <caption>{props.table.caption}</caption>
      </Show>
      <thead>
        <tr>
          <For each={props.table.columns}>
            {({ title }) => (
              <th scope="col" title={MEANINGS.get(title)}>
                {title}
              </th>
            )}
          </For>
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
            <For each={shown(section.rows)}>{(row) => <RowView row={row} columns={props.table.columns} />}</For>
            <Show when={shown(section.rows).length < section.rows.length}>
              <tr class="sheet-more">
                <td colSpan={props.table.columns.length}>{REPORT_SCREEN.more(ROWS_ON_SCREEN, section.rows.length)}</td>
              </tr>
            </Show>
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
