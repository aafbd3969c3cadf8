import { nextMessage } from '../core/next-message.ts';

/**
 * Asks for something, and hands the answer on when no answer is on its way any more.
 * @param place what is asked for at the same time is asked for in ascending order of it
 */
export type Together = <T>(place: number, ask: () => Promise<T>) => Promise<T>;

/**
 * Answers that are on their way at the same time are handed on together, once the last one is there: drawing the first
 * would keep the page from hearing the others, and tables of two scopes would stand beside each other. Each is drawn in a
 * task of its own, so that none holds the page up for long.
 */
export function createTogether(): Together {
  let asking: readonly { readonly place: number; readonly send: () => void }[] = [];
  let awaited = 0;
  let handOn: () => void = () => undefined;
  let all = Promise.resolve();
  let drawn = Promise.resolve();

  /** Effects that ask run in an order that nobody can tell. */
  function sendInOrder(): void {
    const now = asking.toSorted((a, b) => a.place - b.place);
    asking = [];
    for (const { send } of now) send();
  }

  return async <T>(place: number, ask: () => Promise<T>): Promise<T> => {
    if (awaited++ === 0) all = new Promise((resolve) => (handOn = resolve));
    const mine = all;
    if (asking.length === 0) queueMicrotask(sendInOrder);
    const sent = new Promise<void>((send) => (asking = [...asking, { place, send }]));
    try {
      await sent;
      return await ask();
    } finally {
      if (--awaited === 0) handOn();
      await mine;
      const before = drawn;
      drawn = before.then(nextMessage);
      await before;
    }
  };
}
