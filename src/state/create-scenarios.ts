import { type Accessor, createMemo } from 'solid-js';
import type { DecidedLine } from '../decide/decided-line.ts';
import type { Estimates } from '../decide/estimate.ts';
import { type Limits, type Outlook, type Refill, outlook } from '../decide/scenario.ts';
import type { Settings } from '../decide/settings-file.ts';
import type { History } from './create-history.ts';

export interface ShownScenario {
  /** Null for the two that are always there. */
  readonly name: string | null;
  readonly outlook: Outlook;
}

export interface ScenariosState {
  /** Without exclusions. */
  readonly none: Accessor<ShownScenario | null>;
  /** With what is proposed and decided now. */
  readonly current: Accessor<ShownScenario | null>;
  readonly named: Accessor<readonly ShownScenario[]>;
  /** Keeps what is decided now under a name; a scenario of that name is replaced. */
  keep(name: string): void;
  remove(name: string): void;
  setRefill(refill: Refill): void;
  setLimits(limits: Limits): void;
  setShareRoom(room: number): void;
}

export function createScenarios(
  settings: History<Settings>,
  estimates: Accessor<Estimates | null>,
  lines: Accessor<readonly DecidedLine[]>,
): ScenariosState {
  const refill = createMemo(() => settings.value().refill);
  const scenarios = createMemo(() => settings.value().scenarios);
  const excluded = createMemo(() => lines().flatMap(({ key, verdict }) => (verdict === 'exclude' ? [key] : [])));
  const shown = (name: string | null, keys: readonly string[]): ShownScenario | null => {
    const known = estimates();
    return known === null ? null : { name, outlook: outlook(known, keys, refill()) };
  };
  const change = (part: Partial<Settings>): void => settings.change({ ...settings.value(), ...part });
  return {
    none: createMemo(() => shown(null, [])),
    current: createMemo(() => shown(null, excluded())),
    named: createMemo(() => scenarios().flatMap(({ name, excluded: keys }) => shown(name, keys) ?? [])),
    keep: (name) => change({ scenarios: [...scenarios().filter((each) => each.name !== name), { name, excluded: excluded() }] }),
    remove: (name) => change({ scenarios: scenarios().filter((each) => each.name !== name) }),
    setRefill: (next) => change({ refill: next }),
    setLimits: (limits) => change({ limits }),
    setShareRoom: (shareRoom) => change({ shareRoom }),
  };
}
