import { shapeOf } from '../metrics/scope-definition.ts';
import { EVERYTHING } from '../metrics/scope.ts';
import { DIMENSIONS, figuresStatement, monthsStatement } from '../metrics/statements.ts';
import { GRAINS } from '../records/grain.ts';
import type { Asker } from './asker.ts';
import type { Turns } from './turns.ts';

/** Asks every question once of the empty tables: the browser compiles what the engine runs when it first runs it. */
export async function warmUp(asker: Asker, turns: Turns): Promise<void> {
  await turns.later('warm months', (isInterrupted) => asker.query(monthsStatement(shapeOf(EVERYTHING, 'total')), isInterrupted));
  for (const dimension of DIMENSIONS) {
    for (const grain of GRAINS) {
      await turns.later(`warm ${dimension} ${grain}`, (isInterrupted) => asker.query(figuresStatement(shapeOf(EVERYTHING, dimension), dimension, { grain, attribution: 'full' }), isInterrupted));
    }
  }
}
