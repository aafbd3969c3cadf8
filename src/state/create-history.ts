import { type Accessor, createSignal } from 'solid-js';

/** A value whose changes can be taken back and made again; kept in memory only. */
export interface History<T> {
  readonly value: Accessor<T>;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  change(next: T): void;
  undo(): void;
  redo(): void;
  /** Starts anew from a value, with nothing to take back. */
  reset(value: T): void;
}

const MOST_STEPS = 200;

interface Course<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

export function createHistory<T>(first: T): History<T> {
  const [course, setCourse] = createSignal<Course<T>>({ past: [], now: first, future: [] });
  return {
    value: () => course().now,
    canUndo: () => course().past.length > 0,
    canRedo: () => course().future.length > 0,
    change(next) {
      setCourse(({ past, now }) => (next === now ? course() : { past: [...past, now].slice(-MOST_STEPS), now: next, future: [] }));
    },
    undo() {
      setCourse((before) => {
        const last = before.past.at(-1);
        return last === undefined ? before : { past: before.past.slice(0, -1), now: last, future: [before.now, ...before.future] };
      });
    },
    redo() {
      setCourse((before) => {
        const [next, ...future] = before.future;
        return next === undefined ? before : { past: [...before.past, before.now], now: next, future };
      });
    },
    reset: (value) => setCourse({ past: [], now: value, future: [] }),
  };
}
