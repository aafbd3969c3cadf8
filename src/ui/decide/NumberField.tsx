import { type JSX, Show, createSignal } from 'solid-js';
import { halfWidth } from '../../core/text.ts';
import { POLICY } from '../../messages/decide-screen-texts.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly testId: string;
  /** Null is blank. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly mayBeBlank?: boolean;
  readonly isWhole?: boolean;
  onChange(value: number | null): void;
}

const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?$/u;

/** A number typed in, half or full width; taken over when the field is left, or on Enter. */
export function NumberField(props: NumberFieldProps): JSX.Element {
  const [isWrong, setWrong] = createSignal(false);
  const shown = (): string => (props.value === null ? '' : String(props.value));

  function take(text: string): void {
    const plain = halfWidth(text).replace(/[\s,%]/gu, '');
    if (plain === '' && props.mayBeBlank === true) {
      setWrong(false);
      props.onChange(null);
      return;
    }
    const value = NUMBER.test(plain) ? Number(plain) : Number.NaN;
    const fits = value >= props.least && value <= props.most && (props.isWhole !== true || Number.isInteger(value));
    setWrong(!fits);
    if (fits && value !== props.value) props.onChange(value);
  }

  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        class="number"
        data-testid={props.testId}
        aria-invalid={isWrong()}
        value={shown()}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <Show when={isWrong()}>
        <small class="warn-text" role="alert">
          {POLICY.unreadable}
        </small>
      </Show>
    </label>
  );
}
