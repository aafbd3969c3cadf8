import { type JSX, Show, createSignal } from 'solid-js';
import { failureText } from '../../messages/failures.ts';
import { APPLICATION_LIST, type EXCLUSION_LIST } from '../../messages/list-texts.ts';
import type { ListKind } from '../../state/create-lists.ts';
import type { Session } from '../../state/create-session.ts';

interface ListIntakeProps {
  readonly session: Session;
  readonly kind: ListKind;
  readonly texts: typeof APPLICATION_LIST | typeof EXCLUSION_LIST;
  /** Name of the file in force; null without one. */
  readonly name: string | null;
  readonly children: JSX.Element;
}

/** A section with one list: chosen in a dialog or dropped on it, and taken away again. */
export function ListIntake(props: ListIntakeProps): JSX.Element {
  const lists = props.session.lists;
  const [isTarget, setTarget] = createSignal(false);
  let input!: HTMLInputElement;
  const refusal = () => {
    const refused = lists.refused();
    return refused?.kind === props.kind ? refused : null;
  };

  function take(files: FileList | null | undefined): void {
    const [file] = files ?? [];
    if (file !== undefined) void lists.take(props.kind, file);
  }

  // The page takes what is dropped beside for records; it leaves alone what was answered here.
  function over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setTarget(true);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setTarget(false);
    take(event.dataTransfer?.files);
  }

  return (
    <section
      class="own-list"
      classList={{ 'is-target': isTarget() }}
      aria-label={props.texts.heading}
      data-testid={props.kind}
      onDragOver={over}
      onDragLeave={() => setTarget(false)}
      onDrop={drop}
    >
      <div class="table-bar">
        <h2>{props.texts.heading}</h2>
        <Show when={props.name}>{(name) => <span class="own-list-name" data-testid={`${props.kind}-name`}>{name()}</span>}</Show>
        <span class="own-list-space" />
        <Show when={lists.reading() === props.kind}>
          <span class="soft late" role="status">
            {props.texts.reading}
          </span>
        </Show>
        <input
          ref={input}
          class="unseen"
          type="file"
          accept=".csv,.txt"
          tabIndex={-1}
          aria-label={props.texts.input}
          data-testid={`${props.kind}-input`}
          onChange={() => {
            take(input.files);
            // So that choosing the same file once more is a change again.
            input.value = '';
          }}
        />
        <button type="button" data-testid={`${props.kind}-choose`} onClick={() => input.click()}>
          {props.name === null ? props.texts.choose : props.texts.chooseOther}
        </button>
        <Show when={props.name !== null}>
          <button type="button" data-testid={`${props.kind}-remove`} onClick={() => void lists.drop(props.kind)}>
            {props.texts.remove}
          </button>
        </Show>
      </div>
      <p class="soft">
        {props.texts.why} {props.texts.dropHere}
      </p>
      <Show when={refusal()}>
        {(refused) => (
          <p class="notice warn" role="alert" data-testid={`${props.kind}-refused`}>
            <strong>{refused().name === '' ? '' : APPLICATION_LIST.refused(refused().name)}</strong> {failureText(refused().failure)}
          </p>
        )}
      </Show>
      {props.children}
    </section>
  );
}
