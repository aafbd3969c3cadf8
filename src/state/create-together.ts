/** Hands an answer on when no answer is on its way any more. */
export type Together = <T>(answer: Promise<T>) => Promise<T>;

/**
 * Answers that are on their way at the same time are handed on at the same time: the tables of a screen then change in one
 * go, none of them shows another scope than the others, and the page is drawn once.
 */
export function createTogether(): Together {
  let awaited = 0;
  let handOn: () => void = () => undefined;
  let all = Promise.resolve();
  return async (answer) => {
    if (awaited++ === 0) all = new Promise((resolve) => (handOn = resolve));
    const mine = all;
    try {
      return await answer;
    } finally {
      if (--awaited === 0) handOn();
      await mine;
    }
  };
}
