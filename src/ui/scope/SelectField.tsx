import { For, type JSX } from 'solid-js';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly testId: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  onSelect(value: T): void;
}

/** A native select with its label above. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select
        data-testid={props.testId}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onSelect(chosen.value);
        }}
      >
        <For each={props.options}>
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
