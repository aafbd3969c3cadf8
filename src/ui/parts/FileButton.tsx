import type { JSX } from 'solid-js';

interface FileButtonProps {
  readonly label: string;
  readonly inputLabel: string;
  readonly testId: string;
  readonly accept: string;
  readonly isMultiple?: boolean;
  onChoose(files: readonly File[]): void;
}

/** A button that opens the file dialog; the same file can be chosen again. */
export function FileButton(props: FileButtonProps): JSX.Element {
  let input!: HTMLInputElement;
  return (
    <>
      <button type="button" onClick={() => input.click()}>
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={props.inputLabel}
        data-testid={props.testId}
        accept={props.accept}
        multiple={props.isMultiple === true}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) props.onChoose(files);
        }}
      />
    </>
  );
}
