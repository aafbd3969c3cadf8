import type { Answer, Application, Grain } from './application.ts';
import { World } from './compose-application.ts';
import { month, type Month } from './month-forms.ts';
import { at } from './random.ts';
import { keepLean, renderRecord, type ValueForms } from './render-record.ts';

/** One claim, answered, as the lines it makes. */
export interface PlainClaim {
  readonly application: Application;
  readonly answers: readonly Answer[];
  readonly lines: readonly (readonly string[])[];
}

export const USUAL_FORMS: ValueForms = { month: 'era', amount: 'minus' };
const RESULT: Month = month(2024, 9);
const REQUEST: Month = month(2024, 6);

/** Claims of one record each, without commas, quotes or line breaks in their texts. */
export function plainClaims(seed: string, count: number, grain: Grain = 'row'): PlainClaim[] {
  const world = new World({ seed, items: 120, grain, plainTexts: true });
  return Array.from({ length: count }, () => plainClaim(world, 1));
}

export function plainClaim(world: World, recordCount: number, continued = false): PlainClaim {
  const application = world.application({ requestMonth: REQUEST, recordCount, continued });
  const answers = world.answers(application, RESULT);
  return { application, answers, lines: claimLines(application, answers) };
}

/** The claim's records as texts, one list of 210 each. */
export function claimLines(application: Application, answers: readonly Answer[], forms: ValueForms = USUAL_FORMS): string[][] {
  return answers.map((answer, index) => renderRecord(application, index, answer, answers.slice(0, index), forms));
}

/** Ten or so records holding only what the figures are made of. */
export function leanRecords(seed: string, count: number): string[][] {
  return plainClaims(seed, count).map(({ lines }) => keepLean(at(lines, 0)));
}
