import { type Signal, createSignal } from 'solid-js';
import type { Verdict } from '../decide/propose.ts';
import type { Sorting } from './create-table-view.ts';

export const DECIDE_TABS = ['lines', 'scenarios', 'backtest', 'ledger'] as const;
export type DecideTab = (typeof DECIDE_TABS)[number];

export type DecideColumn =
  | 'name'
  | 'verdict'
  | 'applications'
  | 'upheldRate'
  | 'uphold'
  | 'effect'
  | 'below'
  | 'gain';

/** What marks a line beside its verdict. */
export const MARKS = ['byUphold', 'byEffect', 'overridden', 'changing'] as const;
export type Mark = (typeof MARKS)[number];

/** Which lines are looked at; empty does not narrow. */
export interface LineFilter {
  readonly verdict: Verdict | '';
  readonly kind: string;
  readonly mark: Mark | '';
}

/** How the user looks at the screen 除外検討: kept while the page is open. */
export interface DecideView {
  readonly tab: Signal<DecideTab>;
  readonly filter: Signal<LineFilter>;
  readonly search: Signal<string>;
  readonly sorting: Signal<Sorting<DecideColumn>>;
  /** Key of the line whose grounds are shown; null: none. */
  readonly selected: Signal<string | null>;
  /** Keys of the lines to change together. */
  readonly chosen: Signal<ReadonlySet<string>>;
}

export function createDecideView(): DecideView {
  return {
    tab: createSignal<DecideTab>('lines'),
    filter: createSignal<LineFilter>({ verdict: '', kind: '', mark: '' }),
    search: createSignal(''),
    sorting: createSignal<Sorting<DecideColumn>>({ key: 'gain', isDescending: true }),
    selected: createSignal<string | null>(null),
    chosen: createSignal<ReadonlySet<string>>(new Set()),
  };
}
