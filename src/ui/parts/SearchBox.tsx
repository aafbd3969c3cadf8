import { type JSX, onCleanup, onMount } from 'solid-js';
import { isComposing, takesText } from './keys.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  /** What it starts with. */
  readonly first: string;
  onSearch(text: string): void;
}

/** Searches while one types, but not while an input method composes; `/` leads here, Esc empties it. */
export function SearchBox(props: SearchBoxProps): JSX.Element {
  let input!: HTMLInputElement;

  function focusOnSlash(event: KeyboardEvent): void {
    if (event.key !== '/' || isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (takesText(event.target) || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    input.focus();
    input.select();
  }

  function emptyOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event) || input.value === '') return;
    event.preventDefault();
    input.value = '';
    props.onSearch('');
  }

  onMount(() => {
    input.value = props.first;
    addEventListener('keydown', focusOnSlash);
    onCleanup(() => removeEventListener('keydown', focusOnSlash));
  });
  return (
    <input
      ref={input}
      type="search"
      class="search"
      data-testid="item-search"
      aria-label={props.label}
      placeholder={props.label}
      title={props.hint}
      autocomplete="off"
      spellcheck={false}
      onKeyDown={emptyOnEscape}
      onInput={(event) => {
        if (!event.isComposing) props.onSearch(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => props.onSearch(event.currentTarget.value)}
    />
  );
}
