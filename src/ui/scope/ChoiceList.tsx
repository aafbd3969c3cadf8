import { For, type JSX } from 'solid-js';
import { SCOPE } from '../../messages/result-texts.ts';
import { Popover } from '../parts/Popover.tsx';
import { type Option, createOptions } from './create-options.ts';

interface ChoiceListProps<T> {
  readonly label: string;
  readonly testId: string;
  readonly options: readonly Option<T>[];
  /** Null is all of them. */
  readonly chosen: readonly T[] | null;
  onChoose(chosen: readonly T[] | null): void;
}

/** Any of a closed list: a button that says what is chosen, with boxes to tick in a sheet. */
export function ChoiceList<T>(props: ChoiceListProps<T>): JSX.Element {
  const options = createOptions(() => props.options);
  const isChosen = (value: T): boolean => props.chosen === null || props.chosen.includes(value);
  const inWords = (): string => {
    if (props.chosen === null) return SCOPE.all;
    if (props.chosen.length === 0) return SCOPE.none;
    return SCOPE.chosen(options().filter(({ value }) => isChosen(value)).map(({ label }) => label));
  };
  function tick(value: T, isTicked: boolean): void {
    const chosen = options().map((option) => option.value).filter((each) => (each === value ? isTicked : isChosen(each)));
    props.onChoose(chosen.length === options().length ? null : chosen);
  }
  return (
    <div class="field">
      <span>{props.label}</span>
      <Popover label={inWords()} accessibleLabel={`${props.label} ${inWords()}`} contentLabel={props.label} testId={props.testId}>
        <div class="choices">
          <For each={options()}>
            {(option) => (
              <label>
                <input type="checkbox" checked={isChosen(option.value)} onChange={(event) => tick(option.value, event.currentTarget.checked)} />
                {option.label}
              </label>
            )}
          </For>
          <div class="choices-foot">
            <button type="button" class="quiet" onClick={() => props.onChoose(null)}>
              {SCOPE.all}
            </button>
            <button type="button" class="quiet" onClick={() => props.onChoose([])}>
              {SCOPE.none}
            </button>
          </div>
        </div>
      </Popover>
    </div>
  );
}
