import { RESULTS, type Target } from '../../classify/rule.ts';

/** The place of each cell of a rule in its line. */
export const CELL = { target: 0, fields: 1, match: 2, value: 3, result: 4, code: 5, note: 6 } as const;

/** The cells of a rule whose result is still to be told. */
export function emptyRule(target: Target, fields: string, match: string, value: string): readonly string[] {
  return [target, fields, match, value, '', '', ''];
}

const USUAL_CHECK_TYPES = ['単月点検', '横覧点検', '突合点検', '縦覧点検'];

/** What is offered as a result; for 点検区分 any other name will do as well. */
export function offeredResults(target: string): readonly string[] {
  return RESULTS[target as Target] ?? USUAL_CHECK_TYPES;
}
