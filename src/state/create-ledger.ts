import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Failure } from '../core/failure.ts';
import type { DecidedLine } from '../decide/decided-line.ts';
import { type LedgerEntry, type Status, type Violation, advance, enter, violationsOf } from '../decide/ledger.ts';
import type { Settings } from '../decide/settings-file.ts';
import { decided } from '../metrics/figures.ts';
import { EVERYTHING, type Scope } from '../metrics/scope.ts';
import type { History } from './create-history.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** What a user may change of an entry without a step. */
export type EntryEdit = Partial<Pick<LedgerEntry, 'from' | 'to' | 'reviewBy' | 'trialQuota' | 'successor' | 'reason' | 'checkType'>>;

export interface LedgerState {
  readonly entries: Accessor<readonly LedgerEntry[]>;
  /** Who signs the next steps. */
  readonly who: Accessor<string>;
  setWho(name: string): void;
  /** The last thing that was refused; null when it was not. */
  readonly failure: Accessor<Failure | null>;
  /** Proposes lines; what is open already is left as it is. */
  propose(lines: readonly DecidedLine[], reasonOf: (line: DecidedLine) => string): void;
  /** @param month first month for an approval, first month without it for a lifting */
  step(id: number, status: Status, month: number, note: string): void;
  edit(id: number, change: EntryEdit): void;
  remove(id: number): void;
  /** Applications that still name what is excluded, in all that is loaded. */
  readonly violations: Accessor<Answer<readonly Violation[]>>;
}

/** @param isWanted whether violations are looked for */
export function createLedger(workbench: WorkbenchState, settings: History<Settings>, isWanted: Accessor<boolean>): LedgerState {
  const entries = createMemo(() => settings.value().ledger);
  const [who, setWho] = createSignal('');
  const [failure, setFailure] = createSignal<Failure | null>(null);
  const today = (): string => new Date().toISOString().slice(0, 10);
  const keep = (ledger: readonly LedgerEntry[]): void => settings.change({ ...settings.value(), ledger });
  const replace = (id: number, next: (entry: LedgerEntry) => LedgerEntry): void => {
    keep(entries().map((entry) => (entry.id === id ? next(entry) : entry)));
  };

  const question = createMemo(() => {
    const held = entries().filter(({ from }) => from !== null);
    return isWanted() && held.length > 0 ? held : null;
  });
  const violations = createAnswer(workbench, question, async (client, held) => {
    const counts = new Map<number, ReadonlyMap<number, number>>();
    for (const entry of held) {
      const months = await client.series(scopeOf(entry), CHOICES, 'total');
      if (!months.ok) return months;
      counts.set(entry.id, new Map(months.value(0).map(({ month, applications }) => [month, applications])));
    }
    return { ok: true as const, value: violationsOf(held, ({ id }) => counts.get(id) ?? new Map()) };
  });

  return {
    entries,
    who,
    setWho,
    failure,
    propose(lines, reasonOf) {
      let ledger = entries();
      setFailure(null);
      for (const line of lines) {
        const entered = enter(ledger, { ...itemOf(line), checkType: null, reason: reasonOf(line), figures: figuresOf(line) }, { on: today(), who: who(), note: '' });
        if (entered.ok) ledger = entered.value;
        else if (lines.length === 1) setFailure(entered.failure);
      }
      if (ledger !== entries()) keep(ledger);
    },
    step(id, status, month, note) {
      const entry = entries().find((each) => each.id === id);
      if (entry === undefined) return;
      const next = advance(entry, { status, on: today(), who: who(), note }, month);
      setFailure(next.ok ? null : next.failure);
      if (next.ok) replace(id, () => next.value);
    },
    edit: (id, change) => replace(id, (entry) => ({ ...entry, ...change })),
    remove: (id) => keep(entries().filter((entry) => entry.id !== id)),
    violations,
  };
}

const CHOICES = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null } as const;

/** The applications an exclusion is about, as a scope. */
export function scopeOf({ kind, code, checkType, from, to }: LedgerEntry): Scope {
  return { ...EVERYTHING, items: [`${kind}:${code}`], checkTypes: checkType === null ? null : [checkType], from, to };
}

function itemOf({ line: { kind, code, name } }: DecidedLine): Pick<LedgerEntry, 'kind' | 'code' | 'name'> {
  return { kind, code, name };
}

function figuresOf({ line: { figures }, estimate: { effect }, proposal }: DecidedLine): LedgerEntry['figures'] {
  const cents = (points: number): number => Math.round(points * 100) / 100;
  return {
    applications: figures.applications,
    decided: decided(figures),
    upheld: figures.upheld,
    effect: cents(effect.mean),
    lower: cents(effect.lower),
    upper: cents(effect.upper),
    belowReference: Math.round(proposal.belowReference * 1e4) / 1e4,
  };
}
