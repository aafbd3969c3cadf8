import { expect, it } from 'vitest';
import { createTogether } from '../../src/state/create-together.ts';

it('hands answers on when none is on its way any more, also those that fail', async () => {
  const together = createTogether();
  const order: string[] = [];
  let answerSlowly: (answer: string) => void = () => undefined;
  const slow = new Promise<string>((resolve) => (answerSlowly = resolve));
  const quick = together(Promise.resolve('quick')).then((answer) => order.push(answer));
  const broken = together(Promise.reject(new Error('broken'))).catch(() => order.push('broken'));
  const last = together(slow).then((answer) => order.push(answer));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(order).toEqual([]);
  answerSlowly('slow');
  await Promise.all([quick, broken, last]);
  expect(order.toSorted()).toEqual(['broken', 'quick', 'slow']);
  await together(Promise.resolve('alone')).then((answer) => order.push(answer));
  expect(order.at(-1)).toBe('alone');
});
