import { For, type JSX, Show } from 'solid-js';
import type { ColumnProfile } from '../../explore/profile.ts';
import { grouped, prefectureText } from '../../messages/ja.ts';
import { PROFILE, columnValueText } from '../../messages/explore-texts.ts';
import type { RecordColumn } from '../../records/columns.ts';
import type { Session } from '../../state/create-session.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { percent, withoutGaiji } from '../parts/screen-value.ts';
import { ShareBar } from './ShareBar.tsx';

interface ValueListProps {
  readonly session: Session;
  readonly column: RecordColumn;
  readonly profile: ColumnProfile;
}

/** The commonest values; ticking one narrows the scope to it. */
export function ValueList(props: ValueListProps): JSX.Element {
  const { explore } = props.session;
  const blank = (): number => props.profile.records - props.profile.filled;
  const isSearching = (): boolean => explore.valueSearch[0]() !== '';
  const lines = () => {
    const values = props.profile.values;
    return blank() === 0 || isSearching() ? values : [...values, { value: '', records: blank() }];
  };
  const isTicked = (value: string): boolean => {
    const chosen = explore.chosen();
    if (chosen === null) return false;
    if (chosen.values !== null) return chosen.values.includes(value);
    return value !== '' && (chosen.from ?? -Infinity) <= Number(value) && Number(value) <= (chosen.to ?? Infinity);
  };
  function tick(value: string, isWanted: boolean): void {
    if (props.column.form !== 'text' && value !== '') {
      explore.narrow(props.column, isWanted ? { values: null, from: Number(value), to: Number(value) } : null);
      return;
    }
    const others = (explore.chosen()?.values ?? []).filter((each) => each !== value);
    const values = isWanted ? [...others, value] : others;
    explore.narrow(props.column, values.length === 0 ? null : { values, from: null, to: null });
  }
  const text = (value: string): string => {
    if (props.column.name === '都道府県' && value !== '') return prefectureText(Number(value));
    return withoutGaiji(columnValueText(props.column.form, value));
  };
  return (
    <section aria-label={PROFILE.values}>
      <div class="table-bar">
        <h3>{PROFILE.values}</h3>
        <Show when={props.column.form === 'text'}>
          <input
            type="search"
            class="search"
            aria-label={PROFILE.searchValues}
            placeholder={PROFILE.searchValues}
            data-testid="value-search"
            autocomplete="off"
            spellcheck={false}
            value={explore.valueSearch[0]()}
            onInput={(event) => {
              if (!event.isComposing) explore.valueSearch[1](event.currentTarget.value);
            }}
            onCompositionEnd={(event) => explore.valueSearch[1](event.currentTarget.value)}
          />
        </Show>
        <span class="soft" data-testid="value-count">
          {props.profile.found > props.profile.values.length
            ? PROFILE.more(props.profile.values.length, props.profile.found)
            : PROFILE.allShown(props.profile.found)}
        </span>
      </div>
      <ListTable
        frameLook="values"
        label={PROFILE.values}
        heads={[PROFILE.heads.value, [PROFILE.heads.records, 'number'], [PROFILE.heads.share, 'number']]}
      >
        <For each={lines()}>
          {(line) => (
            <tr data-testid="value-line" data-value={line.value}>
              <th scope="row" class="value">
                <label>
                  <input
                    type="checkbox"
                    checked={isTicked(line.value)}
                    aria-label={PROFILE.choose(text(line.value))}
                    onChange={(event) => tick(line.value, event.currentTarget.checked)}
                  />
                  {text(line.value)}
                </label>
              </th>
              <td class="number">{grouped(line.records)}</td>
              <td class="number share">
                {percent(line.records, props.profile.records)}
                <ShareBar share={line.records / props.profile.records} />
              </td>
            </tr>
          )}
        </For>
      </ListTable>
    </section>
  );
}
