import { type JSX, createSignal } from 'solid-js';
import { CLEARING } from '../../messages/import-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { Dialog } from './Dialog.tsx';

/** Forgets everything loaded, after asking. */
export function ClearButton(props: { readonly session: Session; readonly testId: string }): JSX.Element {
  const { workbench, lists } = props.session;
  const [isAsking, setAsking] = createSignal(false);
  const hasList = (): boolean => [lists.applications(), lists.exclusions(), lists.draft()].some((list) => list !== null);
  const isEmpty = (): boolean => workbench.loaded() === null && workbench.refused().length === 0 && !hasList();
  function clear(): void {
    setAsking(false);
    props.session.clear();
  }
  return (
    <>
      <button
        type="button"
        class="danger"
        data-testid={props.testId}
        disabled={isEmpty() || workbench.progress() !== null}
        onClick={() => setAsking(true)}
      >
        {CLEARING.open}
      </button>
      <Dialog isOpen={isAsking()} heading={CLEARING.heading} onClose={() => setAsking(false)}>
        <p>{CLEARING.body}</p>
        <div class="dialog-buttons">
          <button type="button" onClick={() => setAsking(false)} data-testid="clear-keep">
            {CLEARING.keep}
          </button>
          <button type="button" class="danger" data-testid="clear-confirm" onClick={clear}>
            {CLEARING.confirm}
          </button>
        </div>
      </Dialog>
    </>
  );
}
