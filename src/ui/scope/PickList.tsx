import { For, type JSX, Show, createMemo, createSignal } from 'solid-js';
import { comparable } from '../../core/text.ts';
import { grouped } from '../../messages/ja.ts';
import { PICK, SCOPE } from '../../messages/result-texts.ts';
import type { Line } from '../../metrics/figures.ts';
import { byApplications } from '../../metrics/line-order.ts';
import type { Session } from '../../state/create-session.ts';
import { Popover } from '../parts/Popover.tsx';

const MOST_SHOWN = 60;

interface PickListProps {
  readonly session: Session;
  readonly dimension: 'item' | 'provider';
  readonly label: string;
  readonly testId: string;
  /** Null is all of them. */
  readonly chosen: readonly string[] | null;
  /** How the scope names a line. */
  keyOf(line: Line): string;
  onChoose(chosen: readonly string[] | null): void;
}

/** Any of a long list that is searched: what is picked stands first, then what has most applications. */
export function PickList(props: PickListProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  const [search, setSearch] = createSignal('');
  const table = props.session.pickable(props.dimension, isOpen);
  const isChosen = (key: string): boolean => props.chosen?.includes(key) === true;
  const found = createMemo(() => {
    const wanted = comparable(search());
    const lines = byApplications(table().value?.lines ?? []).filter((line) => comparable(`${line.code}${line.name}`).includes(wanted));
    return lines.toSorted((a, b) => Number(isChosen(props.keyOf(b))) - Number(isChosen(props.keyOf(a))));
  });
  const inWords = (): string => (props.chosen === null ? SCOPE.all : PICK.chosen(props.chosen.length));
  function tick(key: string, isTicked: boolean): void {
    const others = (props.chosen ?? []).filter((each) => each !== key);
    const next = isTicked ? [...others, key] : others;
    props.onChoose(next.length === 0 ? null : next);
  }
  return (
    <div class="field">
      <span>{props.label}</span>
      <Popover
        label={inWords()}
        accessibleLabel={`${props.label} ${inWords()}`}
        contentLabel={props.label}
        testId={props.testId}
        onToggle={setOpen}
      >
        <div class="choices picks">
          <input
            type="search"
            class="search"
            aria-label={PICK.search(props.label)}
            placeholder={PICK.search(props.label)}
            data-testid={`${props.testId}-search`}
            autocomplete="off"
            onInput={(event) => {
              if (!event.isComposing) setSearch(event.currentTarget.value);
            }}
            onCompositionEnd={(event) => setSearch(event.currentTarget.value)}
          />
          <div class="pick-lines">
            <For each={found().slice(0, MOST_SHOWN)}>
              {(line) => (
                <label data-testid={`${props.testId}-line`}>
                  <input
                    type="checkbox"
                    checked={isChosen(props.keyOf(line))}
                    onChange={(event) => tick(props.keyOf(line), event.currentTarget.checked)}
                  />
                  <span class="pick-name">
                    {line.name === '' ? (line.code === '' ? PICK.blank(props.dimension) : line.code) : line.name}
                    <Show when={line.name !== '' && line.code !== ''}>
                      <small> {line.code}</small>
                    </Show>
                  </span>
                  <span class="pick-count">{grouped(line.figures.applications)}</span>
                </label>
              )}
            </For>
          </div>
          <div class="choices-foot">
            <Show when={found().length > MOST_SHOWN}>
              <span class="soft">{PICK.more(found().length - MOST_SHOWN)}</span>
            </Show>
            <button type="button" class="quiet" onClick={() => props.onChoose(null)}>
              {SCOPE.all}
            </button>
          </div>
        </div>
      </Popover>
    </div>
  );
}
