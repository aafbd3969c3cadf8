import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Choices, Denominator, Scope } from '../metrics/scope.ts';
import { type Screen, type View, fromHash, toHash } from './scope-hash.ts';

/** Where the user is and what the figures are about; kept in the URL hash, so that Back is undo. */
export interface ViewState {
  readonly view: Accessor<View>;
  /** That of the view; told only when it changes, because every rate on the screen hangs on it. */
  readonly denominator: Accessor<Denominator>;
  go(screen: Screen): void;
  narrow(scope: Partial<Scope>): void;
  choose(choices: Partial<Choices>): void;
  divideBy(denominator: Denominator): void;
  /** Back to everything, with the defaults. */
  widen(): void;
}

export function createView(): ViewState {
  const [view, setView] = createSignal<View>(fromHash(location.hash));
  const follow = (): void => {
    if (location.hash !== toHash(view())) setView(fromHash(location.hash));
  };
  addEventListener('hashchange', follow);
  onCleanup(() => removeEventListener('hashchange', follow));

  function change(next: View): void {
    setView(next);
    const hash = toHash(next);
    if (location.hash !== hash) history.pushState(null, '', hash);
  }

  return {
    view,
    denominator: createMemo(() => view().denominator),
    go: (screen) => change({ ...view(), screen }),
    narrow: (scope) => change({ ...view(), scope: { ...view().scope, ...scope } }),
    choose: (choices) => change({ ...view(), choices: { ...view().choices, ...choices } }),
    divideBy: (denominator) => change({ ...view(), denominator }),
    widen: () => change({ ...fromHash(''), screen: view().screen }),
  };
}
