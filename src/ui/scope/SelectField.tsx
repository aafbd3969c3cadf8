import { For, type JSX } from 'solid-js';
import { type Option, createOptions } from './create-options.ts';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly testId: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  onSelect(value: T): void;
}

/** A native select with its label above. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): JSX.Element {
  const options = createOptions(() => props.options);
  return (
    <label class="field">
      <span>{props.label}</span>
      <select
        data-testid={props.testId}
        onChange={(event) => {
          const chosen = options().find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onSelect(chosen.value);
        }}
      >
        <For each={options()}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
