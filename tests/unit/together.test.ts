import { expect, it } from 'vitest';
import { createTogether } from '../../src/state/create-together.ts';

it('hands answers on when none is on its way any more, also those that fail', async () => {
  const together = createTogether();
  const order: string[] = [];
  let answerSlowly: (answer: string) => void = () => undefined;
  const slow = new Promise<string>((resolve) => (answerSlowly = resolve));
  const quick = together(1, () => Promise.resolve('quick')).then((answer) => order.push(answer));
  const broken = together(2, () => Promise.reject(new Error('broken'))).catch(() => order.push('broken'));
  const last = together(3, () => slow).then((answer) => order.push(answer));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(order).toEqual([]);
  answerSlowly('slow');
  await Promise.all([quick, broken, last]);
  expect(order.toSorted()).toEqual(['broken', 'quick', 'slow']);
  await together(1, () => Promise.resolve('alone')).then((answer) => order.push(answer));
  expect(order.at(-1)).toBe('alone');
});

it('asks for what is asked for at the same time in the order of the places', async () => {
  const together = createTogether();
  const asked: number[] = [];
  const ask = (place: number): Promise<void> => together(place, () => Promise.resolve(void asked.push(place)));
  await Promise.all([ask(2), ask(0), ask(1)]);
  expect(asked).toEqual([0, 1, 2]);
  await Promise.all([ask(1), ask(0)]);
  expect(asked.slice(3)).toEqual([0, 1]);
});
