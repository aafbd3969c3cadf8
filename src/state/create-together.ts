import { nextMessage } from '../core/next-message.ts';

/** Hands an answer on when no answer is on its way any more. */
export type Together = <T>(answer: Promise<T>) => Promise<T>;

/**
 * Answers that are on their way at the same time are handed on together, once the last one is there: drawing the first
 * would keep the page from hearing the others, and tables of two scopes would stand beside each other. Each is drawn in a
 * task of its own, so that none holds the page up for long.
 */
export function createTogether(): Together {
  let awaited = 0;
  let handOn: () => void = () => undefined;
  let all = Promise.resolve();
  let drawn = Promise.resolve();
  return async (answer) => {
    if (awaited++ === 0) all = new Promise((resolve) => (handOn = resolve));
    const mine = all;
    try {
      return await answer;
    } finally {
      if (--awaited === 0) handOn();
      await mine;
      const before = drawn;
      drawn = before.then(nextMessage);
      await before;
    }
  };
}
