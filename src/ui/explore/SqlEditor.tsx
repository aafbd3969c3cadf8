import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap } from '@codemirror/view';
import { type JSX, createEffect, onCleanup, onMount } from 'solid-js';
import { SQL_PANE } from '../../messages/explore-texts.ts';
import { sqlLanguage } from './sql-language.ts';

interface SqlEditorProps {
  readonly text: string;
  onChange(text: string): void;
  onRun(): void;
  /** Esc was pressed: the focus is to go on. */
  onLeave(): void;
  /** Given a way to write a name where the cursor is. */
  ref(insert: (name: string) => void): void;
}

/**
 * Text typed over a selection. The browser would keep the look of the words it replaces by a style attribute, which the
 * page's Content-Security-Policy refuses. Input methods are left alone.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== 'insertText' || event.isComposing || event.data === null || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}

/**
 * An editor for statements. It stands in a shadow root, where its styles are sheets made by script: the page's
 * Content-Security-Policy takes no style element.
 */
export function SqlEditor(props: SqlEditorProps): JSX.Element {
  let host!: HTMLDivElement;
  let view: EditorView | undefined;
  onMount(() => {
    const root = host.attachShadow({ mode: 'open' });
    const now = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: props.text,
        extensions: [
          keymap.of([
            { key: 'Ctrl-Enter', mac: 'Mod-Enter', run },
            { key: 'Escape', run: leave },
          ]),
          history(),
          drawSelection(),
          EditorView.lineWrapping,
          EditorState.phrases.of(SQL_PANE.phrases),
          EditorView.contentAttributes.of({ 'aria-label': SQL_PANE.editor }),
          EditorView.domEventHandlers({ beforeinput: typeOver }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) props.onChange(update.state.doc.toString());
          }),
          sqlLanguage(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
        ],
      }),
    });
    view = now;
    props.ref((name) => {
      now.dispatch(now.state.replaceSelection(name));
      now.focus();
    });
    onCleanup(() => now.destroy());
  });

  function run(now: EditorView): boolean {
    closeCompletion(now);
    props.onRun();
    return true;
  }

  function leave(now: EditorView): boolean {
    if (completionStatus(now.state) !== null) return closeCompletion(now);
    props.onLeave();
    return true;
  }

  createEffect(() => {
    const text = props.text;
    if (view === undefined || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  });
  return <div ref={host} class="sql-editor" data-testid="sql-editor" />;
}
