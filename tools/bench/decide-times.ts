import { estimate } from '../../src/decide/estimate.ts';
import { LONG_TAIL, plant } from '../sample/planted-learning.ts';
import type { MeasuredPage } from './measured-browser.ts';

const ROUNDS = 5;

/** Milliseconds. */
export interface DecideTimes {
  /** 2,400 items over 24 months estimated, in this process. */
  readonly estimate: readonly number[];
  /** From opening 除外検討 with the reference work loaded to its lines being shown. */
  readonly shown: number;
  /** From a change of a rule, and of a scenario's assumption, to the changed screen being drawn. */
  readonly rule: readonly number[];
  readonly scenario: readonly number[];
}

export function timeEstimates(): readonly number[] {
  const { learning } = plant(LONG_TAIL);
  return Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    estimate(learning, { through: null, halfLife: null });
    return performance.now() - begin;
  });
}

/** Opens 除外検討 on a page with files loaded and changes rules and scenarios as a user does. */
export async function timeDecisions({ page }: MeasuredPage): Promise<Omit<DecideTimes, 'estimate'>> {
  const shown = await page.evaluate(async () => {
    const begin = performance.now();
    location.hash = '#/decide';
    while (document.querySelector('.decide-table tr[data-key]') === null) await new Promise(requestAnimationFrame);
    return performance.now() - begin;
  });
  const rule: number[] = [];
  await page.locator('[data-testid="policy"]').click();
  for (let round = 0; round < ROUNDS; round++) rule.push(await drawn(page, 'policy-maxFreed', String(5 + 2 * round)));
  await page.locator('[data-testid="decide-scenarios"]').click();
  const scenario: number[] = [];
  for (let round = 0; round < ROUNDS; round++) scenario.push(await drawn(page, 'refill', round % 2 === 0 ? 'none' : 'mean'));
  return { shown, rule, scenario };
}

/** From a field's change to the frame after it was drawn. */
function drawn(page: MeasuredPage['page'], field: string, value: string): Promise<number> {
  return page.evaluate(
    async ([id, to]) => {
      const input = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-testid="${String(id)}"]`);
      if (input === null) throw new Error(`no field ${String(id)}`);
      await new Promise(requestAnimationFrame);
      const begin = performance.now();
      input.value = String(to);
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - begin;
    },
    [field, value],
  );
}
