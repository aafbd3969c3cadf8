import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Target } from '../classify/rule.ts';
import type { MappingOverview, PreviewAnswer } from '../records/mapping.ts';
import type { MarkedRecord } from '../records/recognised-marks.ts';
import type { Unclassified } from '../records/unclassified-texts.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** A rule being written. */
export interface RuleDraft {
  readonly cells: readonly string[];
  /** The line of the table that it replaces; null for a new one. */
  readonly line: number | null;
}

/** A text of a field whose records are looked at. */
export interface LookedAt {
  readonly field: number;
  readonly text: string;
}

/** What the screen 対応づけ asks and shows. */
export interface MappingState {
  readonly target: Accessor<Target>;
  lookAtTarget(target: Target): void;
  readonly overview: Accessor<Answer<MappingOverview | null>>;
  readonly unclassified: Accessor<Answer<Unclassified | null>>;
  readonly lookedAt: Accessor<LookedAt | null>;
  lookAt(text: LookedAt | null): void;
  readonly records: Accessor<Answer<readonly MarkedRecord[]>>;
  readonly draft: Accessor<RuleDraft | null>;
  write(draft: RuleDraft | null): void;
  /** What the draft would do. */
  readonly preview: Accessor<Answer<PreviewAnswer | null>>;
}

const MOST_GROUPS = 200;
const RECORDS_SHOWN = 3;
/** A preview is asked for once typing paused so long, in milliseconds. */
const PAUSE = 150;

export function createMapping(workbench: WorkbenchState, isShown: Accessor<boolean>): MappingState {
  const [target, setTarget] = createSignal<Target>('審査結果');
  const [lookedAt, setLookedAt] = createSignal<LookedAt | null>(null);
  const [draft, setDraft] = createSignal<RuleDraft | null>(null);
  const paused = afterPause(draft);
  const whileShown = <T>(value: Accessor<T | null>) => () => (isShown() ? value() : null);
  return {
    target,
    lookAtTarget(next) {
      setTarget(next);
      setLookedAt(null);
      setDraft(null);
    },
    overview: createAnswer(workbench, whileShown(() => true), (client) => client.ask((api) => api.mappingOverview())),
    unclassified: createAnswer(workbench, whileShown(target), (client, now) => client.ask((api) => api.unclassified(now, MOST_GROUPS))),
    lookedAt,
    lookAt: setLookedAt,
    records: createAnswer(workbench, whileShown(lookedAt), (client, { field, text }) => client.ask((api) => api.markedRecords(field, text, RECORDS_SHOWN))),
    draft,
    write: setDraft,
    preview: createAnswer(workbench, whileShown(paused), (client, { cells, line }) => client.ask((api) => api.previewRule(cells, line))),
  };
}

/** Follows a value once it has not changed for a while; null at once. */
function afterPause<T>(value: Accessor<T | null>): Accessor<T | null> {
  const [paused, setPaused] = createSignal<T | null>(value());
  createEffect(
    on(value, (now) => {
      const timer = setTimeout(() => setPaused(() => now), now === null ? 0 : PAUSE);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return paused;
}
