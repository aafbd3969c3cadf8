import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { Choices, Denominator, Scope } from '../metrics/scope.ts';
import { type Screen, type View, fromHash, toHash } from './scope-hash.ts';

/** Where the user is and what the figures are about; kept in the URL hash, so that Back is undo. */
export interface ViewState {
  readonly view: Accessor<View>;
  /** Those of the view; told only when they change, because every figure on the screen hangs on them. */
  readonly choices: Accessor<Choices>;
  readonly denominator: Accessor<Denominator>;
  go(screen: Screen): void;
  narrow(scope: Partial<Scope>): void;
  choose(choices: Partial<Choices>): void;
  divideBy(denominator: Denominator): void;
  /** Back to everything, with the defaults. */
  widen(): void;
}

export function createView(): ViewState {
  const first = fromHash(location.hash);
  const [view, setView] = createSignal<View>(first);
  // Signals, not memos of the view: what hangs on a memo is looked through at each change of what the memo hangs on.
  const [choices, setChoices] = createSignal(first.choices, { equals: isSameChoice });
  const [denominator, setDenominator] = createSignal(first.denominator);
  const follow = (): void => {
    if (location.hash !== toHash(view())) show(fromHash(location.hash));
  };
  addEventListener('hashchange', follow);
  onCleanup(() => removeEventListener('hashchange', follow));

  function show(next: View): void {
    batch(() => {
      setView(next);
      setChoices(next.choices);
      setDenominator(next.denominator);
    });
  }

  function change(next: View): void {
    show(next);
    const hash = toHash(next);
    if (location.hash !== hash) history.pushState(null, '', hash);
  }

  return {
    view,
    choices,
    denominator,
    go: (screen) => change({ ...view(), screen }),
    narrow: (scope) => change({ ...view(), scope: { ...view().scope, ...scope } }),
    choose: (choices) => change({ ...view(), choices: { ...view().choices, ...choices } }),
    divideBy: (denominator) => change({ ...view(), denominator }),
    widen: () => change({ ...fromHash(''), screen: view().screen }),
  };
}

function isSameChoice(a: Choices, b: Choices): boolean {
  return a.grain === b.grain && a.attribution === b.attribution && a.itemLevel === b.itemLevel && a.ownPrefecture === b.ownPrefecture;
}
