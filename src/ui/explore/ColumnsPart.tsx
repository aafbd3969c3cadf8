import { For, type JSX, Show, createMemo } from 'solid-js';
import { comparable } from '../../core/text.ts';
import type { ColumnOverview } from '../../explore/profile.ts';
import { grouped } from '../../messages/ja.ts';
import { EXPLORE } from '../../messages/explore-texts.ts';
import { LOADED_COLUMNS, type RecordColumn } from '../../records/columns.ts';
import type { Session } from '../../state/create-session.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { percent } from '../parts/screen-value.ts';
import { SearchBox } from '../parts/SearchBox.tsx';
import { ColumnPanel } from './ColumnPanel.tsx';
import { ShareBar } from './ShareBar.tsx';

const { heads } = EXPLORE;

/** All columns on the left, the open one on the right. */
export function ColumnsPart(props: { readonly session: Session }): JSX.Element {
  const { explore } = props.session;
  const [search, setSearch] = explore.search;
  const hits = createMemo(() => new Map((explore.hits().value ?? []).map(({ column, values }) => [column, values])));
  const found = createMemo(() => {
    const wanted = comparable(search());
    return LOADED_COLUMNS.filter(({ name, field }) => comparable(`${String(field ?? '')} ${name}`).includes(wanted) || hits().has(name));
  });
  const overview = createMemo(() => new Map((explore.columns().value ?? []).map((column) => [column.column, column])));
  return (
    <div class="explore-columns">
      <section class="column-list" aria-label={EXPLORE.parts.columns}>
        <div class="table-bar">
          <SearchBox label={EXPLORE.searchColumns} hint={EXPLORE.searchHint} first={search()} onSearch={setSearch} />
          <span class="soft" data-testid="explore-count">
            {EXPLORE.count(found().length, LOADED_COLUMNS.length)}
          </span>
        </div>
        <FailureNotice failure={explore.columns().failure} />
        <Show when={explore.columns().value !== null} fallback={<Preparing />}>
          <ListTable
            label={EXPLORE.parts.columns}
            isBusy={explore.columns().isPending}
            heads={[[heads.field, 'number'], heads.name, heads.form, [heads.filled, 'number filled-share'], [heads.distinct, 'number']]}
          >
            <For each={found()}>
              {(column) => (
                <ColumnLine
                  column={column}
                  overview={overview().get(column.name)}
                  hits={search() === '' ? undefined : hits().get(column.name)}
                  isOpen={explore.column()?.name === column.name}
                  onOpen={() => explore.open(column.name)}
                />
              )}
            </For>
          </ListTable>
          <Show when={found().length === 0 && !explore.hits().isPending}>
            <p class="notice">{EXPLORE.nothingFound}</p>
          </Show>
        </Show>
      </section>
      <Show when={explore.column()} fallback={<Show when={explore.columns().value !== null}><p class="empty">{EXPLORE.choose}</p></Show>} keyed>
        {(column) => <ColumnPanel session={props.session} column={column} />}
      </Show>
    </div>
  );
}

interface ColumnLineProps {
  readonly column: RecordColumn;
  readonly overview: ColumnOverview | undefined;
  readonly hits: number | undefined;
  readonly isOpen: boolean;
  onOpen(): void;
}

function ColumnLine(props: ColumnLineProps): JSX.Element {
  const share = (): number => {
    const { filled, records } = props.overview ?? { filled: 0, records: 0 };
    return records === 0 ? 0 : filled / records;
  };
  return (
    <tr classList={{ open: props.isOpen }}>
      <td class="number soft" title={props.column.field === null ? EXPLORE.derivedHint : undefined}>
        {props.column.field ?? EXPLORE.derived}
      </td>
      <th scope="row" class="name">
        <button
          type="button"
          class="quiet"
          aria-pressed={props.isOpen}
          data-testid={`column-${props.column.name}`}
          onClick={() => props.onOpen()}
        >
          {props.column.name}
        </button>
        <Show when={props.hits}>{(values) => <small class="hits">{EXPLORE.hits(values())}</small>}</Show>
      </th>
      <td class="soft">{EXPLORE.forms[props.column.form]}</td>
      <td class="number">
        {props.overview === undefined ? '' : percent(props.overview.filled, props.overview.records)}
        <ShareBar share={share()} />
      </td>
      <td class="number">{props.overview === undefined ? '' : grouped(props.overview.distinct)}</td>
    </tr>
  );
}

function Preparing(): JSX.Element {
  return (
    <p class="empty late" role="status">
      {EXPLORE.preparing}
    </p>
  );
}
